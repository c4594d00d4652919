/** How one dossier is set: its two languages, its words, and the pieces every part is built from. */
import type { Code, VocabularyName } from '../record/vocabulary.ts'
import { direction, type Locale } from '../text/locale.ts'
import { pick, type MlText, type Picked } from '../text/multilingual.ts'
import { countryName, date, digits, languageName, otherDate, PLAIN } from './format.ts'
import { escape, rich, span } from './inline.ts'
import type { Conventions, DossierInput } from './input.ts'
import type { Redacted } from './redact.ts'

export interface Heading {
  id: string
  level: number
  /** plain text, both languages: bookmark of the PDF */
  title: string
}

export interface Setting {
  input: DossierInput
  records: Redacted
  languages: readonly [Locale, Locale]
  headings: Heading[]
  /** a word of the dossier, plain */
  word(lang: Locale, key: string, values?: Record<string, string | number>): string
  label<N extends VocabularyName>(lang: Locale, vocabulary: N, value: Code<N>): string
  conventions(lang: Locale): Conventions
}

const LEVANT = new Set(['JO', 'LB', 'SY', 'IQ'])

export function setting(input: DossierInput, records: Redacted): Setting {
  const words = new Map(input.languages.map((lang) => [lang, input.words(lang)]))
  const word: Setting['word'] = (lang, key, values) => words.get(lang)!(key, values)
  return {
    input, records, languages: input.languages, headings: [], word,
    label: (lang, vocabulary, value) => word(lang, `vocabulary:${vocabulary}.${value}`),
    conventions: (lang) => ({ ...(input.centre.countries?.some((c) => LEVANT.has(c)) ? { months: 'levant' as const } : {}), ...(input.conventions?.[lang] ?? PLAIN) }),
  }
}

/** HTML of something for each language. */
type Each = (lang: Locale) => string

/** The dossier's own words, isolated. */
export const say = (s: Setting, lang: Locale, key: string, values?: Record<string, string | number>) => rich(lang, s.word(lang, key, values))
export const day = (s: Setting, lang: Locale, iso: string) => rich(lang, date(lang, iso, s.conventions(lang)))
/** A day with the other calendar of the centre below it. */
export function days(s: Setting, lang: Locale, iso: string): string {
  const other = otherDate(lang, iso, s.conventions(lang))
  return day(s, lang, iso) + (other === undefined ? '' : `<span class="other-date">${rich(lang, other)}</span>`)
}
export const country = (lang: Locale, value: string) => rich(lang, countryName(lang, value))
export const inDigits = (s: Setting, lang: Locale, n: number) => digits(lang, String(n), s.conventions(lang))

/** Two columns, one row: the first language begins where its script begins, so Arabic and Hebrew stand on the right of Chinese and English. */
export const pair = (s: Setting, each: Each, cls = '') =>
  `<div class="pair${cls === '' ? '' : ` ${cls}`}">${s.languages.map((lang) => `<div class="side" lang="${lang}" dir="${direction(lang)}">${each(lang)}</div>`).join('')}</div>`

/** Two languages in one cell or line, one below the other. */
export const stack = (s: Setting, each: Each, cls = 'stack') => `<div class="${cls}">${s.languages.map((lang) => `<div lang="${lang}" dir="${direction(lang)}">${each(lang)}</div>`).join('')}</div>`

/** Two short words of both languages on one line. */
export const inline = (s: Setting, each: Each) => s.languages.map((lang) => `<bdi lang="${lang}" dir="${direction(lang)}">${each(lang)}</bdi>`).join(' <span class="sep">·</span> ')

/** A part's or a section's heading in both columns; it becomes a bookmark, and level 1 and 2 stand in the contents. */
export function heading(s: Setting, id: string, level: 1 | 2, title: (lang: Locale) => string, plain: (lang: Locale) => string): string {
  s.headings.push({ id, level, title: s.languages.map(plain).join(' · ') })
  const tag = level === 1 ? 'h2' : 'h3'
  return `<${tag} id="${id}" class="pair">${s.languages.map((lang) => span(lang, title(lang), 'side')).join('')}</${tag}>`
}

/** A label over a pair of texts; not a bookmark. */
export const label = (s: Setting, key: string) => pair(s, (lang) => say(s, lang, key), 'label')

/** The text for a reader of `lang`: their language, else the dossier's other one, else the original. */
export function picked(s: Setting, lang: Locale, ml: MlText | undefined): Picked | undefined {
  const other = s.languages[0] === lang ? s.languages[1] : s.languages[0]
  const has = (l: Locale) => (ml?.t[l]?.text ?? '') !== ''
  return pick(ml, !has(lang) && has(other) ? other : lang)
}

