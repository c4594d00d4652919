/** What the catalogue is asked, and its form in the route. */
import { FACETS, type Facet, type SearchRequest, type Sort } from '../../../src-core/search/engine.ts'
import { KINDS, type Kind } from '../../../src-core/record/vocabulary.ts'
import type { Locale } from '../../../src-core/text/locale.ts'
import type { Params } from '../../app/router.ts'

const CATALOGUE_KINDS = ['offer', 'request', 'rd-request'] as const satisfies readonly Kind[]
const SORTS: readonly Sort[] = ['relevance', 'updated', 'trl', 'deadline']
export type Tab = 'everything' | 'both' | (typeof CATALOGUE_KINDS)[number]

export interface CatalogueQuery {
  q: string
  filters: Partial<Record<Facet, readonly string[]>>
  sort: Sort
  /** explicit tab; otherwise everything when words are given, offers and requests when not */
  tab: Tab
}
const codes = (text: string | undefined) => (text ?? '').split(',').filter((c) => c !== '')

export function readQuery(params: Params): CatalogueQuery {
  const q = params['q'] ?? ''
  const filters = Object.fromEntries(FACETS.map((facet) => [facet, codes(params[facet])] as const).filter(([, list]) => list.length > 0))
  const kinds = filters['kind'] ?? []
  const single = kinds.length === 1 && CATALOGUE_KINDS.includes(kinds[0] as 'offer') ? (kinds[0] as Tab) : undefined
  const tab = params['in'] === 'both' || params['in'] === 'everything' ? params['in'] : (single ?? (q.trim() !== '' || kinds.some((k) => !CATALOGUE_KINDS.includes(k as 'offer')) ? 'everything' : 'both'))
  return { q, filters, sort: SORTS.find((s) => s === params['sort']) ?? (q.trim() === '' ? 'updated' : 'relevance'), tab }
}

export function writeQuery(query: { q: string; filters: CatalogueQuery['filters']; sort?: Sort | undefined; in?: string | undefined }): Params {
  const out: Record<string, string> = {}
  if (query.q !== '') out['q'] = query.q
  for (const facet of FACETS) if ((query.filters[facet] ?? []).length > 0) out[facet] = query.filters[facet]!.join(',')
  if (query.sort) out['sort'] = query.sort
  if (query.in) out['in'] = query.in
  return out
}

export function toRequest(query: CatalogueQuery, locale: Locale, limit: number): SearchRequest {
  return { query: query.q, locale, kinds: query.tab === 'everything' ? KINDS : CATALOGUE_KINDS, filters: query.filters, sort: query.sort, offset: 0, limit }
}

export function toggle(filters: CatalogueQuery['filters'], facet: Facet, code: string, on: boolean): CatalogueQuery['filters'] {
  const rest = (filters[facet] ?? []).filter((c) => c !== code)
  return { ...filters, [facet]: on ? [...rest, code] : rest }
}
/** A TRL bar means "from here up"; pressed again it lets go. */
export function fromTrl(filters: CatalogueQuery['filters'], from: number): CatalogueQuery['filters'] {
  const range = Array.from({ length: 10 - from }, (_, i) => String(from + i))
  const same = (filters.trl ?? []).join() === range.join()
  return { ...filters, trl: same ? [] : range }
}
export const isFiltered = (query: CatalogueQuery): boolean => Object.values(query.filters).some((list) => list.length > 0)
