/**
 * What a deal must show, stage by stage (domain.md 3). An item is asked for at a gate or only recommended. It counts as done when
 * somebody ticked it, when a document of the deal proves it, or - for what the deal itself says - when the deal says it.
 * Labels: `locales/<lang>/vocabulary.json` `checklist.<item>`.
 */
import type { Deal, RecordOf } from '../record/record.ts'
import type { Code } from '../record/vocabulary.ts'

export type DealDocument = RecordOf<'document'>
export type Stage = Code<'dealStage'>
export const GATES = ['G1', 'G2', 'G3', 'G4', 'G5', 'G6'] as const
export type Gate = (typeof GATES)[number]

export interface ChecklistItem {
  item: string
  stage: Stage
  /** the gate that asks for it; none: recommended only */
  gate?: Gate
  required: boolean
  /** kinds of document that prove it, and whether they must be signed */
  proof?: { kinds: readonly Code<'documentKind'>[]; signed: boolean }
  /** read off the deal; such an item is not ticked */
  fact?: (deal: Deal) => boolean
}

const asked = (gate: Gate, stage: Stage, item: string, more: Pick<ChecklistItem, 'proof' | 'fact'> = {}): ChecklistItem => ({ item, stage, gate, required: true, ...more })
const advised = (stage: Stage, item: string, more: Pick<ChecklistItem, 'proof'> = {}): ChecklistItem => ({ item, stage, required: false, ...more })
const held = (...kinds: Code<'documentKind'>[]) => ({ proof: { kinds, signed: false } })
const signed = (...kinds: Code<'documentKind'>[]) => ({ proof: { kinds, signed: true } })
const hasRole = (role: Code<'partyRole'>) => ({ fact: (deal: Deal) => (deal.parties ?? []).some((p) => p.role === role) })

export const CHECKLIST: readonly ChecklistItem[] = [
  asked('G1', 'lead', 'client-consent'),
  asked('G1', 'lead', 'control-classified'),
  asked('G1', 'lead', 'funder-limits'),
  asked('G1', 'lead', 'ip-priority'),
  asked('G1', 'lead', 'deny-rules'),
  advised('lead', 'needs-assessment'),
  advised('lead', 'action-plan'),
  advised('qualified', 'profile-reviewed', held('profile')),
  advised('qualified', 'public-face', held('teaser')),
  asked('G2', 'interest', 'provider-named', hasRole('provider')),
  asked('G2', 'interest', 'recipient-named', hasRole('recipient')),
  asked('G2', 'interest', 'eoi-accepted', held('eoi')),
  asked('G2', 'interest', 'parties-screened'),
  asked('G2', 'interest', 'countries-screened'),
  asked('G2', 'interest', 'deemed-export'),
  asked('G2', 'interest', 'end-use-form', held('end-use')),
  // signed before anything is shown: the exit evidence of disclosure is its precondition too
  asked('G2', 'interest', 'nda-in-force', signed('nda', 'mta')),
  advised('interest', 'meeting-minutes', held('minutes')),
  advised('disclosure', 'secrecy-check'),
  advised('disclosure', 'data-room', held('datasheet')),
  asked('G3', 'evaluation', 'evaluation-report', held('test-report')),
  asked('G3', 'evaluation', 'localisation-plan'),
  asked('G3', 'evaluation', 'ip-due-diligence', held('fto')),
  asked('G3', 'evaluation', 'negotiation-permit'),
  advised('evaluation', 'valuation', held('valuation')),
  advised('evaluation', 'pilot-run'),
  asked('G4', 'terms', 'term-sheet', signed('term-sheet', 'loi', 'mou')),
  advised('terms', 'country-brief'),
  asked('G4', 'approvals', 'authorisations-held', held('authorisation')),
  advised('approvals', 'board-approval', held('board-paper')),
  advised('approvals', 'state-assets'),
  asked('G4', 'contract', 'text-agreed', held('contract')),
  asked('G4', 'contract', 'prevailing-language', { fact: (deal) => deal.prevailing !== undefined }),
  asked('G4', 'contract', 'rescreened'),
  asked('G4', 'contract', 'signing-authority', held('poa', 'registry-extract')),
  advised('contract', 'translations-certified', held('translation-certificate')),
  asked('G5', 'signature', 'contract-signed', signed('contract')),
  asked('G5', 'signature', 'registration-due'),
  advised('signature', 'seals-complete'),
  advised('signature', 'legalised', held('apostille')),
  asked('G6', 'effect', 'registration-number'),
  asked('G6', 'effect', 'withholding-tax', held('tax-record')),
  asked('G6', 'effect', 'invoice-ready', held('invoice')),
  asked('G6', 'effect', 'licence-valid'),
  advised('effect', 'currency-file'),
  advised('delivery', 'training-done', held('training-log')),
  advised('delivery', 'milestones-accepted', held('acceptance')),
  advised('outcome', 'impact-verified', held('royalty-report')),
  advised('outcome', 'success-story'),
]

export interface CheckState extends ChecklistItem {
  done: boolean
  /** what made it done */
  by: 'tick' | 'document' | 'deal' | null
}

/** The whole checklist of `deal` with the state of each item, in order of the stages. */
export function checklistOf(deal: Deal, documents: readonly DealDocument[] = []): CheckState[] {
  const ticked = new Set((deal.checklist ?? []).filter((row) => row.done).map((row) => row.item))
  return CHECKLIST.map((item) => {
    const by = doneBy(item, deal, documents, ticked)
    return { ...item, done: by !== null, by }
  })
}

function doneBy(item: ChecklistItem, deal: Deal, documents: readonly DealDocument[], ticked: ReadonlySet<string>): CheckState['by'] {
  if (item.fact) return item.fact(deal) ? 'deal' : null
  if (ticked.has(item.item)) return 'tick'
  return item.proof && documents.some((d) => proves(d, deal, item.proof!)) ? 'document' : null
}

function proves(document: DealDocument, deal: Deal, proof: NonNullable<ChecklistItem['proof']>): boolean {
  if (document.deal !== deal.ref || document.tombstone || !proof.kinds.includes(document.documentKind!)) return false
  return document.state === 'signed' || (!proof.signed && document.state === 'final')
}

/** The items that `gate` still asks for. */
export const missingForGate = (deal: Deal, gate: Gate, documents: readonly DealDocument[] = []): string[] =>
  checklistOf(deal, documents).filter((i) => i.gate === gate && !i.done).map((i) => i.item)

/** The rows a new deal starts with: every item that a person ticks, none done. The item is the row's id, so two people who tick the same one meet. */
export const newChecklist = (): NonNullable<Deal['checklist']> => CHECKLIST.filter((i) => !i.fact).map((i) => ({ id: i.item, item: i.item, done: false }))
