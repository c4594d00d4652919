/** What a match may know beside the two records. All of it is optional but the day. */
import type { Organisation } from '../record/record.ts'
import type { Labels } from '../search/labels.ts'
import type { Rarity } from './profile.ts'

export interface MatchContext {
  /** ISO date */
  today: string
  organisation?: ((ref: string) => Organisation | undefined) | undefined
  labels?: Labels | undefined
  /** deals closed so far from the offer's country to the need's */
  pairDeals?: ((offerCountry: string, needCountry: string) => number) | undefined
  /** how rare words are; `rank` counts it over what it is given */
  rarity?: Rarity | undefined
}
