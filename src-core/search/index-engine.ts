/** The search engine that holds everything in memory: right for some ten thousand records, exact in its counts, changed record by record. */
import type { CaravanRecord } from '../record/record.ts'
import { LOCALES } from '../text/locale.ts'
import { eachTerm } from './analyse.ts'
import { addTo, Dictionary, FIELD_GROUPS } from './dictionary.ts'
import type { Hit, SearchAnswer, SearchEngine, SearchRequest } from './engine.ts'
import { Evaluator, slot, type Corpus } from './evaluate.ts'
import { FacetTable } from './facets.ts'
import { textsOf } from './fields.ts'
import { codesOf, type Labels } from './labels.ts'
import { best, sortKeys, type Scored, type SortKeys } from './order.ts'
import { hasPhrase, parse, sequence, type Phrase } from './query.ts'
import { TallyPool } from './tally.ts'
import { TermBase } from './term-base.ts'
import { whyFound } from './why.ts'

export interface Options {
  /** labels of controlled codes; none: records are found by their own words only */
  labels?: Labels
  /** milliseconds, for `ms` of an answer: core has no clock */
  now?: () => number
}
const DEFAULT_LIMIT = 50
/** What a quoted phrase is worth in a question. */
const PHRASE = 1.5
const SLOTS = LOCALES.length * FIELD_GROUPS

interface Entry {
  record: CaravanRecord
  facets: number[][]
  keys: SortKeys
}
interface Term {
  packed: number
  hamza: boolean
}

