/** Money, partners and countries. */
import type { Organisation } from '../record/record.ts'
import type { Code } from '../record/vocabulary.ts'
import type { MatchContext } from './context.ts'
import type { Pair, Reason } from './match.ts'

export function budgetFactor({ offer, need }: Pair): Reason {
  const { price } = offer
  const { budget } = need
  const low = price?.min ?? price?.max
  const high = price?.max ?? price?.min
  const most = budget?.max ?? budget?.min
  if (!price || !budget || low === undefined || high === undefined || most === undefined) return { factor: 'budget', share: null, code: 'unknown' }
  // no exchange rate is known offline that both sides would accept
  if (price.currency !== budget.currency) return { factor: 'budget', share: null, code: 'other-currency' }
  const [from, to, limit] = [Number(low), Number(high), Number(most)]
  const { currency } = price
  if (to <= limit) return { factor: 'budget', share: 1, code: 'within', values: { price: high, budget: most, currency } }
  if (from <= limit) return { factor: 'budget', share: 0.5 + (0.5 * (limit - from)) / (to - from), code: 'overlap', values: { low, high: most, currency } }
  return { factor: 'budget', share: limit >= from * 0.8 ? 0.3 : 0, code: 'above', values: { price: low, budget: most, currency } }
}

const AS_PARTNER: Partial<Record<Code<'organisationKind'>, Code<'partnerKind'>>> = { university: 'university', rto: 'rto', 'sme-10': 'sme-10', 'sme-49': 'sme-49', 'sme-249': 'sme-249', large: 'large' }

export function partnerFactor({ offer, need }: Pair, context: MatchContext): Reason {
  const offerKind = kindOf(offer.organisation, context)
  const needKind = kindOf(need.organisation, context)
  const offerFits = fits(offerKind, need.partnerKinds)
  const needFits = fits(needKind, offer.partnerKinds)
  if (offerFits === null && needFits === null) return { factor: 'partner', share: null, code: 'unknown' }
  if (offerFits && needFits) return { factor: 'partner', share: 1, code: 'both', values: { offerKind: offerKind!, needKind: needKind! } }
  if (offerFits) return { factor: 'partner', share: needFits === null ? 1 : 0.5, code: 'offer-fits', values: { kind: offerKind! } }
  if (needFits) return { factor: 'partner', share: offerFits === null ? 1 : 0.5, code: 'need-fits', values: { kind: needKind! } }
  return { factor: 'partner', share: 0, code: 'apart', values: { kind: (offerFits === null ? needKind : offerKind)! } }
}

type Kind = NonNullable<Organisation['organisationKind']>
const kindOf = (ref: string | undefined, context: MatchContext): Kind | undefined => (ref ? context.organisation?.(ref)?.organisationKind : undefined)
/** null: nobody says. */
const fits = (kind: Kind | undefined, sought: readonly Code<'partnerKind'>[] | undefined): boolean | null => (kind && sought?.length ? sought.includes(AS_PARTNER[kind] ?? 'other') : null)

export function countryFactor({ offer, need }: Pair, context: MatchContext): Reason {
  const { country } = need
  if (!country) return { factor: 'country', share: null, code: 'unknown' }
  if (offer.territory?.length) {
    const inside = offer.territory.includes(country)
    return { factor: 'country', share: inside ? 1 : 0, code: inside ? 'in-territory' : 'outside-territory', values: { country } }
  }
  if (!offer.country) return { factor: 'country', share: null, code: 'unknown' }
  if (offer.country === country) return { factor: 'country', share: 0.5, code: 'same-country', values: { country } }
  if (!context.pairDeals) return { factor: 'country', share: null, code: 'unknown' }
  const count = context.pairDeals(offer.country, country)
  const pair = { offerCountry: offer.country, needCountry: country }
  return count > 0 ? { factor: 'country', share: 1, code: 'known-pair', values: { ...pair, count } } : { factor: 'country', share: 0.5, code: 'new-pair', values: pair }
}
