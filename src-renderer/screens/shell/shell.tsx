import { useCallback, useEffect, useMemo, useRef, useState, type ComponentType } from 'react'
import { I18nProvider, RouterProvider } from 'react-aria-components'
import { startOfUndo, useCommands, type Command } from '../../app/commands.ts'
import { useT } from '../../app/i18n.ts'
import { dismiss, undoLast, useNotices } from '../../app/notices.ts'
import { go, hrefTo, useRoute } from '../../app/router.ts'
import type { Screens } from '../../app/screens.ts'
import { useLocaleTag, useSession, useSwitchLanguage } from '../../app/session.tsx'
import { LOCALES } from '../../../src-core/text/locale.ts'
import { Toasts } from '../../ui/toasts.tsx'
import { Boundary } from './boundary.tsx'
import { KeySheet } from './key-sheet.tsx'
import { Navigation } from './navigation.tsx'
import { nextPane } from './panes.ts'
import { FOOT_PLACES, MAIN_PLACES } from './places.ts'
import './shell.css'
import { WindowBar } from './window-bar.tsx'

interface ShellProps { screens: Screens; palette: ComponentType<{ isOpen: boolean; onClose: () => void }> }

export function Shell({ screens, palette: Palette }: ShellProps) {
  const t = useT()
  const route = useRoute()
  const [finding, setFinding] = useState(false)
  const [keys, setKeys] = useState(false)
  const main = useRef<HTMLElement>(null)
  const openPalette = useCallback(() => setFinding(true), [])
  const closePalette = useCallback(() => setFinding(false), [])
  useShellCommands(openPalette, useCallback(() => setKeys(true), []))
  const subject = 'subject' in route ? route.subject : ''
  // a new place starts with the focus in it, so that arrows and letters work without a click
  useEffect(() => {
    if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true })
    document.title = `${t(`shell:title.${route.name}`)} – Caravan`
  }, [route.name, subject, t])
  const Screen = screens[route.name === 'new' ? (subject === 'deal' ? 'open-deal' : 'edit') : route.name]
  const notices = useNotices()
  const tag = useLocaleTag()
  if (route.name === 'welcome' && Screen) return <I18nProvider locale={tag}><Screen /><Notices /></I18nProvider>
  return (
    <I18nProvider locale={tag}>
      <RouterProvider navigate={(href) => go(href)}>
        <div className="app">
          <Navigation />
          <WindowBar onFind={openPalette} />
          <main className="panel" ref={main} tabIndex={-1} data-pane="" data-place={route.name}>
            {Screen ? <Boundary key={`${route.name}/${subject}`} t={t}><Screen /></Boundary> : <div className="gone">{t('shell:noScreen')}</div>}
          </main>
        </div>
        <Palette isOpen={finding} onClose={closePalette} />
        <KeySheet isOpen={keys} onClose={() => setKeys(false)} />
        <Toasts entries={notices} undoLabel={t('shell:undo')} closeLabel={t('shell:close')} onClose={dismiss} label={t('shell:notices')} />
      </RouterProvider>
    </I18nProvider>
  )
}
const Notices = () => {
  const t = useT()
  return <Toasts entries={useNotices()} undoLabel={t('shell:undo')} closeLabel={t('shell:close')} onClose={dismiss} label={t('shell:notices')} />
}

function useShellCommands(find: () => void, showKeys: () => void): void {
  const { saveSettings } = useSession()
  const switchTo = useSwitchLanguage()
  const now = useRef({ saveSettings, switchTo })
  now.current = { saveSettings, switchTo }
  const commands = useMemo<Command[]>(() => [
    ...[...MAIN_PLACES, ...FOOT_PLACES].map((p): Command => ({ id: `go.${p.place}`, title: p.title, group: 'go', keys: p.keys, icon: p.icon, run: () => go(hrefTo(p.place)) })),
    { id: 'find', title: 'shell:find', group: 'do', keys: 'Ctrl+KeyK', icon: 'search', run: find, quiet: true },
    { id: 'keys', title: 'shell:keys.title', group: 'view', keys: 'Shift+Slash', icon: 'key', run: showKeys },
    { id: 'new.offer', title: 'shell:newOffer', group: 'do', keys: 'KeyN', icon: 'offer', run: () => go(hrefTo('new', 'offer')) },
    { id: 'new.request', title: 'shell:newRequest', group: 'do', icon: 'request', run: () => go(hrefTo('new', 'request')) },
    { id: 'new.rd-request', title: 'shell:newRdRequest', group: 'do', icon: 'flask', run: () => go(hrefTo('new', 'rd-request')) },
    { id: 'new.organisation', title: 'shell:newOrganisation', group: 'do', icon: 'organisation', run: () => go(hrefTo('new', 'organisation')) },
    { id: 'new.person', title: 'shell:newPerson', group: 'do', icon: 'person', run: () => go(hrefTo('new', 'person')) },
    { id: 'new.facility', title: 'shell:newFacility', group: 'do', icon: 'park', run: () => go(hrefTo('new', 'facility')) },
    { id: 'new.event', title: 'shell:newEvent', group: 'do', icon: 'event', run: () => go(hrefTo('new', 'event')) },
    { id: 'new.programme', title: 'shell:newProgramme', group: 'do', icon: 'programme', run: () => go(hrefTo('new', 'programme')) },
    { id: 'new.centre', title: 'shell:newCentre', group: 'do', icon: 'network', run: () => go(hrefTo('new', 'centre')) },
    { id: 'new.document', title: 'shell:newDocument', group: 'do', icon: 'document', run: () => go(hrefTo('new', 'document')) },
    { id: 'undo', title: 'shell:undo', group: 'do', keys: 'Ctrl+KeyZ', icon: 'undo', quiet: true, run: startOfUndo(undoLast) },
    { id: 'pane.next', title: 'shell:nextPane', group: 'view', keys: 'F6', run: () => nextPane(1), quiet: true },
    { id: 'pane.previous', title: 'shell:nextPane', group: 'view', keys: 'Shift+F6', run: () => nextPane(-1), quiet: true },
    { id: 'back', title: 'shell:back', group: 'view', keys: 'Alt+ArrowLeft', icon: 'back', run: () => history.back(), quiet: true },
    { id: 'forward', title: 'shell:forward', group: 'view', keys: 'Alt+ArrowRight', icon: 'forward', run: () => history.forward(), quiet: true },
    ...LOCALES.map((l): Command => ({ id: `language.${l}`, title: `shell:languageTo.${l}`, group: 'view', icon: 'translate', run: () => now.current.switchTo(l) })),
    { id: 'theme.light', title: 'shell:toLight', group: 'view', icon: 'light', run: () => void now.current.saveSettings({ theme: 'light' }) },
    { id: 'theme.dark', title: 'shell:toDark', group: 'view', icon: 'dark', run: () => void now.current.saveSettings({ theme: 'dark' }) },
  ], [find, showKeys])
  useCommands(commands)
}
