/**
 * Every term of the catalogue with its postings. Only exact forms are stored: the stemmed space is made at query time, from the
 * forms that exist just then, so that a word arriving later changes what an earlier one stems to without anything being rewritten.
 */
import type { Locale } from '../text/locale.ts'
import { formsOf, langOfTerm, stemOf } from './analyse.ts'
import { stemEnglish } from './english.ts'

export interface Posting {
  term: string
  lang: Locale
  /** living documents that hold it */
  df: number
  /** living surfaces written with an initial hamza (Arabic) */
  hamza: number
  /** document number, then its four frequencies packed in 28 bits (title, keywords, summary, body), in turns */
  data: number[]
}

export const FIELD_GROUPS = 4
/** Letters from which on a word of a query counts as a word of the language. */
export const ASKED_LENGTH = 4
const BITS = 7
const MOST = (1 << BITS) - 1
export const addTo = (packed: number, group: number): number => (((packed >> (group * BITS)) & MOST) === MOST ? packed : packed + (1 << (group * BITS)))
export const frequency = (packed: number, group: number): number => (packed >> (group * BITS)) & MOST

export class Dictionary {
  #terms = new Map<string, Posting>()
  /** terms by their first character, and by their first two: what a prefix scans */
  #buckets = new Map<string, Posting[]>()
  #english = new Map<string, Posting[]>()
  readonly words = { has: (term: string): boolean => this.get(term) !== undefined, hamza: (term: string): boolean => (this.get(term)?.hamza ?? 0) > 0 }

  /** The posting of a term that a living document holds. */
  get(term: string): Posting | undefined {
    const posting = this.#terms.get(term)
    return posting && posting.df > 0 ? posting : undefined
  }

  add(term: string, doc: number, packed: number, hamza: boolean): void {
    let posting = this.#terms.get(term)
    if (!posting) this.#enter((posting = { term, lang: langOfTerm(term), df: 0, hamza: 0, data: [] }))
    posting.data.push(doc, packed)
    posting.df++
    if (hamza) posting.hamza++
  }

  /** A document that held `term` is gone; its entry is skipped from now on, and dropped by `compact`. */
  drop(term: string, hamza: boolean): void {
    const posting = this.#terms.get(term)
    if (!posting) return
    posting.df--
    if (hamza) posting.hamza--
  }

  #enter(posting: Posting): void {
    this.#terms.set(posting.term, posting)
    for (const key of bucketsOf(posting.term)) push(this.#buckets, key, posting)
    if (posting.lang === 'en') push(this.#english, stemEnglish(posting.term), posting)
  }

  /** All terms that begin with `prefix`. */
  startingWith(prefix: string): Posting[] {
    const two = prefix.slice(0, 2)
    const bucket = this.#buckets.get(two) ?? []
    return bucket.filter((p) => p.df > 0 && p.term.startsWith(prefix))
  }

  /** All terms that share the stem of `term`, itself included. `hamza`: written with one in the query. */
  sharingStem(term: string, lang: Locale, hamza: boolean): Posting[] {
    if (lang === 'zh') return []
    if (lang === 'en') return (this.#english.get(stemEnglish(term)) ?? []).filter((p) => p.df > 0)
    // what is asked for is a word, too: חברות finds לחברות though nobody wrote it alone. Not so for three letters: חשב is not in מחשב
    const asked = term.length >= ASKED_LENGTH ? term : undefined
    const words = { has: (t: string) => t === asked || this.words.has(t), hamza: (t: string) => (hamza && t === term) || this.words.hamza(t) }
    const stem = stemOf(term, lang, words)
    const out = new Set<Posting>()
    for (const form of formsOf(stem, lang)) {
      const posting = this.get(form)
      if (posting && stemOf(form, lang, words) === stem) out.add(posting)
    }
    const self = this.get(term)
    if (self) out.add(self)
    return [...out]
  }

  /** Rewrites all postings without dead documents; `numbers` gives each living document its new number, -1 for the dead. */
  compact(numbers: Int32Array): void {
    const before = [...this.#terms.values()]
    this.#terms.clear()
    this.#buckets.clear()
    this.#english.clear()
    for (const posting of before) {
      const data: number[] = []
      for (let k = 0; k < posting.data.length; k += 2) {
        const doc = numbers[posting.data[k]!]!
        if (doc >= 0) data.push(doc, posting.data[k + 1]!)
      }
      if (data.length > 0) this.#enter({ ...posting, data })
    }
  }
}

function bucketsOf(term: string): string[] {
  const one = term.slice(0, 1)
  const two = term.slice(0, 2)
  return one === two ? [one] : [one, two]
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
