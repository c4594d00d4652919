/** Text on its way into the page: escaped, its foreign runs isolated, its numbers held together with their units. */
import { stripBidiControls } from '../text/bidi.ts'
import { direction, type Locale } from '../text/locale.ts'
import { RTL_LETTER, segments } from '../text/segments.ts'

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
export const escape = (text: string) => text.replace(/[&<>"']/g, (c) => ENTITIES[c]!)

/** A run up to this long is kept on one line. */
const UNBROKEN = 24
const NBSP = '\u00a0'
/** A unit as it is printed: has a sign or a capital in it, or is one of the short ones. */
const NUMBER_UNIT = /(\d) (?=(?:[°%‰µμΩ$€£¥]|(?:m|g|h|s|t|kg|km|cm|mm|nm|ha|min|bar|ppm|ppb|rpm|mol|wt|mg|ml|l|cd|rad|nmol|kmol|dB)(?![\p{L}])|[a-zµμ]{0,3}[A-Z°][\p{L}\d°/·²³⁻¹^%]{0,8}(?![\p{L}])|[a-zµμ]{1,4}[/·²³]))/gu
/** Digits of one number are never parted: "4 200 h", "1 000". */
const keepUnits = (text: string) => text.replace(NUMBER_UNIT, `$1${NBSP}`)

/** A code, number or address: left to right, unbroken, exactly as stored. */
export const code = (text: string) => `<bdi dir="ltr" class="code">${escape(stripBidiControls(text))}</bdi>`

/** Text of a paragraph in `lang`, with every run of the other direction isolated. */
export function rich(lang: Locale, text: string): string {
  const clean = keepUnits(stripBidiControls(text))
  return direction(lang) === 'rtl' ? segments(clean).map(inRtl).join('') : inLtr(clean)
}

function inRtl({ text, ltr }: { text: string; ltr: boolean }): string {
  if (!ltr) return escape(text)
  const classes = [...text].length <= UNBROKEN ? ' class="nb"' : ''
  return `<bdi dir="ltr"${/\p{Script=Han}/u.test(text) ? ' lang="zh"' : ''}${classes}>${escape(text)}</bdi>`
}

/** Words of a right-to-left script with what stands between them. */
const RTL_RUN = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc](?:[^\p{Script=Latin}\p{Script=Han}\n]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])?/gu
function inLtr(text: string): string {
  let out = ''
  let at = 0
  for (const match of text.matchAll(RTL_RUN)) {
    out += escape(text.slice(at, match.index)) + `<bdi dir="rtl" lang="${/[\u0590-\u05ff]/u.test(match[0]) ? 'he' : 'ar'}">${escape(match[0])}</bdi>`
    at = match.index + match[0].length
  }
  return out + escape(text.slice(at))
}

/** The language of a text whose language nobody stored (a metric's name, a milestone). */
export function guessLocale(text: string): Locale {
  const first = /[\p{L}]/u.exec(text)?.[0] ?? ''
  if (RTL_LETTER.test(first)) return /[\u0590-\u05ff]/u.test(first) ? 'he' : 'ar'
  return /\p{Script=Han}/u.test(text) ? 'zh' : 'en'
}

/** A text without a stored language, set in its own direction. */
export function free(text: string): string {
  const lang = guessLocale(text)
  return `<bdi lang="${lang}" dir="${direction(lang)}">${rich(lang, text)}</bdi>`
}

/** Something said in `lang`. */
export const span = (lang: Locale, html: string, cls = '') => `<span lang="${lang}" dir="${direction(lang)}"${cls === '' ? '' : ` class="${cls}"`}>${html}</span>`
