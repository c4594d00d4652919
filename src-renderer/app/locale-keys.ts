/** Every message key, typed from the English files: a key that does not exist does not compile. */
import type catalogue from '../../locales/en/catalogue.json'
import type match from '../../locales/en/match.json'
import type palette from '../../locales/en/palette.json'
import type record from '../../locales/en/record.json'
import type shell from '../../locales/en/shell.json'

type Messages = { shell: typeof shell; catalogue: typeof catalogue; record: typeof record; match: typeof match; palette: typeof palette }
type Leaves<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}` }[keyof T & string]
type Open = 'vocabulary' | 'today' | 'network' | 'deals' | 'dossier' | 'events' | 'sync' | 'settings' | 'welcome' | 'errors' | 'print'
export type Key = { [N in keyof Messages]: `${N}:${Leaves<Messages[N]>}` }[keyof Messages] | `${Open}:${string}`
