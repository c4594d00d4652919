import { useState, type ReactNode } from 'react'
import { codeLabel, useT, useLocale } from '../../app/i18n.ts'
import { recordTitle, Strip } from '../../app/record-view.tsx'
import { hrefTo } from '../../app/router.ts'
import { useHeld } from '../../app/store-hooks.ts'
import { useFormat } from '../../app/session.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import type { IconName } from '../../ui/icon.tsx'
import { MetaLine, Tile, type Tone } from '../../ui/status.tsx'
import { Code, Own } from '../../ui/text.tsx'
import type { Waiting } from './waiting.ts'

const SHOWN = 5
/** One line a decision, each with the one action that leads to it. */
export function WaitingList({ waiting }: { waiting: readonly Waiting[] }) {
  const t = useT()
  const f = useFormat()
  const [all, setAll] = useState(false)
  const shown = all ? waiting : waiting.slice(0, SHOWN)
  return (
    <section aria-labelledby="td-decide">
      <div className="td-head"><h2 id="td-decide">{t('today:decide.heading')}</h2>{waiting.length > 0 && <span className="meta dim">{f.number(waiting.length)}</span>}</div>
      {waiting.length === 0 ? <p className="td-none">{t('today:decide.empty')}</p> : <ul>{shown.map((item) => <li key={item.key} className="td-item"><Line item={item} first={item === shown[0]} /></li>)}</ul>}
      {waiting.length > shown.length && <div className="td-more"><Button look="link" onPress={() => setAll(true)}>{t('today:decide.more', { n: waiting.length - shown.length })}</Button></div>}
    </section>
  )
}

function Line({ item, first }: { item: Waiting; first: boolean }) {
  const t = useT()
  const f = useFormat()
  const locale = useLocale()
  if (item.type === 'conflict' || item.type === 'rejected') return <InboxLine item={item} first={first} />
  if (item.type === 'gate') {
    const { deal, missing } = item.view
    return <Face icon="gate" tone="warn" title={recordTitle(deal, locale)} under={[<Code key="r">{deal.ref}</Code>, t('today:decide.gate', { n: missing, gate: item.gate })]} action={<LinkButton look={first ? 'primary' : 'plain'} href={hrefTo('deal', deal.ref)}>{t('today:action.open')}</LinkButton>} />
  }
  if (item.type === 'stale') {
    const { record } = item
    return <Face icon="translate" tone="accent" title={recordTitle(record, locale)} under={[<Code key="r">{record.ref}</Code>, t('today:decide.stale')]} extra={<Strip record={record} />} action={<LinkButton look={first ? 'primary' : 'plain'} href={hrefTo('edit', record.ref)}>{t('today:action.check')}</LinkButton>} />
  }
  const { draft } = item
  return <Face icon="edit" tone="mute" title={draft.title || t('today:decide.draftNew', { kind: codeLabel(t, 'kind', draft.kind) })} under={[t('today:decide.draft'), f.ago(draft.at)]} action={<LinkButton look={first ? 'primary' : 'plain'} href={draft.ref ? hrefTo('edit', draft.ref) : hrefTo('new', draft.kind)}>{t('today:action.continue')}</LinkButton>} />
}

function InboxLine({ item, first }: { item: Extract<Waiting, { type: 'conflict' | 'rejected' }>; first: boolean }) {
  const t = useT()
  const locale = useLocale()
  const held = useHeld([item.ref]).value?.[0]
  return <Face icon={item.type === 'conflict' ? 'conflict' : 'blocked'} tone="warn" title={held ? recordTitle(held.record, locale) : item.ref} under={[<Code key="r">{item.ref}</Code>, t(`today:decide.${item.type}`)]} action={<LinkButton look={first ? 'primary' : 'plain'} href={hrefTo('sync')}>{t('today:action.compare')}</LinkButton>} />
}

function Face({ icon, tone, title, under, extra, action }: { icon: IconName; tone: Tone; title: string; under: ReactNode[]; extra?: ReactNode; action: ReactNode }) {
  return (
    <>
      <Tile icon={icon} tone={tone} />
      <div className="grow"><Own className="td-t">{title}</Own><MetaLine>{under.map((u, i) => <span key={i} className="own">{u}</span>)}</MetaLine></div>
      <div className="row g5">{extra}{action}</div>
    </>
  )
}
