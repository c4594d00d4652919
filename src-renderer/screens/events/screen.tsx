import { useMemo } from 'react'
import { GridList, GridListItem } from 'react-aria-components'
import { codeLabel, useLocale, useT } from '../../app/i18n.ts'
import { bothTexts } from '../../app/record-view.tsx'
import { go, hrefTo, useRoute } from '../../app/router.ts'
import { useFormat } from '../../app/session.tsx'
import { useList } from '../../app/store-hooks.ts'
import { LinkButton } from '../../ui/button.tsx'
import { EmptyState, Skeleton } from '../../ui/meters.tsx'
import { Pane, Panels } from '../../ui/panels.tsx'
import { MetaLine } from '../../ui/status.tsx'
import { Own, readable } from '../../ui/text.tsx'
import { DateBlock } from './date-block.tsx'
import { EventDetail } from './event-detail.tsx'
import type { CaravanEvent } from './times.ts'
import './events.css'

/** Roadshows and meetings: what comes, what was, and the day of the chosen one. */
export function Screen() {
  const t = useT()
  const { params } = useRoute()
  const records = useList({ kind: 'event' })
  const events = useMemo(() => records?.filter((r): r is CaravanEvent => r.kind === 'event' && !r.tombstone).sort((a, b) => (a.start ?? '').localeCompare(b.start ?? '')), [records])
  if (!events) return <Panels><Pane label={t('events:title')}><Skeleton rows={6} label={t('events:title')} /></Pane></Panels>
  if (events.length === 0) return <Panels><Pane label={t('events:title')}><EmptyState title={t('events:empty.title')} text={t('events:empty.text')} action={<LinkButton look="primary" icon="plus" href={hrefTo('new', 'event')}>{t('events:new')}</LinkButton>} /></Pane></Panels>
  const now = new Date().toISOString()
  const coming = events.filter((e) => (e.end ?? e.start ?? '') >= now)
  const past = events.filter((e) => (e.end ?? e.start ?? '') < now).reverse()
  const chosen = events.find((e) => e.ref === params['ref']) ?? coming[0] ?? past[0]
  return (
    <Panels>
      <Pane label={t('events:title')} as="side" width="--event-list" className="ev-list">
        <header className="ev-head"><div className="grow"><h1 className="title">{t('events:title')}</h1><span className="meta dim">{t('events:ahead', { n: coming.length })}</span></div><LinkButton icon="plus" href={hrefTo('new', 'event')}>{t('events:new')}</LinkButton></header>
        <div className="scroll grow">
          {coming.length > 0 && <List title={t('events:list.coming')} events={coming} chosen={chosen?.ref} />}
          {past.length > 0 && <List title={t('events:list.past')} events={past} chosen={chosen?.ref} />}
        </div>
      </Pane>
      <Pane label={t('events:timetable.heading')} className="scroll">{chosen && <EventDetail key={chosen.ref} event={chosen} />}</Pane>
    </Panels>
  )
}

function List({ title, events, chosen }: { title: string; events: readonly CaravanEvent[]; chosen: string | undefined }) {
  const choose = (ref: string) => go(hrefTo('events', undefined, { ref }), { replace: true })
  return (
    <>
      <h2 className="cap ev-cap">{title}</h2>
      <GridList aria-label={title} selectionMode="single" selectionBehavior="replace" selectedKeys={chosen && events.some((e) => e.ref === chosen) ? [chosen] : []} onSelectionChange={(keys) => { if (keys === 'all') return; const [key] = keys; if (key !== undefined) choose(String(key)) }}>
        {events.map((event) => <Row key={event.ref} event={event} />)}
      </GridList>
    </>
  )
}

function Row({ event }: { event: CaravanEvent }) {
  const t = useT()
  const f = useFormat()
  const locale = useLocale()
  const { shown, lang } = bothTexts(event.title, locale)
  return (
    <GridListItem id={event.ref} className="ev-row" textValue={shown || event.ref}>
      {event.start && <DateBlock iso={event.start} zone={event.zone} />}
      <div className="grow">
        <span className="ev-title" dir="auto" lang={lang}>{readable(shown || event.ref)}</span>
        <MetaLine>
          <span>{codeLabel(t, 'eventKind', event.eventKind ?? 'conference')}</span>
          {event.country && <Own>{f.country(event.country)}</Own>}
          {(event.pitches ?? []).length > 0 && <span>{t('events:list.pitches', { n: event.pitches!.length })}</span>}
        </MetaLine>
      </div>
    </GridListItem>
  )
}
