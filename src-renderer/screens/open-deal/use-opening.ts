/** What a deal would start with: read from the records it is opened on, then changed by whoever opens it. */
import { useMemo } from 'react'
import type { Need } from '../../../src-core/match/match.ts'
import { dealFrom, type DealValues } from '../../../src-core/deal/open-deal.ts'
import type { CaravanRecord, Offer } from '../../../src-core/record/record.ts'
import { useSession } from '../../app/session.tsx'
import { useHeld } from '../../app/store-hooks.ts'
import type { Params } from '../../app/router.ts'

const isOffer = (r: CaravanRecord): r is Offer => r.kind === 'offer'
const isNeed = (r: CaravanRecord): r is Need => r.kind === 'request' || r.kind === 'rd-request'

export interface Opening {
  offer: Offer | undefined
  need: Need | undefined
  values: DealValues
}
/** `offer` and `need` name the two records; `from` and `with` name them without saying which is which. */
export function useOpening(params: Params): Opening | undefined {
  const { centre } = useSession()
  const refs = [params['offer'], params['need'], params['from'], params['with']].filter((r) => r !== undefined && r !== '') as string[]
  const held = useHeld(refs)
  const own = useHeld([centre])
  return useMemo(() => {
    if (!held.value || !own.value) return undefined
    const records = held.value.map((h) => h.record)
    const [offer, need] = [records.find(isOffer), records.find(isNeed)]
    const home = own.value[0]?.record
    const centreCountries = home?.kind === 'centre' ? home.countries : undefined
    return { offer, need, values: dealFrom({ offer, need, centre, centreCountries }) }
  }, [held.value, own.value, centre])
}
