import type { Audience, DossierOutput } from '../../../src-core/dossier/input.ts'
import { AUDIENCES } from '../../../src-core/dossier/input.ts'
import type { Deal } from '../../../src-core/record/record.ts'
import { LOCALES, OWN_NAME, type Locale } from '../../../src-core/text/locale.ts'
import { useLocale, useT } from '../../app/i18n.ts'
import { recordTitle } from '../../app/record-view.tsx'
import { hrefTo } from '../../app/router.ts'
import { useFormat } from '../../app/session.tsx'
import { Button } from '../../ui/button.tsx'
import { Button as AriaButton } from 'react-aria-components'
import { Section } from '../../ui/panels.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Select } from '../../ui/select.tsx'
import { Code, Own } from '../../ui/text.tsx'

interface Props { deal: Deal; audience: Audience; languages: readonly [Locale, Locale]; output: DossierOutput | undefined; onChange: (patch: Record<string, string>) => void; onPart: (id: string) => void }
export function ChoicePane({ deal, audience, languages, output, onChange, onPart }: Props) {
  const t = useT()
  const f = useFormat()
  const locale = useLocale()
  const [first, second] = languages
  const options = (other: Locale) => LOCALES.filter((l) => l !== other).map((id) => ({ id, label: OWN_NAME[id], lang: id }))
  const parts = (output?.outline ?? []).filter((h) => h.level === 1 && h.id.startsWith('part-'))
  return (
    <>
      <div className="sec do-deal"><a href={hrefTo('deal', deal.ref)}><Own as="h1" className="strong">{recordTitle(deal, locale)}</Own></a><Code>{deal.ref}</Code></div>
      <Section title={t('dossier:audience.heading')}>
        <Segmented label={t('dossier:audience.heading')} options={AUDIENCES.map((id) => ({ id, label: t(`dossier:audience.${id}`) }))} value={audience} onChange={(id) => onChange({ for: id })} />
        <p className="meta do-note">{t(`dossier:audience.${audience}Text`)}</p>
      </Section>
      <Section title={t('dossier:languages.heading')}>
        <div className="do-langs">
          <Select label={t('dossier:languages.first')} options={LOCALES.map((id) => ({ id, label: OWN_NAME[id], lang: id }))} value={first} placeholder="" onChange={(id) => onChange({ a: id, b: id === second ? first : second })} />
          <Select label={t('dossier:languages.second')} options={options(first)} value={second} placeholder="" onChange={(id) => onChange({ a: first, b: id })} />
        </div>
        <div className="do-swap"><Button look="link" onPress={() => onChange({ a: second, b: first })}>{t('dossier:languages.swap')}</Button></div>
        <p className="meta do-note">{t('dossier:languages.note')}</p>
      </Section>
      <Section title={t('dossier:parts.heading')} end={t('dossier:parts.count', { n: parts.length })}>
        <ol className="do-parts">{parts.map((part, i) => <li key={part.id}><AriaButton className="do-part" onPress={() => onPart(part.id)}><span className="num dim">{f.number(i + 1)}</span><span className="own">{t(`print:part.${part.id.slice(5)}`)}</span></AriaButton></li>)}</ol>
      </Section>
    </>
  )
}
