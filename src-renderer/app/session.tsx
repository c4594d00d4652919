/** Who works here, on what: the host, the store, the settings and the centre. */
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import type { HostBridge, Output, Settings } from '../../src-core/host/contract.ts'
import type { RecordOf } from '../../src-core/record/record.ts'
import type { SyncState } from '../store/api.ts'
import type { StoreClient } from '../store/client.ts'
import { formatsFor, localeTag, type Conventions, type Formats } from './format.ts'
import { currentLocale, setDigits, switchLanguage, translate, useLocale } from './i18n.ts'
import { notify } from './notices.ts'
import { setTheme } from './theme.ts'
import { setSingleKeys } from './keys.ts'
import type { Locale } from '../../src-core/text/locale.ts'

export type Store = StoreClient
export type HostInfo = Output<'host.info'>

export interface Session {
  host: HostBridge
  store: Store
  info: HostInfo
  settings: Settings
  /** Merges into the settings and keeps them; applies language, theme and keys at once. */
  saveSettings(patch: Settings): Promise<void>
  /** after an enrolment */
  refreshInfo(): Promise<HostInfo>
  /** the name that stands beside an edit */
  user: string
  /** ref of the own centre; `HUB` while the profile has joined nothing */
  centre: string
  centreName: string
  /** digits, calendar and month names: what the person chose, else what the own centre's record says */
  conventions: Omit<Conventions, 'locale'>
  sync: SyncState
}
const SessionContext = createContext<Session | undefined>(undefined)

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('no session')
  return session
}
export const useSyncState = (): SyncState => useSession().sync

interface Props { host: HostBridge; store: Store; info: HostInfo; settings: Settings; sync: SyncState; children: ReactNode }

export function SessionProvider({ host, store, info: firstInfo, settings: firstSettings, sync: firstSync, children }: Props) {
  const [info, setInfo] = useState(firstInfo)
  const [settings, setSettings] = useState(firstSettings)
  const [sync, setSync] = useState(firstSync)
  useEffect(() => store.on('sync', setSync), [store])
  useEffect(() => {
    const root = document.documentElement.dataset
    root['sync'] = sync.status
    root['records'] = String(sync.records)
  }, [sync])
  const centre = info.membership?.centre ?? 'HUB'
  const home = useCentre(store, centre)
  // a profile that has joined nothing has no centre's habits yet, only those of its language
  const own = info.membership ? home : undefined
  const conventions = useMemo(() => conventionsOf(settings, own), [settings, own])
  useEffect(() => applySettings(settings), [settings])
  useEffect(() => setDigits(conventions.digits), [conventions])

  const session = useMemo<Session>(() => ({
    host, store, info, settings, sync, conventions, centre,
    async saveSettings(patch) {
      const next = { ...settings, ...patch }
      setSettings(next)
      const answer = await host.call('settings.write', next).catch(() => undefined)
      if (!answer?.ok) notify({ tone: 'danger', text: translate(currentLocale(), 'errors:not-kept') })
    },
    async refreshInfo() {
      const fresh = await host.call('host.info', null)
      setInfo(fresh)
      return fresh
    },
    user: settings.userName || info.membership?.name || 'Caravan',
    centreName: info.membership?.centreName ?? '',
  }), [host, store, info, settings, sync, conventions, centre])
  return <SessionContext value={session}>{children}</SessionContext>
}

function applySettings(settings: Settings): void {
  setTheme(settings.theme ?? 'system')
  setSingleKeys(settings.singleKeys ?? true)
  document.documentElement.dataset['density'] = settings.density ?? 'dense'
}
/** The own centre's record, as far as it is held here; read again when it changes. */
function useCentre(store: Store, ref: string): RecordOf<'centre'> | undefined {
  const [centre, setCentre] = useState<RecordOf<'centre'>>()
  useEffect(() => {
    const read = () => void store.get([ref]).then(([held]) => setCentre(held?.record.kind === 'centre' ? held.record : undefined), () => {})
    read()
    return store.on('changed', ({ refs }) => (refs === null || refs.includes(ref)) && read())
  }, [store, ref])
  return centre
}

/** Eastern digits are Arabic's default; a centre of the Maghreb says otherwise in its record. */
export function conventionsOf(settings: Settings, centre: RecordOf<'centre'> | undefined): Omit<Conventions, 'locale'> {
  const own = centre?.conventions?.[0]
  const digits = settings.digits && settings.digits !== 'auto' ? settings.digits : (own?.digits ?? 'arab')
  return { digits, calendar: settings.calendar ?? own?.calendar ?? 'gregory', country: centre?.countries?.length === 1 ? centre.countries[0] : undefined }
}

export function useFormat(): Formats {
  const locale = useLocale()
  const { conventions } = useSession()
  return formatsFor({ locale, ...conventions })
}
/** BCP 47 with explicit digits and calendar, for date fields and the like. */
export function useLocaleTag(): string {
  const locale = useLocale()
  const { conventions } = useSession()
  return localeTag({ locale, ...conventions })
}

/** Switches the interface's language now and remembers it. */
export function useSwitchLanguage(): (locale: Locale) => void {
  const { saveSettings } = useSession()
  return (locale) => {
    void switchLanguage(locale)
    void saveSettings({ locale })
  }
}
