/** What fits a record, from the records the searcher holds anyway: core keeps its profiles by these very objects. */
import type { Match } from '../../src-core/match/match.ts'
import { rank } from '../../src-core/match/rank.ts'
import type { CaravanRecord } from '../../src-core/record/record.ts'
import type { Labels } from '../../src-core/search/labels.ts'

const LIMIT = 20

export function matchesFor(held: ReadonlyMap<string, CaravanRecord>, ref: string, labels: Labels, limit = LIMIT, now = Date.now()): Match[] {
  const byRef = new Map<string, CaravanRecord>()
  for (const record of held.values()) byRef.set(record.ref, record)
  const record = byRef.get(ref)
  if (!record) return []
  const organisation = (of: string) => {
    const found = byRef.get(of)
    return found?.kind === 'organisation' ? found : undefined
  }
  return rank(record, [...held.values()], { today: new Date(now).toISOString().slice(0, 10), organisation, labels, pairDeals: wonBetween(byRef) }).slice(0, limit)
}

/** How many deals were won from one country to another: a way that was gone before. */
function wonBetween(byRef: ReadonlyMap<string, CaravanRecord>): (from: string, to: string) => number {
  const won = new Map<string, number>()
  for (const deal of byRef.values()) {
    if (deal.kind !== 'deal' || deal.outcome !== 'won') continue
    const items = (deal.items ?? []).map((item) => byRef.get(item))
    const country = (kinds: readonly string[]) => items.filter((i) => i !== undefined && kinds.includes(i.kind)).map((i) => (i as { country?: string }).country)[0]
    const pair = `${country(['offer']) ?? ''} ${country(['request', 'rd-request']) ?? ''}`
    won.set(pair, (won.get(pair) ?? 0) + 1)
  }
  return (from, to) => won.get(`${from} ${to}`) ?? 0
}
