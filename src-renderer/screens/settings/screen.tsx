import { useState, type ReactNode } from 'react'
import { LOCALES, OWN_NAME } from '../../../src-core/text/locale.ts'
import type { Settings } from '../../../src-core/host/contract.ts'
import { useCentreName } from '../../app/centre-name.ts'
import { useLocale, useT } from '../../app/i18n.ts'
import { hrefTo } from '../../app/router.ts'
import { useFormat, useSession, useSwitchLanguage } from '../../app/session.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Pane, Panels } from '../../ui/panels.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { About, Stored } from './about.tsx'
import { Group } from './group.tsx'
import './settings.css'

/** What one person sets for this computer. Each choice counts at once. */
export function Screen() {
  const t = useT()
  return (
    <Panels>
      <Pane label={t('settings:title')} className="scroll">
        <div className="page se">
          <header><h1 className="title">{t('settings:title')}</h1><p className="meta">{t('settings:saved')}</p></header>
          <You />
          <Language />
          <Look />
          <Formats />
          <Keys />
          <Network />
          <Stored />
          <About />
        </div>
      </Pane>
    </Panels>
  )
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return <div className="se-row"><span className="meta">{label}</span>{children}</div>
}

function You() {
  const t = useT()
  const { settings, saveSettings } = useSession()
  const [name, setName] = useState(settings.userName ?? '')
  return <Group title={t('settings:you.heading')} icon="person"><TextField label={t('settings:you.name')} value={name} onChange={setName} onBlur={() => void saveSettings({ userName: name.trim().slice(0, 120) })} hint={t('settings:you.nameHint')} /></Group>
}

function Language() {
  const t = useT()
  const locale = useLocale()
  const switchTo = useSwitchLanguage()
  return <Group title={t('settings:language.heading')} icon="translate"><Segmented label={t('settings:language.heading')} options={LOCALES.map((id) => ({ id, label: OWN_NAME[id], lang: id }))} value={locale} onChange={switchTo} /><p className="meta dim">{t('settings:language.hint')}</p></Group>
}

function Look() {
  const t = useT()
  const { settings, saveSettings } = useSession()
  return (
    <Group title={t('settings:look.heading')} icon="light">
      <Row label={t('settings:look.theme')}><Segmented label={t('settings:look.theme')} options={[{ id: 'light', label: t('settings:look.light'), icon: 'light' }, { id: 'dark', label: t('settings:look.dark'), icon: 'dark' }, { id: 'system', label: t('settings:look.system') }]} value={settings.theme ?? 'system'} onChange={(theme) => void saveSettings({ theme })} /></Row>
      <Row label={t('settings:look.density')}><Segmented label={t('settings:look.density')} options={[{ id: 'dense', label: t('settings:look.dense') }, { id: 'comfortable', label: t('settings:look.comfortable') }]} value={settings.density ?? 'dense'} onChange={(density) => void saveSettings({ density })} /></Row>
    </Group>
  )
}

const CALENDARS = ['gregory', 'islamic-umalqura', 'hebrew'] as const satisfies readonly NonNullable<Settings['calendar']>[]
function Formats() {
  const t = useT()
  const f = useFormat()
  const { settings, saveSettings } = useSession()
  return (
    <Group title={t('settings:format.heading')} icon="event">
      <Row label={t('settings:format.digits')}><Segmented label={t('settings:format.digits')} options={[{ id: 'auto', label: t('settings:format.auto') }, { id: 'latn', label: t('settings:format.latn') }, { id: 'arab', label: t('settings:format.arab') }]} value={settings.digits ?? 'auto'} onChange={(digits) => void saveSettings({ digits })} /></Row>
      <Row label={t('settings:format.calendar')}><Segmented label={t('settings:format.calendar')} options={CALENDARS.map((id) => ({ id, label: t(`settings:format.${id}`) }))} value={settings.calendar ?? 'gregory'} onChange={(calendar) => void saveSettings({ calendar })} /></Row>
      <p className="meta">{t('settings:format.today', { date: f.date(new Date().toISOString()), number: f.number(1_234_567) })}</p>
      <p className="meta">{t('settings:format.legal')}</p>
    </Group>
  )
}

function Keys() {
  const t = useT()
  const { settings, saveSettings } = useSession()
  return <Group title={t('settings:keys.heading')} icon="key"><Checkbox isSelected={settings.singleKeys ?? true} onChange={(singleKeys) => void saveSettings({ singleKeys })}>{t('settings:keys.single')}</Checkbox><p className="meta dim">{t('settings:keys.hint')}</p></Group>
}

function Network() {
  const t = useT()
  const { info } = useSession()
  const { membership } = info
  const centreName = useCentreName()
  return (
    <Group title={t('settings:network.heading')} icon="network">
      <p>{membership ? t('settings:network.joined', { centre: centreName }) : t('settings:network.none')}</p>
      <div className="row g4">{!membership && <LinkButton icon="key" href={hrefTo('welcome', undefined, { join: '1' })}>{t('settings:network.join')}</LinkButton>}<LinkButton icon="safety" href={hrefTo('sync')}>{t('settings:network.safety')}</LinkButton></div>
    </Group>
  )
}
