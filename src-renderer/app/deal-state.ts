/** A deal as several screens show it: where it stands, what its next gate lacks, how long it has been there. */
import { checklistOf, type CheckState, type DealDocument, type Gate, type Stage } from '../../src-core/deal/checklist.ts'
import { gateInto, isClosed, nextStage, stageNumber, stageOf, STAGES } from '../../src-core/deal/stages.ts'
import type { Deal } from '../../src-core/record/record.ts'

const DAY = 86_400_000

export interface DealView {
  deal: Deal
  stage: Stage
  next: Stage | undefined
  /** the gate before `next` */
  gate: Gate | undefined
  checks: readonly CheckState[]
  /** what `gate` asks for: missing first */
  asked: readonly CheckState[]
  missing: number
  closed: boolean
  /** whole days in this stage */
  days: number
}

export function viewDeal(deal: Deal, documents: readonly DealDocument[], now: number): DealView {
  const stage = stageOf(deal)
  const next = nextStage(stage)
  const gate = next && gateInto(next)
  const checks = checklistOf(deal, documents)
  const asked = gate ? [...checks.filter((c) => c.gate === gate && !c.done), ...checks.filter((c) => c.gate === gate && c.done)] : []
  const since = (deal.stageHistory ?? []).findLast((row) => row.to === stage)?.at ?? deal.createdAt
  return { deal, stage, next, gate, checks, asked, missing: asked.filter((c) => !c.done).length, closed: isClosed(deal), days: Math.max(0, Math.floor((now - Date.parse(since)) / DAY)) }
}
/** A gate lies behind the deal, is the next to pass, or comes later. A closed deal has passed those of the stages it went through. */
export function gateState(view: DealView, gate: Gate): 'passed' | 'next' | 'ahead' {
  const into = STAGES.findIndex((stage) => gateInto(stage) === gate)
  const reached = view.closed ? Math.max(0, ...(view.deal.stageHistory ?? []).filter((row) => row.to !== 'outcome').map((row) => stageNumber(row.to))) : stageNumber(view.stage)
  return reached >= into ? 'passed' : reached === into - 1 && !view.closed ? 'next' : 'ahead'
}
