import type { ReactNode } from 'react'
import { useT } from '../../app/i18n.ts'
import { useFormat, useSession } from '../../app/session.tsx'
import { Icon, type IconName } from '../../ui/icon.tsx'

/** Three answers: here, there, and what waits for a person. */
export function Cards() {
  const t = useT()
  const f = useFormat()
  const { sync } = useSession()
  return (
    <div className="sy-cards">
      <Card icon="computer" tone="ok" title={t('sync:computer.heading')} figure={t('sync:computer.records', { n: sync.records })}>{t('sync:computer.text')}</Card>
      {sync.enrolled
        ? <Card icon={sync.status === 'offline' ? 'offline' : 'cloud'} tone={sync.status === 'error' ? 'warn' : 'ok'} title={t('sync:server.heading')} figure={sync.pending > 0 ? t('sync:server.onTheWay', { n: sync.pending }) : t('sync:server.allSent')}>{sync.lastSuccess ? t('sync:server.last', { when: f.ago(sync.lastSuccess) }) : t('sync:server.never')}</Card>
        : <Card icon="cloud" tone="mute" title={t('sync:server.heading')} figure={t('sync:server.none')}>{t('sync:server.noneText')}</Card>}
      <Card icon="conflict" tone={sync.inbox > 0 ? 'warn' : 'ok'} title={t('sync:needs.heading')} figure={sync.inbox > 0 ? t('sync:needs.count', { n: sync.inbox }) : t('sync:needs.none')}>{t('sync:needs.noneText')}</Card>
    </div>
  )
}

function Card({ icon, tone, title, figure, children }: { icon: IconName; tone: 'ok' | 'warn' | 'mute'; title: string; figure: string; children: ReactNode }) {
  return <section className={`sy-card sy-${tone}`}><h2><Icon name={icon} />{title}</h2><p className="sy-figure">{figure}</p><p className="meta">{children}</p></section>
}
