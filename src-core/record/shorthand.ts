/** Short ways of writing a value in a file, spelled out. What is no shorthand passes as it is: the schema judges it. */
import { isLocale, type Locale } from '../text/locale.ts'
import type { MlText } from '../text/multilingual.ts'
import type { Field } from './record.ts'

/** undefined when the value says nothing (an empty text). `lang` is the language of plain strings. */
export function spellOut({ meta }: Field, value: unknown, lang: Locale): unknown {
  switch (meta.control) {
    case 'ml': return multilingual(value, lang)
    case 'date': return typeof value === 'string' ? { iso: value } : value
    case 'rows': return Array.isArray(value) ? withIds(value) : value
    default: return value
  }
}

/** A plain string, or `{"zh":"…","en":"…"}` whose first key is the original. */
function multilingual(value: unknown, lang: Locale): unknown {
  if (typeof value === 'string') return value.trim() === '' ? undefined : { orig: lang, t: { [lang]: { text: value, state: 'original' } } }
  if (typeof value !== 'object' || value === null || Array.isArray(value) || 't' in value) return value
  const texts = Object.entries(value)
  if (!texts.every(([key, text]) => isLocale(key) && typeof text === 'string')) return value
  const filled = (texts as [Locale, string][]).filter(([, text]) => text.trim() !== '')
  const orig = filled[0]?.[0]
  if (!orig) return undefined
  const t: MlText['t'] = {}
  for (const [key, text] of filled) t[key] = { text, state: key === orig ? 'original' : 'human' }
  return { orig, t }
}

/** Rows without an id are numbered by position, around the ids that are given. */
function withIds(rows: unknown[]): unknown[] {
  const taken = new Set(rows.map((row) => (row as { id?: unknown } | null)?.id))
  return rows.map((row, at) => {
    if (typeof row !== 'object' || row === null || Array.isArray(row) || (row as { id?: unknown }).id !== undefined) return row
    let id = `r${at + 1}`
    while (taken.has(id)) id += 'x'
    taken.add(id)
    return { id, ...row }
  })
}
