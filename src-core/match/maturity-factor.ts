/** Readiness, and time to reach it. Asymmetric: what is too early costs more than what is too far. */
import type { MatchContext } from './context.ts'
import type { Pair, Reason } from './match.ts'

const EARLY = [1, 0.55, 0.2]
const MATURE = [1, 0.9, 0.8, 0.65]
const MATURE_FLOOR = 0.5
/** Months to climb one level, and to close a deal at all: estimates, the same for everybody. */
const MONTHS_A_LEVEL = 9
const MONTHS_A_DEAL = 3

export function maturityFactor({ offer, need }: Pair): Reason {
  const { trl } = offer
  const range = need.trlRange
  if (trl === undefined || !range) return { factor: 'maturity', share: null, code: 'unknown' }
  if (trl < range.min) {
    const gap = range.min - trl
    return { factor: 'maturity', share: EARLY[gap] ?? 0, code: gap === 1 ? 'slightly-early' : 'too-early', values: { trl, min: range.min, gap } }
  }
  const gap = Math.max(0, trl - range.max)
  if (gap === 0) return { factor: 'maturity', share: 1, code: 'within', values: { trl, min: range.min, max: range.max } }
  return { factor: 'maturity', share: MATURE[gap] ?? MATURE_FLOOR, code: 'more-mature', values: { trl, max: range.max, gap } }
}

export function timeFactor({ offer, need }: Pair, { today }: MatchContext): Reason {
  const date = (need.kind === 'rd-request' ? need.eoiDeadline : need.needBy)?.iso
  if (!date) return { factor: 'time', share: null, code: 'unknown' }
  const months = Math.floor(monthsBetween(today, date))
  // an R&D call wants an answer by then, not a finished technology
  const levels = need.kind === 'rd-request' || offer.trl === undefined ? 0 : Math.max(0, (need.trlRange?.min ?? offer.trl) - offer.trl)
  const wanted = need.kind === 'rd-request' ? 1 : MONTHS_A_DEAL + levels * MONTHS_A_LEVEL
  const [share, code] = months >= wanted ? [1, 'enough'] : months >= wanted * 0.6 ? [0.5, 'tight'] : [0, 'late']
  return { factor: 'time', share, code, values: { months: Math.max(0, months), date } }
}

const DAY = 86_400_000
const monthsBetween = (from: string, to: string): number => (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY / 30.44
