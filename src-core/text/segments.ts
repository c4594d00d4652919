/**
 * Splits a text that stands in a right-to-left paragraph into runs. A run of Latin, Han or Greek letters or of digits is `ltr` whole:
 * a number with its unit, a range, a tolerance, a code, a telephone number. Left to the bidi algorithm, "32 °C" prints as "C° 32".
 */
export interface Segment {
  text: string
  ltr: boolean
}

export const RTL_LETTER = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u
const CORE = /[\p{Script=Latin}\p{Nd}\p{Script=Han}\p{Script=Greek}]/u
const EDGE = /[\s.,;:!?،؛…\u060c\u200e\u200f"'“”‘’«»״׳。，、；：]/u
/** A slash or dash between two languages belongs to neither. */
const BETWEEN_START = /^[/|·•—–]\s/u
const BETWEEN_END = /\s[/|·•—–]$/u
const CLOSER: Record<string, string> = { '(': ')', '[': ']', '{': '}', '（': '）' }
const OPENER = Object.fromEntries(Object.entries(CLOSER).map(([a, b]) => [b, a]))

export function segments(text: string): Segment[] {
  const out: Segment[] = []
  const push = (piece: string, ltr: boolean) => {
    if (piece === '') return
    const last = out.at(-1)
    if (last && last.ltr === ltr) last.text += piece
    else out.push({ text: piece, ltr })
  }
  const chars = [...text]
  let i = 0
  while (i < chars.length) {
    let j = i
    while (j < chars.length && !RTL_LETTER.test(chars[j]!)) j++
    for (const piece of listed(chars.slice(i, j).join(''))) {
      const { before, core, after } = trim([...piece])
      push(before, false)
      push(core, true)
      push(after, false)
    }
    for (i = j; i < chars.length && RTL_LETTER.test(chars[i]!); i++) push(chars[i]!, false)
  }
  return out
}

/** A list of quantities ("3%–5%, ±2 cm") is read in the direction of the sentence: each is a run of its own. */
const QUANTITY = /^[\s([±≥≤<>−+-]*\d/u
function listed(run: string): string[] {
  const items = run.split(/(?<=[,;،؛] )/u)
  return items.length > 1 && items.every((item) => QUANTITY.test(item)) ? items : [run]
}

/** Punctuation and unpaired brackets at the edges of a run belong to the sentence around it. */
function trim(run: string[]): { before: string; core: string; after: string } {
  if (!run.some((c) => CORE.test(c))) return { before: run.join(''), core: '', after: '' }
  let from = 0
  let to = run.length
  for (;;) {
    for (; from < to; from++) if (!leavesAtStart(run.slice(from, to))) break
    for (; to > from; to--) if (!leavesAtEnd(run.slice(from, to))) break
    if (!enclosed(run.slice(from, to))) break
    from++
    to--
  }
  return { before: run.slice(0, from).join(''), core: run.slice(from, to).join(''), after: run.slice(to).join('') }
}

function leavesAtStart(run: string[]): boolean {
  const [first, second = ''] = run as [string, string?]
  if (EDGE.test(first) || BETWEEN_START.test(run.join(''))) return true
  if (first in CLOSER) return !balanced(run, first, CLOSER[first]!)
  if (first in OPENER) return true
  // a dash before a digit is a minus, else punctuation
  return /\p{Pd}/u.test(first) && !/\d/u.test(second)
}

function leavesAtEnd(run: string[]): boolean {
  const last = run.at(-1)!
  if (EDGE.test(last) || BETWEEN_END.test(run.join('')) || /\p{Pd}/u.test(last)) return true
  if (last in OPENER) return !balanced(run, OPENER[last]!, last)
  return last in CLOSER
}

/** One pair of brackets around the whole run: it is the sentence's. */
function enclosed(run: string[]): boolean {
  const close = CLOSER[run[0] ?? '']
  if (close === undefined || run.at(-1) !== close) return false
  let depth = 0
  return run.every((c, i) => {
    depth += c === run[0] ? 1 : c === close ? -1 : 0
    return depth > 0 || i === run.length - 1
  })
}

const balanced = (run: string[], open: string, close: string) => run.filter((c) => c === open).length === run.filter((c) => c === close).length