export function createSearchEngine(options: Options = {}): SearchEngine {
  const labels: Labels = options.labels ?? (() => ({}))
  const now = options.now ?? (() => 0)
  const facetTable = new FacetTable()
  const pool = new TallyPool()
  const dictionary = new Dictionary()
  let entries: (Entry | undefined)[] = []
  const numbers = new Map<string, number>()
  let lengths = new Uint16Array(SLOTS * 1024)
  let alive = new Uint8Array(1024)
  const sums = new Float64Array(SLOTS)
  const holders = new Float64Array(SLOTS)
  let termBase: TermBase | undefined
  const corpus = (): Corpus => ({ dictionary, termBase: (termBase ??= newTermBase()), top: entries.length, size: numbers.size, alive, lengths, sums, holders })

  function newTermBase(): TermBase {
    const base = new TermBase(labels)
    for (const entry of entries) if (entry) learn(base, entry.record)
    return base
  }
  const learn = (base: TermBase, record: CaravanRecord) => {
    for (const { code } of codesOf(record)) base.learn(code)
  }

  /** Terms of a record with their frequencies, and how many each language and group has. */
  function analyse(record: CaravanRecord): { terms: Map<string, Term>; counts: Uint32Array } {
    const terms = new Map<string, Term>()
    const counts = new Uint32Array(SLOTS)
    for (const { text, group } of textsOf(record, labels)) {
      eachTerm(text, (term, lang, token) => {
        const known = terms.get(term)
        if (known) {
          known.packed = addTo(known.packed, group)
          if (token.hamza) known.hamza = true
        } else terms.set(term, { packed: addTo(0, group), hamza: token.hamza === true })
        counts[LOCALES.indexOf(lang) * FIELD_GROUPS + group]!++
      })
    }
    return { terms, counts }
  }

  function add(record: CaravanRecord): void {
    const doc = entries.length
    if (doc >= alive.length) grow()
    const { terms, counts } = analyse(record)
    for (const [term, { packed, hamza }] of terms) dictionary.add(term, doc, packed, hamza)
    for (let k = 0; k < SLOTS; k++) measure(slot(doc, 0, 0) + k, k, counts[k]!, 1)
    entries.push({ record, facets: facetTable.encode(record), keys: sortKeys(record) })
    numbers.set(record.id, doc)
    alive[doc] = 1
    if (termBase) learn(termBase, record)
  }

  function measure(at: number, k: number, count: number, sign: 1 | -1): void {
    const length = Math.min(count, 0xffff)
    lengths[at] = sign === 1 ? length : 0
    sums[k]! += sign * length
    if (length > 0) holders[k]! += sign
  }

  function drop(id: string): void {
    const doc = numbers.get(id)
    if (doc === undefined) return
    // the record is analysed once more instead of keeping its list of terms
    for (const [term, { hamza }] of analyse(entries[doc]!.record).terms) dictionary.drop(term, hamza)
    for (let k = 0; k < SLOTS; k++) measure(slot(doc, 0, 0) + k, k, lengths[slot(doc, 0, 0) + k]!, -1)
    entries[doc] = undefined
    alive[doc] = 0
    numbers.delete(id)
  }

  function grow(): void {
    const wider = new Uint8Array(alive.length * 2)
    wider.set(alive)
    alive = wider
    const longer = new Uint16Array(lengths.length * 2)
    longer.set(lengths)
    lengths = longer
  }

  /** Once a third of the documents is dead, the living are numbered anew. */
  function compactIfWorthIt(): void {
    if (entries.length < 1000 || numbers.size * 3 > entries.length * 2) return
    const renumbered = new Int32Array(entries.length).fill(-1)
    const living: Entry[] = []
    const kept = new Uint16Array(lengths.length)
    entries.forEach((entry, doc) => {
      if (!entry) return
      kept.set(lengths.subarray(slot(doc, 0, 0), slot(doc + 1, 0, 0)), slot(living.length, 0, 0))
      renumbered[doc] = living.push(entry) - 1
      numbers.set(entry.record.id, renumbered[doc])
    })
    dictionary.compact(renumbered)
    entries = living
    lengths = kept
    alive.fill(0).fill(1, 0, living.length)
  }

  function search(request: SearchRequest): SearchAnswer {
    const started = now()
    const { clauses, phrases, question } = parse(request.query)
    const evaluator = new Evaluator(corpus(), pool)
    let found = clauses.length === 0 ? everything() : question ? [] : scored(evaluator.all(clauses))
    const quoted = phrases.length > 0 ? holdersOf(evaluator, phrases) : null
    if (quoted) found = found.filter(({ doc }) => quoted.has(doc))
    const relaxed = found.length === 0 && clauses.length > 0
    if (relaxed) {
      found = scored(evaluator.some(clauses))
      // among records that have only some of the words, the quoted ones standing together is a reason to come first, no more
      if (quoted) found = found.map(({ doc, score }) => ({ doc, score: quoted.has(doc) ? score * PHRASE : score }))
    }
    const counter = facetTable.counter(request.filters)
    const kinds = request.kinds && request.kinds.length > 0 ? new Set<string>(request.kinds) : null
    const passing = found.filter(({ doc }) => (!kinds || kinds.has(entries[doc]!.record.kind)) && counter.take(entries[doc]!.facets))
    const offset = Math.max(0, request.offset ?? 0)
    const limit = Math.max(0, request.limit ?? DEFAULT_LIMIT)
    const sort = request.sort ?? 'relevance'
    const page = best(passing, (doc) => entries[doc]!.keys, sort, request.locale, offset + limit).slice(offset)
    const hits = page.map(({ doc, score }): Hit => {
      const { record } = entries[doc]!
      return { id: record.id, ref: record.ref, score, why: clauses.length === 0 ? [] : whyFound(record, evaluator.matched, labels, request.locale) }
    })
    return { query: request.query, total: passing.length, hits, facets: counter.answer(), ms: now() - started, ...(relaxed && passing.length > 0 ? { relaxed: true as const } : {}) }
  }

  function everything(): Scored[] {
    const all: Scored[] = []
    for (let doc = 0; doc < entries.length; doc++) if (alive[doc]) all.push({ doc, score: 0 })
    return all
  }

  function scored(tally: ReturnType<Evaluator['all']>): Scored[] {
    const out = tally.docs.map((doc) => ({ doc, score: tally.get(doc) }))
    pool.give(tally)
    return out
  }

  /** The documents that hold every phrase, verified on their texts. */
  function holdersOf(evaluator: Evaluator, phrases: readonly Phrase[]): Set<number> {
    const candidates = scored(evaluator.all(phrases.flatMap((p) => p.clauses)))
    return new Set(candidates.map((c) => c.doc).filter((doc) => phrases.every((phrase) => holdsPhrase(doc, phrase.terms))))
  }

  function holdsPhrase(doc: number, phrase: readonly string[]): boolean {
    for (const { text } of textsOf(entries[doc]!.record, labels)) if (hasPhrase(sequence(text), phrase)) return true
    return false
  }

  return {
    put(records) {
      for (const record of records) {
        drop(record.id)
        if (!record.tombstone) add(record)
      }
      compactIfWorthIt()
    },
    remove(ids) {
      for (const id of ids) drop(id)
      compactIfWorthIt()
    },
    search,
    get size() {
      return numbers.size
    },
  }
}
