/** The members of the network, of whatever kind, as a list and as dots. */
import type { CaravanRecord } from '../../../src-core/record/record.ts'
import type { Kind } from '../../../src-core/record/vocabulary.ts'

export const MEMBER_KINDS = ['organisation', 'centre', 'person', 'facility', 'programme'] as const satisfies readonly Kind[]
export type MemberKind = (typeof MEMBER_KINDS)[number]
export type Member = Extract<CaravanRecord, { kind: MemberKind }>
export const isMember = (record: CaravanRecord): record is Member => (MEMBER_KINDS as readonly string[]).includes(record.kind)

/** The countries or regions a member belongs to: one, or for a centre and a programme several. */
export function countriesOf(member: Member): readonly string[] {
  if (member.kind === 'centre' || member.kind === 'programme') return member.countries ?? []
  return member.country ? [member.country] : []
}

/** Members by country, the largest first. */
export function countByCountry(members: readonly Member[]): { country: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const member of members) for (const country of countriesOf(member)) counts.set(country, (counts.get(country) ?? 0) + 1)
  return [...counts].map(([country, count]) => ({ country, count })).sort((a, b) => b.count - a.count || a.country.localeCompare(b.country))
}

/** A pair of countries that work together, and how often. */
export interface Tie {
  from: string
  to: string
  count: number
}

/** Deals tie the countries of their parties, joint facilities those of their partners. */
export function tiesOf(records: readonly CaravanRecord[], countryOf: (ref: string) => string | undefined): Tie[] {
  const ties = new Map<string, Tie>()
  for (const record of records) {
    const countries = [...new Set(partnersOf(record).map(countryOf).filter((c) => c !== undefined))].sort()
    for (const [i, from] of countries.entries()) {
      for (const to of countries.slice(i + 1)) {
        const key = `${from} ${to}`
        ties.set(key, { from, to, count: (ties.get(key)?.count ?? 0) + 1 })
      }
    }
  }
  return [...ties.values()]
}

function partnersOf(record: CaravanRecord): readonly string[] {
  if (record.kind === 'deal') return (record.parties ?? []).map((party) => party.organisation)
  if (record.kind === 'facility') return record.partners ?? []
  return []
}
