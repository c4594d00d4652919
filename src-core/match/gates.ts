/** What rules a pair out before anything is weighed. */
import { ALWAYS, denyKey, denyKeys } from '../access/access.ts'
import type { CaravanRecord, Offer } from '../record/record.ts'
import type { Gate, Need, Pair } from './match.ts'

const GONE = new Set(['WITHDRAWN', 'ARCHIVED', 'REJECTED', 'ON_HOLD', 'FLAGGED'])

export function gatesOf({ offer, need }: Pair, today: string): Gate[] {
  const gates: Gate[] = []
  if (denies(offer, need, today) || denies(need, offer, today)) gates.push('denied')
  if ([offer, need].some((r) => r.status === 'EXPIRED' || (r.validUntil !== undefined && r.validUntil < today)) || deadline(need) < today) gates.push('expired')
  if ([offer, need].some((r) => r.tombstone || GONE.has(r.status))) gates.push('withdrawn')
  if (givenAway(offer, need)) gates.push('exclusivity')
  return gates
}

function denies(record: Offer | Need, other: Offer | Need, today: string): boolean {
  if (record.owner === other.owner) return false
  const keys = denyKeys(record as CaravanRecord, [...ALWAYS, 'match'], today)
  if (keys.length === 0) return false
  const about = [denyKey('centre', other.owner), ...(other.country ? [denyKey('country', other.country)] : []), ...(other.organisation ? [denyKey('org', other.organisation)] : [])]
  return about.some((key) => keys.includes(key))
}

/** The last day on which an answer makes sense. */
const deadline = (need: Need): string => (need.kind === 'rd-request' ? need.eoiDeadline?.iso : need.needBy?.iso) ?? '9999'

/** Exclusivity already granted where the need wants to use it: in its own country when it names no territory. */
function givenAway(offer: Offer, need: Need): boolean {
  const granted = offer.exclusivityGranted ?? []
  const territory = need.kind === 'request' && need.territory?.length ? need.territory : need.country ? [need.country] : []
  return territory.some((country) => granted.includes(country))
}
