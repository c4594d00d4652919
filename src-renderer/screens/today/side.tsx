import type { CaravanRecord, RecordOf } from '../../../src-core/record/record.ts'
import type { Match } from '../../../src-core/match/match.ts'
import { useLocale, useT } from '../../app/i18n.ts'
import { recordTitle } from '../../app/record-view.tsx'
import { hrefTo } from '../../app/router.ts'
import { useFormat } from '../../app/session.tsx'
import { useHeld } from '../../app/store-hooks.ts'
import { zonedTimes } from '../../app/zoned-time.ts'
import { ScoreRing } from '../../ui/meters.tsx'
import { Section } from '../../ui/panels.tsx'
import { Status, Tile } from '../../ui/status.tsx'
import { Own } from '../../ui/text.tsx'

const DAY = 86_400_000
const daysUntil = (iso: string) => Math.max(0, Math.ceil((Date.parse(iso) - Date.now()) / DAY))

export function Expiring({ records }: { records: readonly CaravanRecord[] }) {
  const t = useT()
  const f = useFormat()
  const locale = useLocale()
  return (
    <Section title={t('today:expiring.heading')}>
      {records.length === 0 ? <p className="td-none">{t('today:expiring.empty')}</p> : records.map((r) => {
        const left = daysUntil(r.validUntil!)
        const words = t('today:expiring.left', { n: left })
        return (
          <a key={r.ref} className="td-side" href={hrefTo('record', r.ref)}>
            <span className="grow"><Own>{recordTitle(r, locale)}</Own><span className="meta dim">{f.dayShort(r.validUntil!)}</span></span>
            {left <= 30 ? <Status icon="clock" tone="warn">{words}</Status> : <span className="meta dim">{words}</span>}
          </a>
        )
      })}
    </Section>
  )
}

export function NewMatches({ matches }: { matches: readonly { match: Match; own: string }[] }) {
  const t = useT()
  const f = useFormat()
  const locale = useLocale()
  const held = useHeld(matches.flatMap(({ match }) => [match.offer, match.need])).value
  const titleOf = (ref: string) => {
    const found = held?.find((h) => h.record.ref === ref)
    return found ? recordTitle(found.record, locale) : ref
  }
  return (
    <Section title={t('today:matches.heading')}>
      {matches.length === 0 ? <p className="td-none">{t('today:matches.empty')}</p> : matches.map(({ match, own }) => {
        const other = own === match.offer ? match.need : match.offer
        const score = Math.round(match.score)
        return (
          <a key={`${match.offer} ${match.need}`} className="td-side" href={hrefTo('record', own, { tab: 'fits' })}>
            <span role="img" aria-label={t('today:matches.score', { n: score, of: 100 })}><ScoreRing value={score} text={f.number(score)} /></span>
            <span className="grow"><Own>{titleOf(other)}</Own><Own className="meta dim">{titleOf(own)}</Own></span>
          </a>
        )
      })}
    </Section>
  )
}

export function NextEvent({ event }: { event: RecordOf<'event'> | null }) {
  const t = useT()
  const locale = useLocale()
  const f = useFormat()
  return (
    <Section title={t('today:event.heading')}>
      {!event ? <p className="td-none">{t('today:event.empty')}</p> : (
        <a className="td-side" href={hrefTo('events', undefined, { ref: event.ref })}>
          <Tile icon="event" />
          <span className="grow"><Own className="strong">{recordTitle(event, locale)}</Own><EventTimes event={event} day={event.start ? f.dayShort(event.start) : ''} /></span>
        </a>
      )}
    </Section>
  )
}
function EventTimes({ event, day }: { event: RecordOf<'event'>; day: string }) {
  const t = useT()
  if (!event.start) return null
  const { venue, here, same } = zonedTimes(event.start, event.zone)
  return <span className="meta dim td-times"><span>{day}</span><span>{t('today:event.venue', { time: venue })}</span>{!same && <span>{t('today:event.here', { time: here })}</span>}</span>
}
