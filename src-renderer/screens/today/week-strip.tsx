import { useMemo } from 'react'
import { useT } from '../../app/i18n.ts'
import { useFormat, useLocaleTag } from '../../app/session.tsx'
import { useLocale } from '../../app/i18n.ts'
import { sharedDays, weekendOf, weekOf } from './week.ts'

/** Seven days, a row a country, and at the foot the days that all share. */
export function WeekStrip({ countries }: { countries: readonly string[] }) {
  const t = useT()
  const f = useFormat()
  const locale = useLocale()
  const tag = useLocaleTag()
  const days = weekOf(new Date())
  const shared = sharedDays(countries)
  const [weekday, day] = useMemo(() => {
    return [new Intl.DateTimeFormat(tag, { weekday: locale === 'en' ? 'short' : 'narrow', timeZone: 'UTC' }), new Intl.DateTimeFormat(tag, { day: 'numeric', timeZone: 'UTC' })]
  }, [locale, tag])
  const today = (new Date().getDay() + 6) % 7
  return (
    <>
      <div className="wk" role="table" aria-label={t('today:week.heading')}>
        <div className="wk-row" role="row">
          <span role="cell" />
          {days.map((d, i) => <span key={i} role="columnheader" className="wk-h" {...(i === today ? { 'aria-current': 'date' } : {})}>{weekday.format(d)}<b>{day.formatToParts(d).find((p) => p.type === 'day')?.value}</b></span>)}
        </div>
        {countries.map((country) => {
          const name = f.country(country)
          const rest = weekendOf(country)
          return (
            <div key={country} className="wk-row" role="row">
              <span role="rowheader" className="wk-n own" title={name}>{name}</span>
              {days.map((_, i) => <span key={i} role="cell" className={rest.includes(i + 1) ? 'wk-o' : 'wk-c'}><span className="hidden">{t(rest.includes(i + 1) ? 'today:week.rests' : 'today:week.works', { country: name })}</span></span>)}
            </div>
          )
        })}
        <div className="wk-row" role="row">
          <span role="rowheader" className="wk-n strong">{t('today:week.shared')}</span>
          {days.map((_, i) => <span key={i} role="cell" className={shared.includes(i + 1) ? 'wk-c wk-all' : 'wk-o'}><span className="hidden">{t(shared.includes(i + 1) ? 'today:week.sharedOn' : 'today:week.sharedOff')}</span></span>)}
        </div>
      </div>
      <p className="micro wk-note">{t('today:week.note', { n: shared.length })}</p>
    </>
  )
}
