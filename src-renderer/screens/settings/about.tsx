import { useT } from '../../app/i18n.ts'
import { useSession } from '../../app/session.tsx'
import { Code } from '../../ui/text.tsx'
import { Group } from './group.tsx'

const STORED = ['records', 'edits', 'dossiers'] as const
/** Said plainly: what is kept, where, and what never leaves. */
export function Stored() {
  const t = useT()
  return (
    <Group title={t('settings:stored.heading')} icon="computer">
      <dl className="se-stored">{STORED.map((key) => <div key={key}><dt>{t(`settings:stored.${key}`)}</dt><dd>{t(`settings:stored.${key}Text`)}</dd></div>)}</dl>
      <p className="meta">{t('settings:stored.nothing')}</p>
    </Group>
  )
}

export function About() {
  const t = useT()
  const { info } = useSession()
  return (
    <Group title={t('settings:about.heading')} icon="safety">
      <dl className="kv">
        <dt>{t('settings:about.version')}</dt><dd><Code>{`Caravan ${info.version}`}</Code></dd>
        <dt>{t('settings:about.engine')}</dt><dd><Code>{`${info.engine}, ${info.platform}`}</Code></dd>
        <dt>{t('settings:about.licence')}</dt><dd>{t('settings:about.licenceText')}</dd>
      </dl>
      <p className="meta dim">{t('settings:about.limits')}</p>
    </Group>
  )
}
