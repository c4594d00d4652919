/** Everything the Today screen reads, gathered once. */
import { useMemo, useState } from 'react'
import type { CaravanRecord } from '../../../src-core/record/record.ts'
import type { Kind } from '../../../src-core/record/vocabulary.ts'
import type { Match } from '../../../src-core/match/match.ts'
import type { DealView } from '../../app/deal-state.ts'
import { useDeals } from '../../app/deal-view.ts'
import { useSession } from '../../app/session.tsx'
import { useAnswer, useInbox, useList } from '../../app/store-hooks.ts'
import { useDrafts } from './use-drafts.ts'
import { waitingFor, type Waiting } from './waiting.ts'

const DAY = 86_400_000
const CATALOGUE_KINDS = ['offer', 'request', 'rd-request'] as const satisfies readonly Kind[]
const CHANGED_KINDS = ['offer', 'request', 'rd-request', 'deal', 'organisation', 'person', 'facility', 'event', 'programme'] as const satisfies readonly Kind[]

/** The own centre's records; the sample network has no own centre, so there all are. */
export function useOwnRecords(): CaravanRecord[] | undefined {
  const { centre, info } = useSession()
  const where = info.membership ? { owner: centre } : undefined
  return useAnswer(`own:${centre}`, async (store) => {
    const lists = await Promise.all(CATALOGUE_KINDS.map((kind) => store.list({ kind, ...(where ? { where } : {}), sort: 'updatedAt', limit: 400 })))
    return lists.flat().filter((r) => !r.tombstone)
  }).value
}

export interface Changed { kind: Kind; count: number; titles: CaravanRecord[] }
/** Per kind, what changed in the last seven days. */
function useChanged(): Changed[] | undefined {
  return useAnswer('changed', async (store) => {
    const since = new Date(Date.now() - 7 * DAY).toISOString()
    const lists = await Promise.all(CHANGED_KINDS.map(async (kind) => ({ kind, records: (await store.list({ kind, sort: 'updatedAt', limit: 300 })).filter((r) => r.updatedAt >= since) })))
    return lists.filter((l) => l.records.length > 0).map(({ kind, records }) => ({ kind, count: records.length, titles: records.slice(0, 3) }))
  }).value
}

/** The best fits of the youngest own records: one each, so that no record fills the list. */
function useNewMatches(own: CaravanRecord[] | undefined): { match: Match; own: string }[] | undefined {
  const refs = useMemo(() => (own ?? []).toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1)).slice(0, 12).map((r) => r.ref), [own])
  return useAnswer(own ? `fits:${refs.join(' ')}` : null, async (store) => {
    const found = await Promise.all(refs.map(async (ref) => (await store.matches(ref, 1)).map((match) => ({ match, own: ref }))))
    const seen = new Set<string>()
    return found.flat().filter(({ match }) => match.gates.length === 0 && !seen.has(`${match.offer} ${match.need}`) && seen.add(`${match.offer} ${match.need}`)).sort((a, b) => b.match.score - a.match.score).slice(0, 4)
  }).value
}

export interface Today {
  waiting: Waiting[] | undefined
  changed: Changed[] | undefined
  deals: DealView[] | undefined
  expiring: CaravanRecord[] | undefined
  matches: { match: Match; own: string }[] | undefined
  next: Extract<CaravanRecord, { kind: 'event' }> | null | undefined
}
export function useToday(): Today {
  const inbox = useInbox()
  const deals = useDeals()
  const own = useOwnRecords()
  const drafts = useDrafts()
  const events = useList({ kind: 'event' })
  const changed = useChanged()
  const matches = useNewMatches(own)
  const [now] = useState(() => new Date())
  const waiting = useMemo(() => (inbox && deals && own && drafts ? waitingFor({ inbox, deals, records: own, drafts }) : undefined), [inbox, deals, own, drafts])
  const expiring = useMemo(() => {
    const [from, until] = [now, new Date(now.getTime() + 90 * DAY)].map((d) => d.toISOString().slice(0, 10)) as [string, string]
    return own?.filter((r) => r.validUntil && r.validUntil >= from && r.validUntil <= until).sort((a, b) => (a.validUntil! < b.validUntil! ? -1 : 1)).slice(0, 4)
  }, [own, now])
  const next = useMemo(() => {
    if (!events) return undefined
    const coming = events.filter((e): e is Extract<CaravanRecord, { kind: 'event' }> => e.kind === 'event' && !e.tombstone && (e.end ?? e.start ?? '') > now.toISOString())
    return coming.sort((a, b) => ((a.start ?? '') < (b.start ?? '') ? -1 : 1))[0] ?? null
  }, [events, now])
  return { waiting, changed, deals, expiring, matches, next }
}

/** Centres are few and name the partner countries of the week strip. */
export function usePartnerCountries(deals: readonly DealView[] | undefined): string[] {
  const centres = useList({ kind: 'centre' })
  const { centre } = useSession()
  const organisations = useAnswer(deals ? `parties:${deals.length}` : null, (store) => store.get([...new Set(deals!.filter((d) => !d.closed).flatMap((d) => (d.deal.parties ?? []).map((p) => p.organisation)))].slice(0, 60))).value
  return useMemo(() => {
    const own = centres?.flatMap((c) => (c.kind === 'centre' && c.ref === centre ? (c.countries ?? []) : [])) ?? []
    const counts = new Map<string, number>()
    for (const held of organisations ?? []) if (held.record.kind === 'organisation' && held.record.country) counts.set(held.record.country, (counts.get(held.record.country) ?? 0) + 1)
    const partners = [...counts].sort((a, b) => b[1] - a[1]).map(([country]) => country)
    const all = [...new Set([...own.slice(0, 3), ...partners])].slice(0, 6)
    return all.length > 0 ? all : ['CN', 'SA', 'AE', 'IL']
  }, [centres, centre, organisations])
}
