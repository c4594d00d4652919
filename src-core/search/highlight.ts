/** Which stretches of a text to light: whole words only, so that ري does not light inside بطارية. Chinese lights where it stands. */
import type { Locale } from '../text/locale.ts'
import type { Why } from './engine.ts'
import { tokenise } from './normalise.ts'
import { offsets } from './why.ts'

export interface Range {
  start: number
  end: number
}

/** `why` as the answer gave it, or plain words. Ranges are in UTF-16 units, in order, and do not overlap. */
export function highlight(text: string, lang: Locale, why: readonly Why[] | readonly string[]): Range[] {
  const words = why.flatMap((w) => (typeof w === 'string' ? [w] : w.lang === lang || w.lang === 'code' ? w.words : []))
  const terms = new Set<string>()
  const runs = new Set<string>()
  for (const word of words) for (const token of tokenise(word)) (token.lang === 'zh' ? runs : terms).add(token.term)
  if (terms.size + runs.size === 0) return []
  const out: Range[] = []
  for (const token of tokenise(text)) {
    if (token.lang === 'zh') {
      if (runs.size > 0) for (const range of runRanges(text, token, runs)) push(out, range)
    } else if (terms.has(token.term)) push(out, { start: token.start, end: token.end })
  }
  return out
}

function runRanges(text: string, token: { start: number; end: number; term: string; lang: Locale }, runs: ReadonlySet<string>): Range[] {
  const characters = [...token.term]
  const lit = new Uint8Array(characters.length)
  for (const run of runs) {
    const wanted = [...run]
    for (let k = 0; k + wanted.length <= characters.length; k++) if (wanted.every((c, j) => characters[k + j] === c)) lit.fill(1, k, k + wanted.length)
  }
  if (!lit.includes(1)) return []
  const at = offsets(text, token, characters.length)
  const out: Range[] = []
  for (let k = 0; k < lit.length; k++) if (lit[k]) push(out, { start: at[k]!, end: at[k + 1]! })
  return out
}

function push(ranges: Range[], range: Range): void {
  const last = ranges[ranges.length - 1]
  if (last && range.start <= last.end) last.end = Math.max(last.end, range.end)
  else ranges.push({ ...range })
}
