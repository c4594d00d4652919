/** What waits for a decision, from all sides of the app, the most pressing first. */
import type { CaravanRecord } from '../../../src-core/record/record.ts'
import type { Gate } from '../../../src-core/deal/checklist.ts'
import type { Kind } from '../../../src-core/record/vocabulary.ts'
import { LOCALES, type Locale } from '../../../src-core/text/locale.ts'
import type { MlText } from '../../../src-core/text/multilingual.ts'
import type { InboxItem } from '../../store/api.ts'
import type { DealView } from '../../app/deal-state.ts'

export interface Draft {
  key: string
  at: string
  kind: Kind
  /** the record it changes; none: a new one */
  ref: string | undefined
  title: string
}
export type Waiting =
  | { type: 'conflict'; key: string; ref: string }
  | { type: 'rejected'; key: string; ref: string }
  | { type: 'gate'; key: string; view: DealView; gate: Gate }
  | { type: 'stale'; key: string; record: CaravanRecord; languages: Locale[] }
  | { type: 'draft'; key: string; draft: Draft }

/** Languages in which some text of the record is older than its original. */
export function staleLanguages(record: CaravanRecord): Locale[] {
  const stale = new Set<Locale>()
  for (const value of Object.values(record)) {
    if (typeof value !== 'object' || value === null || !('orig' in value)) continue
    const { t } = value as MlText
    for (const lang of LOCALES) if (t[lang]?.state === 'stale') stale.add(lang)
  }
  return LOCALES.filter((l) => stale.has(l))
}

interface Sources {
  inbox: readonly InboxItem[]
  deals: readonly DealView[]
  records: readonly CaravanRecord[]
  drafts: readonly Draft[]
}
export function waitingFor({ inbox, deals, records, drafts }: Sources): Waiting[] {
  const edits = inbox.map((item): Waiting => ({ type: item.kind, key: `inbox ${item.key}`, ref: item.ref }))
  // a deal with much of its gate done is nearest to moving on: that is where a decision helps most
  const gates = deals
    .filter((view) => !view.closed && view.gate && view.missing > 0 && view.missing < view.asked.length)
    .sort((a, b) => a.missing - b.missing || b.days - a.days)
    .map((view): Waiting => ({ type: 'gate', key: `gate ${view.deal.ref}`, view, gate: view.gate! }))
  const stale = records.flatMap((record): Waiting[] => {
    const languages = staleLanguages(record)
    return languages.length > 0 ? [{ type: 'stale', key: `stale ${record.ref}`, record, languages }] : []
  })
  return [...edits, ...drafts.map((draft): Waiting => ({ type: 'draft', key: `draft ${draft.key}`, draft })), ...gates, ...stale]
}
