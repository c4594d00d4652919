import { pick } from '../../../src-core/text/multilingual.ts'
import { codeLabel, useLocale, useT } from '../../app/i18n.ts'
import { bothTexts, Strip } from '../../app/record-view.tsx'
import { RefLinks } from '../../app/ref-links.tsx'
import { hrefTo } from '../../app/router.ts'
import { useFormat } from '../../app/session.tsx'
import { dayAt, zonedTimes } from '../../app/zoned-time.ts'
import { LinkButton } from '../../ui/button.tsx'
import { MetaLine, Tag } from '../../ui/status.tsx'
import { Code, Own, Prose, readable } from '../../ui/text.tsx'
import { Meetings } from './meetings.tsx'
import { Timetable } from './timetable.tsx'
import type { CaravanEvent } from './times.ts'

export function EventDetail({ event }: { event: CaravanEvent }) {
  const t = useT()
  const f = useFormat()
  const locale = useLocale()
  const { shown, lang, original } = bothTexts(event.title, locale)
  const summary = pick(event.summary, locale)
  const venue = pick(event.venue, locale)
  const figures = [['published', event.published], ['agreed', event.agreed]] as const
  return (
    <div className="page ev">
      <header className="row g6">
        <div className="grow">
          <div className="row g4"><Tag icon="event">{codeLabel(t, 'eventKind', event.eventKind ?? 'conference')}</Tag><MetaLine><Code>{event.ref}</Code>{event.country && <span>{f.country(event.country)}</span>}</MetaLine></div>
          <h1 className="title ev-h" dir="auto" lang={lang}>{readable(shown || event.ref)}</h1>
          {original && <Own lang={original.lang} className="meta">{original.text}</Own>}
        </div>
        <div className="col g4 ev-end"><Strip record={event} /><LinkButton icon="link" href={hrefTo('record', event.ref)}>{t('events:detail.open')}</LinkButton></div>
      </header>
      <When event={event} />
      {summary && <Prose lang={summary.lang}>{summary.text}</Prose>}
      <dl className="kv">
        {venue && <><dt>{t('events:detail.venue')}</dt><dd dir="auto" lang={venue.lang}>{readable(venue.text)}</dd></>}
        {(event.organisers ?? []).length > 0 && <><dt>{t('events:detail.organisers')}</dt><dd><RefLinks refs={event.organisers!} /></dd></>}
        {(event.fields ?? []).length > 0 && <><dt>{t('events:detail.fields')}</dt><dd>{f.list(event.fields!.map((c) => codeLabel(t, 'field', c)))}</dd></>}
      </dl>
      {figures.some(([, n]) => n !== undefined) && <dl className="ev-figures">{figures.map(([key, n]) => n !== undefined && <div key={key}><dd>{f.number(n)}</dd><dt>{t(`events:detail.${key}`)}</dt></div>)}</dl>}
      <Timetable event={event} />
      <Meetings event={event} />
    </div>
  )
}

/** The day, and the hours at the venue and here. */
function When({ event }: { event: CaravanEvent }) {
  const t = useT()
  const f = useFormat()
  if (!event.start) return null
  const from = zonedTimes(event.start, event.zone)
  const to = event.end ? zonedTimes(event.end, event.zone) : undefined
  const [first, last] = [dayAt(event.start, event.zone), dayAt(event.end ?? event.start, event.zone)]
  const span = (a: string, b: string | undefined) => (b && b !== a ? `${a}–${b}` : a)
  return (
    <div className="ev-when">
      <div><span className="cap">{f.date(first)}</span>{last !== first && <><span className="dim"> – </span><span className="cap">{f.date(last)}</span></>}</div>
      <div><span className="meta dim">{t('events:time.venue')}</span> <b className="ltr">{span(from.venue, to?.venue)}</b> <span className="micro"><Code>{event.zone ?? ''}</Code></span></div>
      {from.same ? <div className="meta dim">{t('events:time.same')}</div> : <div><span className="meta dim">{t('events:time.here')}</span> <b className="ltr">{span(from.here, to?.here)}</b></div>}
    </div>
  )
}
