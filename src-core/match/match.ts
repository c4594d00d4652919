/** An offer against a request, explained. Weights are versioned; the same result on client and server. */
import type { Offer, RdRequest, Request } from '../record/record.ts'

export type Need = Request | RdRequest
export const FACTORS = ['field', 'criteria', 'text', 'maturity', 'mode', 'site', 'budget', 'time', 'partner', 'country'] as const
export type Factor = (typeof FACTORS)[number]
/** Points of 100 (domain.md 4). */
export const WEIGHTS: Record<Factor, number> = { field: 30, criteria: 15, text: 15, maturity: 10, mode: 10, site: 8, budget: 5, time: 3, partner: 2, country: 2 }
export const GATES = ['denied', 'expired', 'withdrawn', 'exclusivity', 'must-failed'] as const
export type Gate = (typeof GATES)[number]

/** One reason in the breakdown: `locales/<lang>/match.json` `<factor>.<code>` with `values`. */
export interface Reason {
  factor: Factor
  /** 0..1 of the factor's weight; null when either side says nothing, and the weight is shared out among the rest */
  share: number | null
  code: string
  values?: Record<string, string | number> | undefined
}
export interface Match {
  offer: string
  need: string
  /** 0..100 */
  score: number
  reasons: Reason[]
  gates: Gate[]
}
export type Pair = { offer: Offer; need: Need }
