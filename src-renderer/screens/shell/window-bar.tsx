import { Button as AriaButton } from 'react-aria-components'
import { useLocale, useT } from '../../app/i18n.ts'
import { hrefTo, go, useRoute, useTravel } from '../../app/router.ts'
import { useSession, useSwitchLanguage } from '../../app/session.tsx'
import { LOCALES, OWN_NAME, type Locale } from '../../../src-core/text/locale.ts'
import { IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { Menu } from '../../ui/menu.tsx'
import { Avatar } from '../../ui/status.tsx'
import { Code } from '../../ui/text.tsx'
import { SyncPill } from './sync-pill.tsx'
import { usePlace } from './use-place.ts'

export function WindowBar({ onFind }: { onFind: () => void }) {
  const t = useT()
  const locale = useLocale()
  const { settings, saveSettings, user } = useSession()
  const switchTo = useSwitchLanguage()
  const travel = useTravel()
  const route = useRoute()
  const query = route.name === 'catalogue' ? (route.params['q'] ?? '') : ''
  const dark = document.documentElement.dataset['theme'] === 'dark'
  return (
    <header className="bar">
      <div className="row">
        <IconButton icon="back" label={t('shell:back')} keys="Alt ←" isDisabled={!travel.canGoBack} onPress={() => history.back()} />
        <IconButton icon="forward" label={t('shell:forward')} keys="Alt →" isDisabled={!travel.canGoForward} onPress={() => history.forward()} />
        <Crumbs />
      </div>
      <AriaButton className="find" onPress={onFind} aria-keyshortcuts="Control+K">
        <Icon name="search" size="s" />
        <span className="hidden">{t('shell:find')}: </span>
        <span className={query ? 'q q-on' : 'q'} dir="auto">{query || t('shell:findHint')}</span>
        <Kbd>Ctrl K</Kbd>
      </AriaButton>
      <div className="row bar-end">
        <SyncPill />
        <Menu
          label={t('shell:language')}
          placement="bottom end"
          trigger={<AriaButton className="lang-btn" aria-label={t('shell:languageIs', { language: OWN_NAME[locale] })}><Icon name="translate" /><span className="t" lang={locale}>{OWN_NAME[locale]}</span></AriaButton>}
          entries={LOCALES.map((l) => ({ id: l, label: OWN_NAME[l], lang: l, checked: l === locale }))}
          onAction={(id) => switchTo(id as Locale)}
        />
        <IconButton icon={dark ? 'light' : 'dark'} label={t(dark ? 'shell:toLight' : 'shell:toDark')} onPress={() => void saveSettings({ theme: dark ? 'light' : 'dark' })} />
        <AriaButton className="ib" aria-label={t('shell:you', { name: user })} onPress={() => go(hrefTo('settings'))}><Avatar name={settings.userName ?? user} /></AriaButton>
      </div>
    </header>
  )
}

/** Where a record, a deal or a form was opened from. */
function Crumbs() {
  const t = useT()
  const route = useRoute()
  const place = usePlace()
  if (!('subject' in route) || !place) return null
  return (
    <span className="crumbs">
      <a href={hrefTo(place)} className="own">{t(`shell:place.${place}` as 'shell:place.today')}</a>
      <Icon name="forward" size="xs" />
      {route.name === 'new' ? <span className="own">{t('shell:new')}</span> : <Code>{route.subject}</Code>}
    </span>
  )
}
