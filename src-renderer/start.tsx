/** Puts the app on the page: language, session, shell, screens. Tests start it with a host and a store of their own. */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { fail } from '../src-core/base/result.ts'
import type { HostBridge } from '../src-core/host/contract.ts'
import { isLocale, type Locale } from '../src-core/text/locale.ts'
import './app/fonts.css'
import './app/fonts-han.css'
import './app/tokens.css'
import './app/base.css'
import { startI18n } from './app/i18n.ts'
import { startKeys } from './app/commands.ts'
import { guardPastes } from './app/paste-guard.ts'
import { go, hrefTo } from './app/router.ts'
import { SessionProvider, type HostInfo, type Store } from './app/session.tsx'
import { screens } from './screens.ts'
import { Palette } from './screens/palette/palette.tsx'
import type { SyncState } from './store/api.ts'
import { Shell } from './screens/shell/shell.tsx'

export async function start(root: HTMLElement, host: HostBridge, store: Store): Promise<void> {
  const [info, settings] = await Promise.all([host.call('host.info', null), host.call('settings.read', null)])
  await startI18n(firstLocale(info, settings.locale))
  const { info: joined, failed } = await joinByArguments(host, store, info)
  // a store that cannot open is shown as such; the window is never blank
  const sync = await store.state().catch((cause: unknown) => {
    console.error('the store did not open', cause)
    return NO_STORE
  })
  if (location.hash === '' || location.hash === '#/') go(failed ? hrefTo('welcome', undefined, { join: '1', failed }) : joined.membership || settings.welcomed ? '#/today' : '#/welcome', { replace: true })
  host.on('host.navigate', ({ hash }) => go(hash))
  startKeys()
  guardPastes()
  createRoot(root).render(
    <StrictMode>
      <SessionProvider host={host} store={store} info={joined} settings={settings} sync={sync}>
        <Shell screens={screens} palette={Palette} />
      </SessionProvider>
    </StrictMode>,
  )
  // fonts first: a window that is `ready` does not change its lines any more
  await document.fonts.ready
  document.documentElement.dataset['ready'] = ''
}

const NO_STORE: SyncState = { status: 'error', records: 0, pending: 0, inbox: 0, lastSuccess: null, cursor: 0, progress: null, reason: 'store-closed', enrolled: false, readOnly: true }

function firstLocale(info: HostInfo, chosen: Locale | undefined): Locale {
  const wanted = info.arguments.locale ?? chosen ?? info.locale.slice(0, 2)
  return isLocale(wanted) ? wanted : 'en'
}

/** `--server` with `--enrol` joins at the first start; why it failed is told by the welcome screen, which offers the same form. */
async function joinByArguments(host: HostBridge, store: Store, info: HostInfo): Promise<{ info: HostInfo; failed?: string }> {
  const { server, enrol } = info.arguments
  if (info.membership || !server || !enrol) return { info }
  const answer = await host.call('server.enrol', { url: server, code: enrol, name: 'Caravan' }).catch(() => fail({ type: 'bad-input' }))
  if (!answer.ok) return { info, failed: answer.error.type }
  await store.joined()
  return { info: await host.call('host.info', null) }
}
