import { Button as AriaButton } from 'react-aria-components'
import { graphemes } from '../../../src-core/text/graphemes.ts'
import { fieldsOf, type CaravanRecord } from '../../../src-core/record/record.ts'
import { LOCALES, OWN_NAME, type Locale } from '../../../src-core/text/locale.ts'
import { languagesOf, type MlText, type Rendering } from '../../../src-core/text/multilingual.ts'
import { fieldLabel } from '../../app/facts.tsx'
import { useT } from '../../app/i18n.ts'
import { hrefTo } from '../../app/router.ts'
import { useFormat } from '../../app/session.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Menu } from '../../ui/menu.tsx'
import { EmptyState } from '../../ui/meters.tsx'
import { Status } from '../../ui/status.tsx'
import { readable } from '../../ui/text.tsx'

export type Layout = 'one' | 'two'
interface TextsProps { record: CaravanRecord; first: Locale; second: Locale; layout: Layout; onFirst: (lang: Locale) => void; onSecond: (lang: Locale) => void }

/** The texts, field by field: one language, or two in equal columns whose rows stand level. */
export function Texts({ record, first, second, layout, onFirst, onSecond }: TextsProps) {
  const t = useT()
  const values = record as unknown as Record<string, unknown>
  const texts = fieldsOf(record.kind).filter((f) => f.meta.control === 'ml' && languagesOf(values[f.name] as MlText | undefined).length > 0)
  const two = layout === 'two'
  if (texts.length === 0) return <EmptyState title={t('record:nothingIn')} />
  return (
    <div className={`texts scroll${two ? ' texts-two' : ''}`} tabIndex={0} role="group" aria-label={t('record:tab.texts')}>
      {two && <ColumnHead lang={first} record={record} onPick={onFirst} />}
      <ColumnHead lang={second} record={record} onPick={onSecond} />
      {texts.map(({ name, meta }) => {
        const ml = values[name] as MlText
        return [
          two && <Cell key={`${name}-1`} name={name} ml={ml} lang={first} max={meta.max ?? 0} title={name === 'title'} record={record} />,
          <Cell key={`${name}-2`} name={name} ml={ml} lang={second} max={meta.max ?? 0} title={name === 'title'} record={record} />,
        ]
      })}
    </div>
  )
}

function ColumnHead({ lang, record, onPick }: { lang: Locale; record: CaravanRecord; onPick: (lang: Locale) => void }) {
  const t = useT()
  const f = useFormat()
  const rendering = record.title?.t[lang]
  return (
    <div className="text-head">
      <Menu label={t('record:columnLanguage', { language: OWN_NAME[lang] })} trigger={<AriaButton className="lang-btn" aria-label={t('record:columnLanguage', { language: OWN_NAME[lang] })}><span lang={lang} className="strong">{OWN_NAME[lang]}</span><Icon name="down" size="xs" /></AriaButton>}
        entries={LOCALES.map((l) => ({ id: l, label: OWN_NAME[l], lang: l, checked: l === lang }))} onAction={(l) => onPick(l as Locale)} />
      {rendering && <span className="chip">{t(`shell:stripShort.${rendering.state}`)}</span>}
      <span className="dim">{rendering?.basedOnRev !== undefined ? t('record:rev', { n: rendering.basedOnRev }) : rendering?.state === 'original' ? t('record:rev', { n: record.rev }) : ''}{rendering?.at ? ` · ${f.dayShort(rendering.at)}` : ''}{rendering?.by ? ` · ${rendering.by}` : ''}</span>
    </div>
  )
}

function Cell({ name, ml, lang, max, title, record }: { name: string; ml: MlText; lang: Locale; max: number; title: boolean; record: CaravanRecord }) {
  const t = useT()
  const rendering = ml.t[lang]
  const has = rendering && rendering.text !== ''
  return (
    <div className="text-cell">
      <div className="text-label">
        <span>{fieldLabel(t, name)}</span>
        {has && <StateMark rendering={rendering} />}
        {has && <bdi className="ltr end micro">{`${graphemes(rendering.text)} / ${max}`}</bdi>}
      </div>
      {has ? <p className={title ? 'text-big' : 'read'} dir="auto" lang={lang}>{readable(rendering.text)}</p>
        : <p className="meta dim">{t('record:noText')} · <a href={hrefTo('edit', record.ref, { field: name, lang })}>{t('record:addText')}</a></p>}
    </div>
  )
}

function StateMark({ rendering }: { rendering: Rendering }) {
  const t = useT()
  if (rendering.state === 'original') return null
  if (rendering.state === 'stale') return <Status icon="due" tone="warn">{t('record:originalChanged')}</Status>
  return <Status icon={rendering.state === 'certified' ? 'seal' : rendering.state === 'machine' ? 'waiting' : 'translate'} tone={rendering.state === 'certified' ? 'ok' : 'mute'}>{t(`shell:stripShort.${rendering.state}`)}</Status>
}
