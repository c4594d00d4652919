/** The order of a result: by score or by a date or level, ties always broken the same way. */
import type { CaravanRecord } from '../record/record.ts'
import type { Locale } from '../text/locale.ts'
import type { Sort } from './engine.ts'

/** What a record is sorted by; made once, when it is indexed. */
export interface SortKeys {
  ref: string
  updated: string
  trl: number
  deadline: string
  languages: string
}
const NEVER = '9999'

export function sortKeys(record: CaravanRecord): SortKeys {
  const values = record as unknown as Record<string, unknown>
  const day = (name: string): string => {
    const value = values[name] as string | { iso: string } | undefined
    return typeof value === 'string' ? value : (value?.iso ?? NEVER)
  }
  const range = values['trlRange'] as { min: number } | undefined
  return {
    ref: record.ref,
    updated: record.updatedAt,
    trl: typeof values['trl'] === 'number' ? values['trl'] : (range?.min ?? 0),
    deadline: ['eoiDeadline', 'callDeadline', 'needBy', 'closes', 'start', 'expectedClose', 'validUntil'].map(day).find((d) => d !== NEVER) ?? NEVER,
    languages: Object.keys(record.title?.t ?? {}).join(' '),
  }
}

export interface Scored {
  doc: number
  score: number
}

/** The best `count` of `docs`, in order. */
export function best(docs: readonly Scored[], keys: (doc: number) => SortKeys, sort: Sort, locale: Locale, count: number): Scored[] {
  const before = comparator(sort, locale, keys)
  if (docs.length <= count * 4 + 64) return [...docs].sort(before).slice(0, count)
  // a full sort of a long list costs more than keeping the best few
  const kept: Scored[] = []
  for (const doc of docs) {
    if (kept.length === count && before(doc, kept[count - 1]!) >= 0) continue
    let low = 0
    for (let high = kept.length; low < high; ) {
      const mid = (low + high) >> 1
      if (before(doc, kept[mid]!) < 0) high = mid
      else low = mid + 1
    }
    kept.splice(low, 0, doc)
    if (kept.length > count) kept.pop()
  }
  return kept
}

function comparator(sort: Sort, locale: Locale, keys: (doc: number) => SortKeys): (a: Scored, b: Scored) => number {
  const text = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  return (x, y) => {
    const a = keys(x.doc)
    const b = keys(y.doc)
    const first = sort === 'updated' ? text(b.updated, a.updated) : sort === 'trl' ? b.trl - a.trl : sort === 'deadline' ? text(a.deadline, b.deadline) : 0
    return first || y.score - x.score || Number(b.languages.includes(locale)) - Number(a.languages.includes(locale)) || text(b.updated, a.updated) || text(a.ref, b.ref)
  }
}
