/** Who works here, on what: the host, the store, the settings and the centre. */
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import type { HostBridge, Output, Settings } from '../../src-core/host/contract.ts'
import type { SyncState } from '../store/api.ts'
import type { StoreClient } from '../store/client.ts'
import { createFormats, type Formats } from './format.ts'
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
  useEffect(() => applySettings(settings), [settings])

  const session = useMemo<Session>(() => ({
    host, store, info, settings, sync,
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
    centre: info.membership?.centre ?? 'HUB',
    centreName: info.membership?.centreName ?? '',
  }), [host, store, info, settings, sync])
  return <SessionContext value={session}>{children}</SessionContext>
}

function applySettings(settings: Settings): void {
  setTheme(settings.theme ?? 'system')
  setSingleKeys(settings.singleKeys ?? true)
  setDigits(digitsOf(settings))
  document.documentElement.dataset['density'] = settings.density ?? 'dense'
}
/** Arabic digits are the default of Arabic in the East; a centre of the Maghreb sets Latin ones. */
const digitsOf = (settings: Settings): 'latn' | 'arab' => (settings.digits === 'latn' ? 'latn' : 'arab')

export function useFormat(): Formats {
  const locale = useLocale()
  const { settings } = useSession()
  const { digits, calendar } = settings
  return useMemo(() => createFormats({ locale, digits: digits === 'latn' ? 'latn' : 'arab', calendar: calendar ?? 'gregory' }), [locale, digits, calendar])
}

/** Switches the interface's language now and remembers it. */
export function useSwitchLanguage(): (locale: Locale) => void {
  const { saveSettings } = useSession()
  return (locale) => {
    void switchLanguage(locale)
    void saveSettings({ locale })
  }
}
