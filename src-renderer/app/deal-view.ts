/** The hooks that read deals, with the documents that prove their checklists. */
import { useMemo } from 'react'
import type { DealDocument } from '../../src-core/deal/checklist.ts'
import { viewDeal, type DealView } from './deal-state.ts'
import { useAnswer, useList } from './store-hooks.ts'

/** Every deal held here that is not withdrawn, the youngest first. */
export function useDeals(): DealView[] | undefined {
  const deals = useList({ kind: 'deal', sort: 'updatedAt' })
  const documents = useList({ kind: 'document' })
  return useMemo(() => {
    if (!deals || !documents) return undefined
    const byDeal = new Map<string, DealDocument[]>()
    for (const record of documents) if (record.kind === 'document' && record.deal) byDeal.set(record.deal, [...(byDeal.get(record.deal) ?? []), record])
    const now = Date.now()
    return deals.flatMap((deal) => (deal.kind === 'deal' && !deal.tombstone ? [viewDeal(deal, byDeal.get(deal.ref) ?? [], now)] : []))
  }, [deals, documents])
}

/** One deal with its documents; `null` when it is not held, `undefined` while it is being read. */
export function useDeal(ref: string): { view: DealView; documents: readonly DealDocument[]; mine: boolean; pending: number } | null | undefined {
  const { value, answered } = useAnswer(`deal:${ref}`, async (store) => {
    const [[held], documents] = await Promise.all([store.get([ref]), store.list({ kind: 'document', where: { deal: ref }, sort: 'updatedAt' })])
    return held?.record.kind === 'deal' ? { held, deal: held.record, documents: documents.filter((d): d is DealDocument => d.kind === 'document' && !d.tombstone) } : null
  })
  return useMemo(() => {
    if (value === undefined || answered !== `deal:${ref}`) return undefined
    return value && { view: viewDeal(value.deal, value.documents, Date.now()), documents: value.documents, mine: value.held.mine, pending: value.held.pending }
  }, [value, answered, ref])
}
