/**
 * An offer against a need. Gates first; then ten factors, each a share of its weight (domain.md 4). A factor on which either side
 * says nothing is left out, and its weight is shared out among the others. Every reason code with its values is in `reasons.ts`.
 */
import type { CaravanRecord, Offer } from '../record/record.ts'
import type { MatchContext } from './context.ts'
import { criteriaFactor } from './criteria-factor.ts'
import { fieldFactor } from './field-factor.ts'
import { gatesOf } from './gates.ts'
import { FACTORS, WEIGHTS, type Match, type Need, type Pair, type Reason } from './match.ts'
import { maturityFactor, timeFactor } from './maturity-factor.ts'
import { modeFactor } from './mode-factor.ts'
import { rarityOf } from './profile.ts'
import { siteFactor } from './site-factor.ts'
import { budgetFactor, countryFactor, partnerFactor } from './terms-factor.ts'
import { textFactor } from './text-factor.ts'

export function matchPair(pair: Pair, context: MatchContext): Match {
  const { reason: criteria, mustFailed } = criteriaFactor(pair)
  const all: Reason[] = [fieldFactor(pair), criteria, textFactor(pair, context), maturityFactor(pair), modeFactor(pair), siteFactor(pair), budgetFactor(pair), timeFactor(pair, context), partnerFactor(pair, context), countryFactor(pair, context)]
  const gates = gatesOf(pair, context.today)
  if (mustFailed) gates.push('must-failed')
  const reasons = FACTORS.map((factor) => all.find((r) => r.factor === factor)!)
  return { offer: pair.offer.ref, need: pair.need.ref, score: gates.length > 0 ? 0 : scoreOf(reasons), reasons, gates }
}

/** What a pair is about. The other factors say how well it would work, which counts only as far as the two are about the same thing. */
const SUBJECT: readonly Reason['factor'][] = ['field', 'text']
/** From this share of the subject on, the other factors count in full. */
const SAME_SUBJECT = 0.6

/** 0..100, one decimal. */
function scoreOf(reasons: readonly Reason[]): number {
  const known = reasons.filter((r) => r.share !== null)
  const weight = (rs: readonly Reason[]) => rs.reduce((sum, r) => sum + WEIGHTS[r.factor], 0)
  const points = (rs: readonly Reason[]) => rs.reduce((sum, r) => sum + WEIGHTS[r.factor] * r.share!, 0)
  const subject = known.filter((r) => SUBJECT.includes(r.factor))
  const others = known.filter((r) => !SUBJECT.includes(r.factor))
  if (known.length === 0) return 0
  const about = subject.length === 0 ? 1 : Math.min(1, points(subject) / weight(subject) / SAME_SUBJECT)
  return Math.round((1000 * (points(subject) + points(others) * about)) / weight(known)) / 10
}

/** Less than this is said about a pair: no match can be claimed. */
const LEAST_WEIGHT = 25

/**
 * What fits `record` among `others`, best first. Pairs that a gate rules out, about which too little is said, or that are about
 * different things altogether are left out. The order of `others` does not matter.
 */
export function rank(record: CaravanRecord, others: readonly CaravanRecord[], context: MatchContext): Match[] {
  const candidates = others.filter((other) => isNeed(other) !== isNeed(record) && (isNeed(other) || other.kind === 'offer'))
  if (record.kind !== 'offer' && !isNeed(record)) return []
  const known: MatchContext = { ...context, rarity: context.rarity ?? rarityOf([record, ...candidates], context.labels) }
  const matches = candidates.map((other) => matchPair(isNeed(record) ? { offer: other as Offer, need: record } : { offer: record as Offer, need: other as Need }, known))
  const other = (m: Match) => (isNeed(record) ? m.offer : m.need)
  return matches.filter((m) => m.gates.length === 0 && isAbout(m.reasons)).sort((a, b) => b.score - a.score || (other(a) < other(b) ? -1 : 1))
}

const isNeed = (record: CaravanRecord): record is Need => record.kind === 'request' || record.kind === 'rd-request'

function isAbout(reasons: readonly Reason[]): boolean {
  const share = (factor: Reason['factor']) => reasons.find((r) => r.factor === factor)!.share
  const weight = reasons.reduce((sum, r) => sum + (r.share === null ? 0 : WEIGHTS[r.factor]), 0)
  return weight >= LEAST_WEIGHT && ((share('field') ?? 0) > 0 || (share('text') ?? 0) >= 0.15)
}
