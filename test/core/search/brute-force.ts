/** What a search must find, told the slow way: every record read again for every query. */
import type { CaravanRecord } from '../../../src-core/record/record.ts'
import { eachTerm, langOfTerm, stemOf } from '../../../src-core/search/analyse.ts'
import { ASKED_LENGTH } from '../../../src-core/search/dictionary.ts'
import { facetCodes } from '../../../src-core/search/facets.ts'
import { textsOf } from '../../../src-core/search/fields.ts'
import type { SearchRequest } from '../../../src-core/search/engine.ts'
import { parse, type Clause } from '../../../src-core/search/query.ts'
import type { Facet } from '../../../src-core/search/engine.ts'

export class BruteForce {
  #records: { record: CaravanRecord; terms: Set<string> }[]
  #vocabulary = new Set<string>()
  #hamza = new Set<string>()

  constructor(records: readonly CaravanRecord[]) {
    this.#records = records.map((record) => {
      const terms = new Set<string>()
      for (const { text } of textsOf(record, () => ({}))) eachTerm(text, (term, _, token) => {
        terms.add(term)
        if (token.hamza) this.#hamza.add(term)
      })
      for (const t of terms) this.#vocabulary.add(t)
      return { record, terms }
    })
  }

  /** The stem of `term` as the catalogue and the word asked for have it. */
  #stem = (term: string, asked: Clause) => stemOf(term, langOfTerm(term), { has: (t) => this.#vocabulary.has(t) || (t === asked.term && t.length >= ASKED_LENGTH), hamza: (t) => this.#hamza.has(t) || (asked.hamza && t === asked.term) })

  /** Refs of the records that hold every clause and pass the filters; null when the query is answered by some of its words. */
  find(request: SearchRequest): Set<string> | null {
    const { clauses, question } = parse(request.query)
    if (question) return null
    const holders = clauses.map((clause) => this.#holdersOf(clause))
    return new Set(this.#records.filter(({ record }, k) => holders.every((h) => h[k]) && passes(record, request)).map((p) => p.record.ref))
  }

  #known = new Map<string, boolean[]>()
  #holdersOf(clause: Clause): boolean[] {
    const key = JSON.stringify(clause)
    let held = this.#known.get(key)
    if (!held) this.#known.set(key, (held = this.#records.map(({ terms }) => this.#holds(terms, clause))))
    return held
  }

  #holds(terms: ReadonlySet<string>, clause: Clause): boolean {
    if (clause.lang === 'zh') {
      const characters = [...clause.term]
      if (characters.length === 1) return [...terms].some((t) => t.startsWith(clause.term))
      return characters.slice(1).every((c, k) => terms.has(characters[k]! + c))
    }
    if (this.#holdsWord(terms, clause)) return true
    return clause.parts.length > 1 && clause.parts.every((term, k) => this.#holdsWord(terms, { ...clause, term, parts: [], prefix: clause.prefix && k === clause.parts.length - 1 }))
  }

  #holdsWord(terms: ReadonlySet<string>, clause: Clause): boolean {
    if (terms.has(clause.term)) return true
    const stem = this.#stem(clause.term, clause)
    const core = stem.slice(0, 2)
    if ([...terms].some((t) => t.includes(core) && langOfTerm(t) === clause.lang && this.#stem(t, clause) === stem)) return true
    if (!clause.prefix) return false
    const bare = clause.lang === 'ar' ? clause.term.replace(/^ال/, '') : clause.term
    if (clause.lang !== 'en' && bare.length <= 2 && this.#vocabulary.has(clause.term)) return false
    const before = clause.term.length < 2 ? [''] : clause.lang === 'ar' ? ['', 'وبال', 'وال', 'فال', 'بال', 'كال', 'ولل', 'لل', 'ال'] : clause.lang === 'he' ? ['', 'ה', 'וה', 'שה'] : ['']
    return [...terms].some((t) => before.some((b) => t.startsWith(b + clause.term)))
  }
}

const passes = (record: CaravanRecord, { kinds, filters }: SearchRequest): boolean => {
  const codes = facetCodes(record)
  return (!kinds || kinds.includes(record.kind)) && Object.entries(filters ?? {}).every(([facet, wanted]) => codes[facet as Facet].some((c) => wanted.includes(c)))
}
