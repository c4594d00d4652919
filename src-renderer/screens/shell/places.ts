/** The places of the app, in the order of the navigation, with their keys. */
import type { Kind } from '../../../src-core/record/vocabulary.ts'
import type { Key } from '../../app/i18n.ts'
import type { Place, RouteName } from '../../app/router.ts'
import type { IconName } from '../../ui/icon.tsx'

export interface PlaceEntry { place: Place; icon: IconName; title: Key; keys: string }
export const MAIN_PLACES: readonly PlaceEntry[] = [
  { place: 'today', icon: 'today', title: 'shell:place.today', keys: 'KeyG KeyH' },
  { place: 'catalogue', icon: 'catalogue', title: 'shell:place.catalogue', keys: 'KeyG KeyC' },
  { place: 'network', icon: 'network', title: 'shell:place.network', keys: 'KeyG KeyN' },
  { place: 'deals', icon: 'deal', title: 'shell:place.deals', keys: 'KeyG KeyD' },
  { place: 'dossiers', icon: 'dossier', title: 'shell:place.dossiers', keys: 'KeyG KeyX' },
  { place: 'events', icon: 'event', title: 'shell:place.events', keys: 'KeyG KeyE' },
]
export const FOOT_PLACES: readonly PlaceEntry[] = [
  { place: 'sync', icon: 'safety', title: 'shell:place.sync', keys: 'KeyG KeyS' },
  { place: 'settings', icon: 'settings', title: 'shell:place.settings', keys: 'Ctrl+Comma' },
]
/** The entry that is lit for a route. */
export const placeOf = (name: RouteName, kind?: Kind): Place => (name === 'deal' ? 'deals' : name === 'dossier' ? 'dossiers' : name === 'record' || name === 'edit' || name === 'new' ? (kind ? PLACE_OF_KIND[kind] : 'catalogue') : name)
/** Where a record of a kind is listed. */
const PLACE_OF_KIND: Record<Kind, Place> = {
  offer: 'catalogue', request: 'catalogue', 'rd-request': 'catalogue', deal: 'deals', document: 'deals', event: 'events',
  centre: 'network', organisation: 'network', person: 'network', facility: 'network', programme: 'network',
}
