/** The labels as a dictionary: who asks for a label in one language also asks for it in the others. */
import { LOCALES, type Locale } from '../text/locale.ts'
import { stemArabic } from './arabic.ts'
import { stemEnglish } from './english.ts'
import { LABELLED_CODES, type Labels } from './labels.ts'
import { tokenise } from './normalise.ts'

export interface Translation {
  lang: Locale
  /** terms that must all be there; Chinese as one run */
  terms: string[]
}

const NO_WORDS = { has: () => false, hamza: () => false }
/** Inflection must not hide a label, and no catalogue is asked: the chains without their checks. */
const rough = (term: string, lang: Locale): string => (lang === 'en' ? stemEnglish(term) : lang === 'ar' ? stemArabic(term, NO_WORDS) : term)
export const keyOf = (words: readonly { term: string; lang: Locale }[]): string => words.map((w) => rough(w.term, w.lang)).join(' ')

/** Longest label that is looked for, in words. */
export const LONGEST = 4

export class TermBase {
  #labels: Labels
  #known = new Set<string>()
  #translations = new Map<string, Translation[]>()

  constructor(labels: Labels) {
    this.#labels = labels
    for (const code of LABELLED_CODES) this.learn(code)
  }

  /** Takes in the labels of a code, once. */
  learn(code: string): void {
    if (this.#known.has(code)) return
    this.#known.add(code)
    const found = this.#labels(code)
    const sides = LOCALES.flatMap((lang) => variants(found[lang] ?? '').map((label) => ({ lang, words: tokenise(label).filter((t) => t.lang === lang) })))
    for (const side of sides) {
      if (side.words.length === 0 || side.words.length > LONGEST) continue
      const others = sides.filter((s) => s.lang !== side.lang && s.words.length > 0).map((s) => ({ lang: s.lang, terms: s.words.map((w) => w.term) }))
      const key = keyOf(side.words)
      this.#translations.set(key, [...(this.#translations.get(key) ?? []), ...others])
    }
  }

  find(words: readonly { term: string; lang: Locale }[]): Translation[] {
    return this.#translations.get(keyOf(words)) ?? []
  }
}

/** "Wastewater and reuse", "猪、牛": each half is asked for by itself, too. */
const variants = (label: string): string[] => [...new Set([label, ...label.split(/\s*[,;/()（）、，；；·&与和]\s*|\s+and\s+|\s+or\s+|[،؛]\s*/)].map((v) => v.trim()).filter((v) => v.length > 1))]
