import { useState } from 'react'
import { useT, type Key } from '../../app/i18n.ts'
import { hrefTo } from '../../app/router.ts'
import { useFormat, useSession } from '../../app/session.tsx'
import { failureText, useInbox } from '../../app/store-hooks.ts'
import { hasMessage } from '../../app/i18n.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Progress } from '../../ui/meters.tsx'
import { Pane, Panels } from '../../ui/panels.tsx'
import type { SyncState } from '../../store/api.ts'
import { Cards } from './cards.tsx'
import { InboxCard } from './inbox-card.tsx'
import { Queue } from './queue.tsx'
import { Side } from './side.tsx'
import './sync.css'

/** Is my work safe, what is on its way, and what needs me: in words first. */
export function Screen() {
  const t = useT()
  const f = useFormat()
  const { store, sync } = useSession()
  const [asked, setAsked] = useState(false)
  const syncNow = () => {
    setAsked(true)
    void store.syncNow().finally(() => setAsked(false))
  }
  const reason = sync.reason && hasMessage(`errors:${sync.reason}`) ? failureText(t, { type: sync.reason }) : ''
  return (
    <Panels>
      <Pane label={t('shell:place.sync')} className="scroll">
        <div className="page sy" data-sync-status={sync.status}>
          <header className="page-head">
            <div className="grow"><h1 className="title">{heading(sync, t)}</h1><p className="meta sy-state">{t(stateKey(sync))}</p></div>
            {sync.enrolled ? <Button icon="sync" onPress={syncNow} isDisabled={asked}>{t('sync:now')}</Button> : <LinkButton icon="key" href={hrefTo('welcome', undefined, { join: '1' })}>{t('sync:join')}</LinkButton>}
          </header>
          {reason && (sync.enrolled || sync.readOnly) && <p className="sy-reason" role="status"><Icon name={sync.status === 'offline' ? 'offline' : 'due'} size="s" />{reason}</p>}
          {sync.unreadable !== undefined && <p className="sy-reason" role="status" data-unreadable={sync.unreadable}><Icon name="due" size="s" />{t('sync:unreadable', { n: sync.unreadable })}</p>}
          {sync.progress && <Progress label={t('sync:state.bootstrap')} share={sync.progress.total === 0 ? 0 : sync.progress.done / sync.progress.total} detail={t('sync:progress', { done: f.number(sync.progress.done), total: f.number(sync.progress.total) })} />}
          <Cards />
          <Inbox />
          <Queue />
        </div>
      </Pane>
      <Pane as="side" label={t('sync:facts.heading')} width="--sync-side"><Side /></Pane>
    </Panels>
  )
}

const heading = (sync: SyncState, t: ReturnType<typeof useT>): string =>
  sync.readOnly ? t(sync.reason === 'journal-damaged' ? 'shell:sync.onHold' : 'sync:head.readOnly') : !sync.enrolled ? t('sync:head.sample') : sync.inbox > 0 ? t('sync:head.needs', { n: sync.inbox }) : t('sync:head.safe')
const stateKey = (sync: SyncState): Key => (sync.readOnly && sync.reason !== 'journal-damaged' ? 'errors:read-only' : sync.enrolled ? `sync:state.${sync.status}` : 'sync:state.sample')

function Inbox() {
  const t = useT()
  const items = useInbox()
  if (!items || items.length === 0) return null
  return <section className="sy-inbox" aria-label={t('sync:needs.heading')}>{items.map((item, i) => <InboxCard key={item.key} item={item} nth={i + 1} total={items.length} />)}</section>
}
