/** Terms of an exact space, and the chain that brings inflected forms of one word together. */
import type { Locale } from '../text/locale.ts'
import { formsArabic, stemArabic, type Words } from './arabic.ts'
import { stemEnglish } from './english.ts'
import { formsHebrew, stemHebrew } from './hebrew.ts'
import { pairs, tokenise, type Token } from './normalise.ts'

/** Calls `add` for every term of `text` with the language whose length it counts for. */
export function eachTerm(text: string, add: (term: string, lang: Locale, token: Token) => void): void {
  for (const token of tokenise(text)) {
    if (token.lang === 'zh') for (const pair of pairs(token.term)) add(pair, 'zh', token)
    else {
      add(token.term, token.lang, token)
      if (token.parts) for (const part of token.parts) add(part, token.lang, token)
    }
  }
}

export function stemOf(term: string, lang: Locale, words: Words): string {
  if (lang === 'ar') return stemArabic(term, words)
  if (lang === 'he') return stemHebrew(term, words)
  return lang === 'en' ? stemEnglish(term) : term
}

/** Forms that may share a stem with `term`, for the languages whose forms can be made; English looks its stems up. */
export const formsOf = (stem: string, lang: Locale): Iterable<string> => (lang === 'ar' ? formsArabic(stem) : lang === 'he' ? formsHebrew(stem) : [])

/** The script of a term tells its language. */
export function langOfTerm(term: string): Locale {
  const c = term.charCodeAt(0)
  if ((c >= 0x3400 && c < 0xa000) || c === 0x3005 || c === 0x3007 || (c >= 0xd840 && c <= 0xd88f) || (c >= 0xf900 && c < 0xfb00)) return 'zh'
  if (c >= 0x600 && c < 0x780) return 'ar'
  return c >= 0x590 && c < 0x600 ? 'he' : 'en'
}
