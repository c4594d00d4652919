import { useLocale, useT } from '../../app/i18n.ts'
import { recordTitle } from '../../app/record-view.tsx'
import { hrefTo } from '../../app/router.ts'
import { useHeld } from '../../app/store-hooks.ts'
import { Icon } from '../../ui/icon.tsx'
import type { CaravanEvent } from './times.ts'
import { readable } from '../../ui/text.tsx'

export function Meetings({ event }: { event: CaravanEvent }) {
  const t = useT()
  const locale = useLocale()
  const meetings = (event.meetings ?? []).toSorted((a, b) => a.start.localeCompare(b.start)).slice(0, 100)
  const held = useHeld([...new Set(meetings.flatMap((m) => [m.a, m.b]))]).value ?? []
  if (meetings.length === 0) return null
  const party = (ref: string) => {
    const record = held.find((h) => h.record.ref === ref)?.record
    return <a href={hrefTo('record', ref)} className="own" dir="auto">{record ? readable(recordTitle(record, locale)) : ref}</a>
  }
  return (
    <section aria-labelledby="ev-meet">
      <h2 id="ev-meet" className="ev-sub">{t('events:meetings.heading')}</h2>
      <ol className="ev-meetings">
        {meetings.map((m) => <li key={m.id}><b className="ltr">{m.start}</b><span className="meta dim">{m.table ? t('events:meetings.table', { n: m.table }) : ''}</span><span className="ev-pair">{party(m.a)}<Icon name="bilateral" size="s" />{party(m.b)}</span>{m.outcome && <span className="own meta" dir="auto">{readable(m.outcome)}</span>}</li>)}
      </ol>
    </section>
  )
}
