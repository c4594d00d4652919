/** Technology codes by depth in the tree: the same field, else a shared IPC subclass, else the same area. */
import { areaOf, TECHNOLOGY_FIELDS } from '../record/technology-fields.ts'
import type { Pair, Reason } from './match.ts'

const SHARED_IPC = 0.5
const SAME_AREA = 0.35

export function fieldFactor({ offer, need }: Pair): Reason {
  const offered = offer.fields ?? []
  const wanted = need.fields ?? []
  if (offered.length === 0 || wanted.length === 0) return { factor: 'field', share: null, code: 'unknown' }
  const closest = wanted.map((w) => offered.map((o) => ({ offered_field: o, wanted_field: w, near: nearness(o, w) })).reduce((a, b) => (b.near > a.near ? b : a)))
  const best = closest.reduce((a, b) => (b.near > a.near ? b : a))
  const covered = mean(closest.map((c) => c.near))
  const used = mean(offered.map((o) => Math.max(...wanted.map((w) => nearness(o, w)))))
  // what is wanted counts double: an offer may be good for other things as well
  const share = (2 * covered + used) / 3
  const same = wanted.filter((w) => offered.includes(w))
  if (same.length > 0) return { factor: 'field', share, code: 'same', values: { fields: same.join(' ') } }
  return { factor: 'field', share, code: best.near > 0 ? 'area' : 'apart', values: { offered_field: best.offered_field, wanted_field: best.wanted_field } }
}

const mean = (shares: readonly number[]) => shares.reduce((sum, s) => sum + s, 0) / shares.length

function nearness(a: string, b: string): number {
  if (a === b) return 1
  const ipc = subclasses(b)
  if (subclasses(a).some((c) => ipc.includes(c))) return SHARED_IPC
  return areaOf(a) === areaOf(b) ? SAME_AREA : 0
}

function subclasses(code: string): readonly string[] {
  const [area, leaf] = code.split('.') as [string, string]
  return (TECHNOLOGY_FIELDS as Record<string, Record<string, readonly string[]>>)[area]?.[leaf] ?? []
}
