/** From text as written to exact terms: NFKC, direction marks and joiners gone, digits ASCII, case and accents folded, split by script, codes whole and in parts. */
import type { Locale } from '../text/locale.ts'
import { foldArabic, startsWithHamza } from './arabic.ts'
import { ARABIC, CLASS, DIGIT, HAN, HAN_HIGH, HEBREW, isGeresh, JOINER, LATIN, LETTER, SKIP } from './characters.ts'
import { simplify } from './han.ts'
import { foldHebrew } from './hebrew.ts'

export interface Token {
  /** where it stands in the text, UTF-16 units */
  start: number
  end: number
  /** the language whose chain it goes through, told by its script */
  lang: Locale
  /** exact term; for Chinese the whole simplified run */
  term: string
  /** a code or compound: its parts, which are terms too */
  parts?: string[]
  /** Arabic: written with an initial hamza, so what looks like an article is none */
  hamza?: boolean
}

/** `text` cut into tokens. Never throws, whatever it is given. */
export function tokenise(text: string): Token[] {
  const out: Token[] = []
  const n = text.length
  let i = 0
  while (i < n) {
    const kind = CLASS[text.charCodeAt(i)]!
    if (kind === LATIN || kind === DIGIT) i = latinRun(text, i, out)
    else if (kind === HAN || kind === HAN_HIGH) i = hanRun(text, i, out)
    else if (kind === ARABIC) i = wordRun(text, i, ARABIC, out)
    else if (kind === HEBREW) i = wordRun(text, i, HEBREW, out)
    else if (kind === LETTER) i = wordRun(text, i, LETTER, out)
    else i++
  }
  return out
}

/** The single characters and overlapping pairs of a run of Chinese: pairs, and the last character alone, so that every character begins a term. */
export function pairs(run: string): string[] {
  const characters = [...run]
  const out: string[] = []
  for (let k = 0; k + 1 < characters.length; k++) out.push(characters[k]! + characters[k + 1]!)
  if (characters.length > 0) out.push(characters[characters.length - 1]!)
  return out
}

function hanRun(text: string, from: number, out: Token[]): number {
  let i = from
  let term = ''
  while (i < text.length) {
    const kind = CLASS[text.charCodeAt(i)]!
    if (kind === HAN) term += simplify(text[i++]!)
    else if (kind === HAN_HIGH && isLow(text.charCodeAt(i + 1))) {
      term += simplify(text.slice(i, i + 2))
      i += 2
    } else if (kind === SKIP) i++
    else break
  }
  if (term !== '') out.push({ start: from, end: i, lang: 'zh', term })
  return Math.max(i, from + 1)
}
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff

function wordRun(text: string, from: number, script: number, out: Token[]): number {
  let i = from
  while (i < text.length) {
    const unit = text.charCodeAt(i)
    const kind = CLASS[unit]!
    // a geresh belongs to the word only when Hebrew goes on after it, or when it is the sign itself and no quote
    const inside = kind === script || kind === SKIP || (script === HEBREW && isGeresh(unit) && (CLASS[text.charCodeAt(i + 1)] === HEBREW || unit === 0x5f3))
    if (!inside) break
    i++
  }
  const surface = normal(text.slice(from, i))
  const lang = script === ARABIC ? 'ar' : script === HEBREW ? 'he' : 'en'
  const term = script === ARABIC ? foldArabic(surface) : script === HEBREW ? foldHebrew(surface) : foldLatin(surface)
  if (term !== '') out.push({ start: from, end: i, lang, term, ...(script === ARABIC && startsWithHamza(surface) ? { hamza: true } : {}) })
  return i
}

// ---- Latin words, numbers, codes ----
interface Piece {
  start: number
  end: number
  term: string
  digits: boolean
}

function latinRun(text: string, from: number, out: Token[]): number {
  const pieces: Piece[] = []
  const joiners: string[] = []
  let i = from
  for (;;) {
    const piece = pieceAt(text, i)
    pieces.push(piece)
    i = piece.end
    const next = CLASS[text.charCodeAt(i + 1)]
    if (CLASS[text.charCodeAt(i)] !== JOINER || (next !== LATIN && next !== DIGIT)) break
    const joiner = text[i]!
    const before = piece.digits
    const after = next === DIGIT
    // commas bind only digits; a full stop between letters ends a sentence or parts a host name
    if ((joiner === ',' && !(before && after)) || (joiner === '.' && !before && !after)) break
    joiners.push(joiner)
    i++
  }
  emit(pieces, joiners, text, out)
  return i
}

