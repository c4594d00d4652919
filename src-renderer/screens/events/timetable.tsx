import { LOCALES } from '../../../src-core/text/locale.ts'
import { useLocale, useT } from '../../app/i18n.ts'
import { bothTexts, RecordTile, Trl } from '../../app/record-view.tsx'
import { hrefTo } from '../../app/router.ts'
import { useFormat, useSession } from '../../app/session.tsx'
import { useHeld } from '../../app/store-hooks.ts'
import { Chip, MetaLine } from '../../ui/status.tsx'
import { Code, Own, readable } from '../../ui/text.tsx'
import { asClock, fromClock, shiftHere, type CaravanEvent } from './times.ts'

/** The pitches in order: when (there and here), what, in which languages, interpreted by whom. */
export function Timetable({ event }: { event: CaravanEvent }) {
  const t = useT()
  const f = useFormat()
  const locale = useLocale()
  const { centre, info } = useSession()
  const pitches = (event.pitches ?? []).toSorted((a, b) => a.start.localeCompare(b.start))
  const held = useHeld(pitches.map((p) => p.offer)).value ?? []
  const shift = shiftHere(event)
  return (
    <section aria-labelledby="ev-times">
      <h2 id="ev-times" className="ev-sub">{t('events:timetable.heading')} {pitches.length > 0 && <span className="dim">{t('events:list.pitches', { n: pitches.length })}</span>}</h2>
      {pitches.length === 0 && <p className="meta dim">{t('events:timetable.empty')}</p>}
      <ol className="ev-table">
        {pitches.map((pitch) => {
          const offer = held.find((h) => h.record.ref === pitch.offer)?.record
          const { shown, lang } = bothTexts(offer?.title, locale)
          const start = fromClock(pitch.start)
          return (
            <li key={pitch.id} className="ev-pitch">
              <span className="ev-clock"><b className="ltr">{asClock(start)}–{asClock(start + pitch.minutes)}</b>{shift !== 0 && <span className="micro ltr">{asClock(start + shift)}</span>}</span>
              {offer ? <RecordTile kind={offer.kind} /> : <span />}
              <div className="grow">
                {offer ? <a href={hrefTo('record', offer.ref)} className="own strong ev-offer" dir="auto" lang={lang}>{readable(shown || offer.ref)}</a> : <Own className="dim">{t('events:timetable.unknownOffer')}</Own>}
                <MetaLine>
                  <Code>{pitch.offer}</Code>
                  <span>{f.list(LOCALES.filter((l) => pitch.languages.includes(l)).map((l) => f.language(l)))}</span>
                  {pitch.interpreter ? <Own>{t('events:timetable.interpreter', { name: pitch.interpreter })}</Own> : pitch.languages.length > 1 && <span>{t('events:timetable.noInterpreter')}</span>}
                </MetaLine>
              </div>
              {offer && info.membership && offer.owner === centre ? <Chip look="accent">{t('events:timetable.ours')}</Chip> : <span />}
              {offer && <Trl record={offer} />}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
