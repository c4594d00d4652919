/** The searchable texts of a record, each with its weight group: 0 title, 1 keywords and codes, 2 summary, 3 body. */
import { fieldsOf, type CaravanRecord } from '../record/record.ts'
import { LOCALES, type Locale } from '../text/locale.ts'
import type { MlText } from '../text/multilingual.ts'
import { codesOf, type Labels } from './labels.ts'

export const WEIGHTS = [4, 3, 1.5, 1] as const
export interface IndexedText {
  field: string
  lang: Locale | 'code'
  group: number
  text: string
  /** the label of a code rather than something somebody wrote */
  label?: true
}

const GROUP: Record<string, number> = { title: 0, publicTitle: 0, aliases: 1, transliterations: 1, ids: 1, codes: 1, ipRights: 1, summary: 2, publicSummary: 2 }
/** rows that say nothing about what a record is: who did what when */
const UNSEARCHED = new Set(['stageHistory', 'checklist', 'versions', 'conventions', 'consent', 'skills', 'control'])
/** columns that hold codes of the form, not words */
const UNSEARCHED_COLUMNS = new Set(['id', 'op', 'force', 'lang', 'at', 'scheme', 'state', 'kind', 'office', 'role', 'sha256', 'mime', 'currency', 'term', 'done', 'start'])

export function* textsOf(record: CaravanRecord, labels: Labels): Generator<IndexedText> {
  const values = record as unknown as Record<string, unknown>
  yield { field: 'ref', lang: 'code', group: 1, text: record.ref }
  for (const { name, meta } of searchable(record)) {
    const value = values[name]
    if (value === undefined || value === null) continue
    const group = GROUP[name] ?? 3
    if (meta === 'ml') {
      const ml = value as MlText
      for (const lang of LOCALES) if (ml.t[lang]?.text) yield { field: name, lang, group, text: ml.t[lang].text }
    } else if (meta === 'line') yield { field: name, lang: 'code', group, text: value as string }
    else for (const row of value as Record<string, unknown>[]) for (const [column, cell] of Object.entries(row)) if (typeof cell === 'string' && !UNSEARCHED_COLUMNS.has(column)) yield { field: name, lang: 'code', group, text: cell }
  }
  if (typeof values['trl'] === 'number') yield { field: 'trl', lang: 'code', group: 1, text: `TRL ${values['trl']}` }
  for (const { field, code } of codesOf(record)) {
    const found = labels(code)
    for (const lang of LOCALES) if (found[lang]) yield { field, lang, group: 1, text: found[lang], label: true }
  }
}

type Searchable = { name: string; meta: 'ml' | 'line' | 'rows' }
const known = new Map<string, Searchable[]>()
function searchable(record: CaravanRecord): Searchable[] {
  let fields = known.get(record.kind)
  if (!fields) {
    fields = fieldsOf(record.kind).flatMap(({ name, meta }) => (meta.control === 'ml' || meta.control === 'line' || (meta.control === 'rows' && !UNSEARCHED.has(name)) ? [{ name, meta: meta.control }] : []))
    known.set(record.kind, fields)
  }
  return fields
}