function pieceAt(text: string, from: number): Piece {
  let i = from
  let digits = false
  let plain = true
  for (; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    const kind = CLASS[unit]!
    if (kind === DIGIT) digits = true
    else if (kind !== LATIN && kind !== SKIP) break
    if (unit > 0x7f) plain = false
  }
  const surface = text.slice(from, i)
  const term = plain ? surface.toLowerCase() : foldLatin(normal(surface))
  return { start: from, end: i, term, digits: digits || (!plain && /\d/.test(term)) }
}

const isApostrophe = (c: string) => c === "'" || c === '\u2019' || c === '\u2018'
const isHyphen = (c: string) => c === '-' || (c >= '\u2010' && c <= '\u2014') || c === '\u2212' || c === '\uff0d'

function emit(pieces: Piece[], joiners: string[], text: string, out: Token[]): void {
  const first = pieces[0]!
  const start = first.start
  const end = pieces[pieces.length - 1]!.end
  if (!pieces.some((p) => p.digits)) return emitWords(pieces, joiners, out)
  const whole = wholeCode(pieces, joiners)
  const parts = [...new Set(pieces.flatMap((p) => (p.digits ? split(p.term) : [p.term])).concat(pieces.map((p) => p.term)))].filter((p) => p !== whole && p !== '')
  if (whole !== '') out.push({ start, end, lang: 'en', term: whole, ...(parts.length > 0 ? { parts } : {}) })
  // "WO 2023/123456", "TRL 7": an office or scale in capitals and the number after it are one code too
  const before = out[out.length - 2]
  if (before && whole !== '' && /^\d/.test(whole) && start - before.end === 1 && before.end - before.start <= 4 && /^[A-Z]{2,4}$/.test(text.slice(before.start, before.end)) && /\s/.test(text[before.end]!))
    out.push({ start: before.start, end, lang: 'en', term: before.term + whole.replace('.', '') })
}

function emitWords(pieces: Piece[], joiners: string[], out: Token[]): void {
  for (let k = 0; k < pieces.length; k++) {
    let { start, end, term } = pieces[k]!
    // plant's -> plant; O'Neill -> oneill
    while (k < joiners.length && isApostrophe(joiners[k]!)) {
      k++
      if (pieces[k]!.term !== 's' || (k < joiners.length && isApostrophe(joiners[k]!))) term += pieces[k]!.term
      end = pieces[k]!.end
    }
    const next = pieces[k + 1]
    const pair = pieces.length === 2 && next && isHyphen(joiners[0]!) && joiners.length === 1 && term !== '' && next.term !== ''
    // waste-water, waste water and wastewater meet
    if (pair) {
      out.push({ start, end: next.end, lang: 'en', term: term + next.term, parts: [term, next.term] })
      return
    }
    if (term !== '') out.push({ start, end, lang: 'en', term })
  }
}

/** ZL200072326112.0 -> zl2000723261120; 1,250 -> 1250; 4.5 stays 4.5. */
function wholeCode(pieces: Piece[], joiners: string[]): string {
  const numeric = pieces.every((p) => /^\d+$/.test(p.term))
  if (numeric && joiners.every((j) => j === ',' || j === '.')) return pieces.map((p, k) => (joiners[k] === '.' ? `${p.term}.` : p.term)).join('')
  return pieces.map((p) => p.term).join('')
}

/** Letters and digits apart: zl200072326112 -> zl, 200072326112. Single letters say nothing. */
const split = (term: string): string[] => (term.match(/\d+|[^\d]+/g) ?? []).filter((part) => part.length > 1 || /\d/.test(part))

const normal = (surface: string): string => surface.normalize('NFKC')
// oxlint-disable-next-line no-misleading-character-class -- combining marks by themselves are what is meant
const IGNORED = /[\u0300-\u036f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]/g
const SPECIAL: Record<string, string> = { 'ß': 'ss', 'æ': 'ae', 'œ': 'oe', 'ø': 'o', 'đ': 'd', 'ł': 'l', 'ı': 'i', 'þ': 'th', 'ð': 'd', '\u2044': '/' }
/** Lower case, digits ASCII, accents off. */
function foldLatin(word: string): string {
  const bare = word.toLowerCase().normalize('NFD').replace(IGNORED, '').replace(/[ßæœøđłıþð\u2044]/g, (c) => SPECIAL[c]!)
  return foldDigits(bare.normalize('NFC'))
}
const foldDigits = (word: string): string => word.replace(/[^\P{Nd}0-9]/gu, digit)

/** Decimal digits stand in runs of ten that begin at a multiple of ten from the zero of their script. */
function digit(character: string): string {
  const point = character.codePointAt(0)!
  for (let zero = point; zero > point - 10; zero--) if (!/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) return String(point - zero)
  return String((point - 0x30) % 10)
}
