/** What the Network screen reads: all members, and the records that tie them. */
import { useMemo } from 'react'
import type { CaravanRecord } from '../../../src-core/record/record.ts'
import { useAnswer, useSearch } from '../../app/store-hooks.ts'
import { useLocale } from '../../app/i18n.ts'
import { countriesOf, isMember, MEMBER_KINDS, tiesOf, type Member, type Tie } from './members.ts'

export interface Network {
  members: Member[]
  ties: Tie[]
}
export function useNetwork(): Network | undefined {
  return useAnswer('network', async (store): Promise<Network> => {
    const lists = await Promise.all([...MEMBER_KINDS, 'deal' as const].map((kind) => store.list({ kind, sort: 'title' })))
    const records = lists.flat().filter((r) => !r.tombstone)
    const members = records.filter(isMember)
    const countries = new Map(members.map((m) => [m.ref, countriesOf(m)[0]]))
    return { members, ties: tiesOf(records, (ref) => countries.get(ref)) }
  }).value
}

/** Members that fit the words, by the same search as everywhere: any script finds any script. Empty words leave all. */
export function useFound(members: readonly Member[], query: string): readonly Member[] {
  const locale = useLocale()
  const words = query.trim()
  const { value } = useSearch(words === '' ? null : { query: words, locale, kinds: MEMBER_KINDS, limit: 500 })
  return useMemo(() => {
    if (words === '' || !value) return members
    const byRef = new Map(members.map((m) => [m.ref, m]))
    return value.hits.flatMap((hit) => byRef.get(hit.ref) ?? [])
  }, [members, value, words])
}

export interface Linked {
  offers: CaravanRecord[]
  needs: CaravanRecord[]
  deals: CaravanRecord[]
  facilities: CaravanRecord[]
  people: CaravanRecord[]
}
/** What hangs on a member: its offers and needs, the deals it is party to, the places it shares. */
export function useLinked(member: Member): Linked | undefined {
  return useAnswer(`linked:${member.ref}`, async (store): Promise<Linked> => {
    const where = member.kind === 'centre' ? { owner: member.ref } : { organisation: member.ref }
    const [offers, requests, rd, people, facilities, deals] = await Promise.all([
      store.list({ kind: 'offer', where, limit: 60 }), store.list({ kind: 'request', where, limit: 60 }), store.list({ kind: 'rd-request', where, limit: 60 }),
      store.list({ kind: 'person', where: { organisation: member.ref }, limit: 60 }), store.list({ kind: 'facility', where: { partners: member.ref }, limit: 60 }), store.list({ kind: 'deal' }),
    ])
    const party = (d: CaravanRecord) => d.kind === 'deal' && ((d.parties ?? []).some((p) => p.organisation === member.ref || p.centre === member.ref) || (d.centres ?? []).includes(member.ref))
    return { offers, needs: [...requests, ...rd], deals: deals.filter(party), facilities, people }
  }).value
}
