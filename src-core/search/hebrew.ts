/**
 * Hebrew. Exact form: no niqqud, no geresh or gershayim, final letters as ordinary ones. Stem: the prefixes משהוכלב fall only when
 * what is left is a word of the catalogue (blind stripping turns מחשב into חשב), then one suffix (search.md 3).
 */
import type { Words } from './arabic.ts'

const FINAL: Record<string, string> = { 'ך': 'כ', 'ם': 'מ', 'ן': 'נ', 'ף': 'פ', 'ץ': 'צ' }
// oxlint-disable-next-line no-misleading-character-class -- combining marks by themselves are what is meant
const MARKS = /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u05f3\u05f4"'\u2019\u201d]/g

export const foldHebrew = (word: string): string => word.replace(MARKS, '').replace(/[ךםןףץ]/g, (c) => FINAL[c]!)

const PREFIX_LETTERS = 'ושהכלבמ'
const SUFFIXES = ['ות', 'ימ', 'ית', 'ה', 'ת'] as const
/** The chains of particles that occur, longest first. */
const PREFIXES = ['וכשה', 'ולכשה', 'שב', 'של', 'שמ', 'שה', 'שכ', 'כשה', 'כש', 'מה', 'מש', 'וב', 'ול', 'ומ', 'וה', 'וש', 'וכ', 'ושה', 'ושב', 'ומה', 'לכ', 'ו', 'ש', 'ה', 'כ', 'ל', 'ב', 'מ'] as const

/** Stem of an exact (folded) term. */
export function stemHebrew(term: string, words: Words): string {
  let word = term
  for (let cut = 1; cut <= 3 && term.length - cut >= 3 && PREFIX_LETTERS.includes(term[cut - 1]!); cut++) {
    if (words.has(term.slice(cut))) word = term.slice(cut)
  }
  for (const suffix of SUFFIXES) if (word.endsWith(suffix) && word.length - suffix.length >= 3) return word.slice(0, -suffix.length)
  return word
}

/** Every form of the catalogue that may share `stem`; the caller keeps those that exist and stem to it. */
export function* formsHebrew(stem: string): Generator<string> {
  for (const prefix of ['', ...PREFIXES]) for (const suffix of ['', ...SUFFIXES]) yield prefix + stem + suffix
}

/** What may stand before a word that is still being typed. */
export const ARTICLE_FORMS: readonly string[] = ['', 'ה', 'וה', 'שה']
