/** Facets: which codes a record counts for, and counting them over a result, each facet as if it were not itself filtered. */
import { areaOf } from '../record/technology-fields.ts'
import type { CaravanRecord } from '../record/record.ts'
import { languagesOf } from '../text/multilingual.ts'
import { FACETS, type Facet, type SearchAnswer, type SearchRequest } from './engine.ts'

/** Field codes count for their area too: `AGR.IRR` and `AGR`. A need counts for every TRL it would take. */
export function facetCodes(record: CaravanRecord): Record<Facet, string[]> {
  const values = record as unknown as Record<string, unknown>
  const strings = (name: string): string[] => (Array.isArray(values[name]) ? (values[name] as string[]) : typeof values[name] === 'string' ? [values[name]] : [])
  const fields = strings('fields')
  return {
    kind: [record.kind],
    country: [...new Set([...strings('country'), ...strings('countries')])],
    field: [...new Set([...fields, ...fields.map(areaOf)])],
    trl: levels(values['trl'], values['trlRange']),
    cooperation: [...new Set(strings('cooperation'))],
    ipStatus: strings('ipStatus'),
    language: languagesOf(record.title),
    owner: [record.owner],
  }
}

function levels(trl: unknown, range: unknown): string[] {
  if (typeof trl === 'number') return [String(trl)]
  const { min, max } = (range ?? { min: 1, max: 0 }) as { min: number; max: number }
  return Array.from({ length: Math.max(0, max - min + 1) }, (_, k) => String(min + k))
}

/** Codes as small numbers, a table per facet. */
export class FacetTable {
  #codes = FACETS.map(() => [] as string[])
  #numbers = FACETS.map(() => new Map<string, number>())

  /** Eight lists of numbers, in the order of FACETS. */
  encode(record: CaravanRecord): number[][] {
    const codes = facetCodes(record)
    return FACETS.map((facet, f) => codes[facet].map((code) => this.#number(f, code)))
  }

  #number(f: number, code: string): number {
    let n = this.#numbers[f]!.get(code)
    if (n === undefined) {
      n = this.#codes[f]!.push(code) - 1
      this.#numbers[f]!.set(code, n)
    }
    return n
  }

  counter(filters: SearchRequest['filters']): FacetCounter {
    const wanted = FACETS.map((facet, f) => {
      const codes = filters?.[facet]
      return codes && codes.length > 0 ? new Set(codes.map((code) => this.#numbers[f]!.get(code) ?? -1)) : null
    })
    return new FacetCounter(wanted, this.#codes)
  }
}

class FacetCounter {
  readonly #wanted: readonly (ReadonlySet<number> | null)[]
  readonly #codes: readonly string[][]
  readonly #counts: Uint32Array[]

  constructor(wanted: readonly (ReadonlySet<number> | null)[], codes: readonly string[][]) {
    this.#wanted = wanted
    this.#codes = codes
    this.#counts = codes.map((list) => new Uint32Array(list.length))
  }

  /** Counts one document of the result; true when it passes every filter. */
  take(facets: readonly (readonly number[])[]): boolean {
    let failed = -1
    for (let f = 0; f < facets.length; f++) {
      const wanted = this.#wanted[f]
      if (!wanted || facets[f]!.some((n) => wanted.has(n))) continue
      if (failed >= 0) return false
      failed = f
    }
    for (let f = 0; f < facets.length; f++) if (failed < 0 || failed === f) for (const n of facets[f]!) this.#counts[f]![n]!++
    return failed < 0
  }

  answer(): SearchAnswer['facets'] {
    const out = {} as SearchAnswer['facets']
    FACETS.forEach((facet, f) => {
      out[facet] = [...this.#counts[f]!].map((count, n) => ({ code: this.#codes[f]![n]!, count })).filter((c) => c.count > 0)
      out[facet].sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1))
    })
    return out
  }
}
