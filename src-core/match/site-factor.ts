/** Where it works against where it shall work: intervals. The offer's rows are what it bears, the need's are what it will meet. */
import type { Pair, Reason } from './match.ts'

type Row = { param: string; min?: number | undefined; max?: number | undefined; unit: string }

export function siteFactor({ offer, need }: Pair): Reason {
  const borne: readonly Row[] = offer.site ?? []
  const compared = (need.site ?? []).flatMap((met: Row) => {
    const bears = borne.find((row) => row.param === met.param && sameUnit(row.unit, met.unit))
    return bears ? [{ param: met.param, share: covered(bears, met) }] : []
  })
  if (compared.length === 0) return { factor: 'site', share: null, code: 'unknown' }
  const share = compared.reduce((sum, c) => sum + c.share, 0) / compared.length
  const short = compared.filter((c) => c.share < 1)
  const params = (list: readonly { param: string }[]) => [...new Set(list.map((c) => c.param))].join(' ')
  if (short.length === 0) return { factor: 'site', share: 1, code: 'fits', values: { params: params(compared), count: compared.length } }
  if (share === 0) return { factor: 'site', share: 0, code: 'outside', values: { params: params(short) } }
  return { factor: 'site', share, code: 'partly', values: { params: params(short), met: compared.length - short.length, total: compared.length } }
}

export const sameUnit = (a: string | undefined, b: string | undefined): boolean => unit(a) === unit(b)
const unit = (text: string | undefined): string => (text ?? '').normalize('NFKC').toLowerCase().replace(/[\s.·*]/g, '').replace(/^(cel|degc)$/, '°c')

/** How much of what is met is borne, 0..1. An open end reaches to infinity. */
export function covered(bears: { min?: number | undefined; max?: number | undefined }, met: { min?: number | undefined; max?: number | undefined }): number {
  const [low, high] = [bears.min ?? -Infinity, bears.max ?? Infinity]
  const [from, to] = [met.min ?? -Infinity, met.max ?? Infinity]
  if (from >= low && to <= high) return 1
  const overlap = Math.min(high, to) - Math.max(low, from)
  if (!(overlap >= 0)) return 0
  // an open end cannot be measured: half of it is borne
  return Number.isFinite(to - from) && to > from ? Math.max(0, Math.min(1, overlap / (to - from))) : 0.5
}