/** What a reader of `lang` must know about the text shown to them: another language, a machine's, out of date. */
export function marks(s: Setting, lang: Locale, shown: Picked, length: 'long' | 'short' = 'long'): string {
  const out: string[] = []
  if (shown.lang !== lang) out.push(length === 'long' ? s.word(lang, 'mark.shownIn', { language: languageName(lang, shown.lang) }) : languageName(lang, shown.lang))
  if (shown.state === 'machine' || shown.state === 'stale' || shown.state === 'certified') out.push(s.word(lang, `mark.${shown.state}`))
  return out.map((text) => `<span class="mark" lang="${lang}" dir="${direction(lang)}">${rich(lang, text)}</span>`).join(' ')
}

/** A name or title in a line: the reader's language, or the one it has, with its mark. */
export function name(s: Setting, lang: Locale, ml: MlText | undefined, otherwise = ''): string {
  const shown = picked(s, lang, ml)
  if (!shown) return escape(otherwise)
  const mark = marks(s, lang, shown, 'short')
  const text = shown.lang === lang ? rich(lang, shown.text) : `<bdi lang="${shown.lang}" dir="${direction(shown.lang)}">${rich(shown.lang, shown.text)}</bdi>`
  return mark === '' ? text : `${text} ${mark}`
}
export const plainName = (s: Setting, lang: Locale, ml: MlText | undefined, otherwise = '') => picked(s, lang, ml)?.text ?? otherwise

const paragraphs = (text: string) => text.split(/\n+/).map((p) => p.trim()).filter((p) => p !== '')
const paragraphsOf = ({ text, lang }: Picked) => paragraphs(text).map((p) => `<p lang="${lang}" dir="${direction(lang)}">${rich(lang, p)}</p>`)

/** A long text in both columns, paragraph beside paragraph when there are as many; over both columns when one text serves both readers. */
export function prose(s: Setting, ml: MlText | undefined): string {
  const [a, b] = s.languages
  const first = picked(s, a, ml)
  const second = picked(s, b, ml)
  if (!first || !second) return ''
  if (first.lang === second.lang) {
    // it stands once, and who does not read that language is told so in their own column
    const told = pair(s, (lang) => marks(s, lang, first), 'marks')
    return `<div class="prose whole">${paragraphsOf(first).join('')}${told}</div>`
  }
  const shown = { [a]: first, [b]: second } as Record<Locale, Picked>
  const parts = { [a]: paragraphsOf(first), [b]: paragraphsOf(second) } as Record<Locale, string[]>
  const tail = (lang: Locale) => { const m = marks(s, lang, shown[lang]); return m === '' ? '' : `<div class="marks">${m}</div>` }
  if (parts[a].length !== parts[b].length) return pair(s, (lang) => parts[lang].join('') + tail(lang), 'prose')
  return parts[a].map((_, i) => pair(s, (lang) => parts[lang][i]! + (i === parts[a].length - 1 ? tail(lang) : ''), 'prose')).join('')
}

/** A labelled long text, or nothing when no language has one. */
export const field = (s: Setting, key: string, ml: MlText | undefined) => { const body = prose(s, ml); return body === '' ? '' : `<section class="field">${label(s, key)}${body}</section>` }

export interface Fact { key: string; values?: Record<string, string | number>; value: Each }
/** Short facts in rows: label and value in each column. */
export const facts = (s: Setting, list: readonly (Fact | undefined)[]) => {
  const rows = list.filter((f) => f !== undefined)
  return rows.length === 0 ? '' : `<div class="facts">${rows.map((f) => pair(s, (lang) => `<span class="k">${say(s, lang, f.key, f.values)}</span><span class="v">${f.value(lang)}</span>`, 'fact')).join('')}</div>`
}

export interface Column { key: string; cls?: string }
/** A table over both columns, whose heads are in both languages. */
export function table(s: Setting, columns: readonly Column[], rows: readonly (readonly string[])[], cls = ''): string {
  const head = columns.map((c) => `<th scope="col"${c.cls ? ` class="${c.cls}"` : ''}>${stack(s, (lang) => say(s, lang, c.key))}</th>`).join('')
  const body = rows.map((cells) => `<tr>${cells.map((cell, i) => `<td${columns[i]?.cls ? ` class="${columns[i].cls}"` : ''}>${cell}</td>`).join('')}</tr>`).join('')
  return `<table${cls === '' ? '' : ` class="${cls}"`}><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`
}
