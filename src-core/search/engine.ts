/** What a search engine answers. The in-memory engine and the segment engine to come both stand behind `SearchEngine`. */
import type { CaravanRecord } from '../record/record.ts'
import type { Kind } from '../record/vocabulary.ts'
import type { Locale } from '../text/locale.ts'

export const FACETS = ['kind', 'country', 'field', 'trl', 'cooperation', 'ipStatus', 'language', 'owner'] as const
export type Facet = (typeof FACETS)[number]
export type Sort = 'relevance' | 'updated' | 'trl' | 'deadline'

export interface SearchRequest {
  query: string
  /** the reader's language: breaks ties between languages of one record */
  locale: Locale
  kinds?: readonly Kind[] | undefined
  /** within one facet any of the codes, between facets all; `field` codes match their whole area when given as `AGR` */
  filters?: Partial<Record<Facet, readonly string[]>> | undefined
  sort?: Sort | undefined
  offset?: number | undefined
  limit?: number | undefined
}

/** Why a record was found: which word of which field, in which language, by which form of the query. */
export interface Why {
  field: string
  lang: Locale | 'code'
  /** the words of the text that matched, as written there */
  words: string[]
  form: 'exact' | 'stem' | 'prefix' | 'label' | 'code' | 'translation'
}
export interface Hit {
  id: string
  ref: string
  score: number
  why: Why[]
}
export interface SearchAnswer {
  query: string
  total: number
  hits: Hit[]
  /** counts over the whole result; each facet is counted as if it were not itself filtered */
  facets: Record<Facet, { code: string; count: number }[]>
  /** no record holds every word: these hold some of them */
  relaxed?: true | undefined
  /** milliseconds spent */
  ms: number
}

export interface SearchEngine {
  /** Adds or replaces. */
  put(records: readonly CaravanRecord[]): void
  remove(ids: readonly string[]): void
  search(request: SearchRequest): SearchAnswer
  readonly size: number
}
