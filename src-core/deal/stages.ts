/**
 * How a deal moves. One stage forward through its gate; back any number; and closed (`outcome`) from anywhere, with an outcome:
 * lost and blocked deals name their reason, and only a delivered deal is won.
 */
import { fail, ok, type Result } from '../base/result.ts'
import type { Deal } from '../record/record.ts'
import { VOCABULARIES } from '../record/vocabulary.ts'
import { missingForGate, type DealDocument, type Gate, type Stage } from './checklist.ts'

export const STAGES: readonly Stage[] = VOCABULARIES.dealStage

/** The gate passed when a deal enters this stage. */
const GATE_INTO: Partial<Record<Stage, Gate>> = { qualified: 'G1', disclosure: 'G2', terms: 'G3', signature: 'G4', effect: 'G5', delivery: 'G6' }
export const gateInto = (stage: Stage): Gate | undefined => GATE_INTO[stage]

export const stageOf = (deal: Deal): Stage => deal.stage ?? 'lead'
export const stageNumber = (stage: Stage): number => STAGES.indexOf(stage)
export const nextStage = (stage: Stage): Stage | undefined => STAGES[stageNumber(stage) + 1]
export const isClosed = (deal: Deal): boolean => stageOf(deal) === 'outcome'

export interface Move {
  from: Stage
  to: Stage
  gate: Gate | null
}
export type MoveFailure =
  | { type: 'stage-not-allowed'; values: { from: string; to: string } }
  /** `missing`: checklist items, or for the gate `closing` the deal's own fields */
  | { type: 'gate-not-met'; values: { gate: string }; missing: string[] }

export function canMove(deal: Deal, to: Stage, documents: readonly DealDocument[] = []): Result<Move, MoveFailure> {
  const from = stageOf(deal)
  const step = stageNumber(to) - stageNumber(from)
  if (step === 0) return notAllowed(from, to)
  if (step < 0) return ok({ from, to, gate: null })
  if (to === 'outcome') return canClose(deal, from)
  if (step > 1) return notAllowed(from, to)
  const gate = gateInto(to) ?? null
  const missing = gate ? missingForGate(deal, gate, documents) : []
  return missing.length === 0 ? ok({ from, to, gate }) : fail({ type: 'gate-not-met', values: { gate: gate! }, missing })
}

function canClose(deal: Deal, from: Stage): Result<Move, MoveFailure> {
  if (deal.outcome === 'won' && from !== 'delivery') return notAllowed(from, 'outcome')
  const missing: string[] = []
  if (!deal.outcome) missing.push('outcome')
  if ((deal.outcome === 'lost' || deal.outcome === 'blocked') && !deal.lossReason) missing.push('lossReason')
  return missing.length === 0 ? ok({ from, to: 'outcome', gate: null }) : fail({ type: 'gate-not-met', values: { gate: 'closing' }, missing })
}

const notAllowed = (from: Stage, to: Stage): Result<Move, MoveFailure> => fail({ type: 'stage-not-allowed', values: { from, to } })

/** Where the deal may go now: gates are answered apart, by `canMove`. */
export function reachable(deal: Deal): Stage[] {
  const at = stageNumber(stageOf(deal))
  return STAGES.filter((to, n) => n < at || n === at + 1 || (to === 'outcome' && n !== at))
}
