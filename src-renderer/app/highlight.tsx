/** Marks what matched. Whole words only: ري must not light inside بطارية. */
import { Fragment, type ReactNode } from 'react'
import type { Why } from '../../src-core/search/engine.ts'
import type { Locale } from '../../src-core/text/locale.ts'
import { readable } from '../ui/text.tsx'

const PART_OF_WORD = /[\p{L}\p{M}\p{N}]/u
const HAN = /\p{Script=Han}/u

/** Ranges of `text` that hold one of `words` as a whole word; Han, which has no spaces, anywhere. */
export function markRanges(text: string, words: readonly string[]): [number, number][] {
  const ranges: [number, number][] = []
  const low = text.toLowerCase()
  for (const word of words) {
    const want = word.toLowerCase()
    if (want === '' || low.length !== text.length) continue
    for (let at = low.indexOf(want); at >= 0; at = low.indexOf(want, at + want.length)) {
      const end = at + want.length
      const free = HAN.test(want) || (!PART_OF_WORD.test(text[at - 1] ?? ' ') && !PART_OF_WORD.test(text[end] ?? ' '))
      if (free) ranges.push([at, end])
    }
  }
  ranges.sort((a, b) => a[0] - b[0] || b[1] - a[1])
  const joined: [number, number][] = []
  for (const [start, end] of ranges) {
    const last = joined.at(-1)
    if (last && (start <= last[1] || text.slice(last[1], start) === ' ')) last[1] = Math.max(last[1], end)
    else joined.push([start, end])
  }
  return joined
}

export function Marked({ text, words }: { text: string; words: readonly string[] }): ReactNode {
  const ranges = words.length === 0 ? [] : markRanges(text, words)
  if (ranges.length === 0) return readable(text)
  const pieces: ReactNode[] = []
  let at = 0
  for (const [start, end] of ranges) {
    if (start > at) pieces.push(<Fragment key={`before ${start}`}>{readable(text.slice(at, start))}</Fragment>)
    pieces.push(<mark key={start}>{text.slice(start, end)}</mark>)
    at = end
  }
  pieces.push(<Fragment key="rest">{readable(text.slice(at))}</Fragment>)
  return pieces
}

/** The words to mark in `field` of a record, in one language. */
export const wordsFor = (why: readonly Why[], field: string, lang: Locale | undefined): string[] => why.filter((w) => w.field === field && w.lang === lang).flatMap((w) => w.words)
