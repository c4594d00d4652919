/** Every message key, typed from the English files: a key that does not exist does not compile. */
import type catalogue from '../../locales/en/catalogue.json'
import type deals from '../../locales/en/deals.json'
import type dossier from '../../locales/en/dossier.json'
import type errors from '../../locales/en/errors.json'
import type events from '../../locales/en/events.json'
import type match from '../../locales/en/match.json'
import type network from '../../locales/en/network.json'
import type palette from '../../locales/en/palette.json'
import type record from '../../locales/en/record.json'
import type rejects from '../../locales/en/rejects.json'
import type settings from '../../locales/en/settings.json'
import type shell from '../../locales/en/shell.json'
import type sync from '../../locales/en/sync.json'
import type today from '../../locales/en/today.json'
import type welcome from '../../locales/en/welcome.json'

type Messages = { catalogue: typeof catalogue; deals: typeof deals; dossier: typeof dossier; errors: typeof errors; events: typeof events; match: typeof match; network: typeof network; palette: typeof palette; record: typeof record; rejects: typeof rejects; settings: typeof settings; shell: typeof shell; sync: typeof sync; today: typeof today; welcome: typeof welcome }
type Leaves<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}` }[keyof T & string]
/** Keys whose last part comes from data: a code, a kind, a failure. Who uses them looks first (`codeLabel`, `failureText`, `hasMessage`). */
type FromData = `vocabulary:${string}` | `errors:${string}` | `print:part.${string}` | `sync:rejected.${string}` | `network:detail.${string}` | `network:tab.${string}`
export type Key = { [N in keyof Messages]: `${N}:${Leaves<Messages[N]>}` }[keyof Messages] | FromData
