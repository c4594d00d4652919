import { LOCALES, type Locale } from './locale.ts'

/** How a text in one language came to be. `missing` is what a strip shows for a language without text; it is never stored. */
export const TRANSLATION_STATES = ['original', 'human', 'certified', 'machine', 'stale'] as const
export type TranslationState = (typeof TRANSLATION_STATES)[number]

export interface Rendering {
  text: string
  state: TranslationState
  /** who wrote or certified it, and when (ISO 8601 UTC) */
  by?: string | undefined
  at?: string | undefined
  /** the record's `rev` that this translation was made from */
  basedOnRev?: number | undefined
}

/** One text in up to four languages, with the language it was first written in. */
export interface MlText {
  orig: Locale
  t: Partial<Record<Locale, Rendering>>
}

export const original = (orig: Locale, text: string): MlText => ({ orig, t: { [orig]: { text, state: 'original' } } })

export interface Picked {
  text: string
  lang: Locale
  state: TranslationState
}

/** The text to show to a reader of `preferred`: that language, else the original, else any. */
export function pick(ml: MlText | undefined, preferred: Locale): Picked | undefined {
  if (!ml) return undefined
  for (const lang of [preferred, ml.orig, ...LOCALES]) {
    const r = ml.t[lang]
    if (r && r.text !== '') return { text: r.text, lang, state: r.state }
  }
  return undefined
}

/** The languages that hold text. */
export const languagesOf = (ml: MlText | undefined): Locale[] => (ml ? LOCALES.filter((l) => (ml.t[l]?.text ?? '') !== '') : [])

/**
 * Writes `text` in `lang`. A change of the original makes every other language stale (it is kept, and marked);
 * a change of a translation makes it `human`, based on `rev`.
 */
export function write(ml: MlText | undefined, lang: Locale, text: string, meta: { by?: string; at?: string; rev?: number } = {}): MlText {
  if (!ml || languagesOf(ml).length === 0) return { orig: lang, t: { [lang]: { text, state: 'original', ...stamp(meta) } } }
  if (ml.t[lang]?.text === text) return ml
  const t: MlText['t'] = {}
  for (const l of LOCALES) {
    const before = ml.t[l]
    if (l === lang) t[l] = { text, state: l === ml.orig ? 'original' : 'human', ...stamp(meta), ...(l !== ml.orig && meta.rev !== undefined ? { basedOnRev: meta.rev } : {}) }
    else if (before) t[l] = lang === ml.orig ? { ...before, state: 'stale' } : before
  }
  return { orig: ml.orig, t }
}

const stamp = (m: { by?: string; at?: string }) => ({ ...(m.by === undefined ? {} : { by: m.by }), ...(m.at === undefined ? {} : { at: m.at }) })
