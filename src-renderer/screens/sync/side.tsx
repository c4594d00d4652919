import { KINDS } from '../../../src-core/record/vocabulary.ts'
import { useCentreName } from '../../app/centre-name.ts'
import { codeLabel, useT } from '../../app/i18n.ts'
import { kindIcon } from '../../app/record-view.tsx'
import { useFormat, useSession } from '../../app/session.tsx'
import { useCounts } from '../../app/store-hooks.ts'
import { Icon } from '../../ui/icon.tsx'
import { Section } from '../../ui/panels.tsx'
import { Status } from '../../ui/status.tsx'
import { Code } from '../../ui/text.tsx'

const PROMISES = ['disk', 'once', 'both', 'undo'] as const
/** What is held, who this is, and what is promised. */
export function Side() {
  const t = useT()
  return (
    <>
      <Kinds />
      <Membership />
      <Section title={t('sync:promise.heading')}><ul className="col g3">{PROMISES.map((p) => <li key={p}><Status icon="met" tone="ok">{t(`sync:promise.${p}`)}</Status></li>)}</ul></Section>
    </>
  )
}

function Kinds() {
  const t = useT()
  const f = useFormat()
  const counts = useCounts()
  if (!counts) return null
  const most = Math.max(1, ...Object.values(counts))
  return (
    <Section title={t('sync:kinds.heading')}>
      <ul className="sy-kinds">
        {KINDS.filter((k) => counts[k] > 0).map((kind) => (
          <li key={kind}><Icon name={kindIcon(kind)} size="s" /><span className="own">{codeLabel(t, 'kind', kind)}</span><span className="sy-bar" aria-hidden="true"><i style={{ inlineSize: `${Math.max(2, (counts[kind] / most) * 100)}%` }} /></span><span className="num">{f.number(counts[kind])}</span></li>
        ))}
      </ul>
    </Section>
  )
}

function Membership() {
  const t = useT()
  const f = useFormat()
  const { info, sync, settings } = useSession()
  const { membership } = info
  const centreName = useCentreName()
  if (!membership) return null
  return (
    <Section title={t('sync:facts.heading')}>
      <dl className="kv">
        <dt>{t('sync:facts.centre')}</dt><dd dir="auto">{centreName}</dd>
        <dt>{t('sync:facts.name')}</dt><dd className="own" dir="auto">{settings.userName || membership.name}</dd>
        <dt>{t('sync:facts.server')}</dt><dd className="sy-cut"><Code>{membership.url.replace(/^https?:\/\//, '')}</Code></dd>
        <dt>{t('sync:facts.device')}</dt><dd><Code>{membership.device.slice(0, 8)}</Code></dd>
        <dt>{t('sync:facts.last')}</dt><dd>{sync.lastSuccess ? f.dateTime(sync.lastSuccess) : t('sync:server.never')}</dd>
        <dt>{t('sync:facts.cursor')}</dt><dd className="num">{f.number(sync.cursor)}</dd>
      </dl>
    </Section>
  )
}
