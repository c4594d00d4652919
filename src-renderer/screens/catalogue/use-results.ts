/** Rows of the catalogue: the search's answer and the records it names, read together so that nothing is drawn twice. */
import type { SearchAnswer, SearchRequest } from '../../../src-core/search/engine.ts'
import type { Held } from '../../store/api.ts'
import { useAnswer } from '../../app/store-hooks.ts'

export interface Results { answer: SearchAnswer; held: Map<string, Held> }
export function useResults(request: SearchRequest): { results: Results | undefined; current: boolean } {
  const question = JSON.stringify(request)
  const { value, answered } = useAnswer<Results>(question, async (store) => {
    const answer = await store.search(request)
    const held = await store.get(answer.hits.map((h) => h.ref))
    return { answer, held: new Map(held.map((h) => [h.record.ref, h])) }
  })
  return { results: value, current: answered === question }
}
