import { useT } from '../../app/i18n.ts'
import { hrefTo } from '../../app/router.ts'
import { useFormat, useSyncState } from '../../app/session.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Pane, Panels, Section } from '../../ui/panels.tsx'
import { Skeleton } from '../../ui/meters.tsx'
import { ChangedList } from './changed-list.tsx'
import { DealLines } from './deal-lines.tsx'
import { Expiring, NewMatches, NextEvent } from './side.tsx'
import { usePartnerCountries, useToday } from './use-today.ts'
import { WaitingList } from './waiting-list.tsx'
import { WeekStrip } from './week-strip.tsx'
import './today.css'

/** What needs deciding, what changed, what is under way; beside it the week, what ends soon, what fits, what comes. */
export function Screen() {
  const t = useT()
  const f = useFormat()
  const { records } = useSyncState()
  const today = useToday()
  const countries = usePartnerCountries(today.deals)
  return (
    <Panels>
      <Pane label={t('shell:place.today')} className="scroll">
        <div className="page td">
          <header className="page-head">
            <div className="grow">
              <h1 className="td-title">{today.waiting ? t('today:title', { n: today.waiting.length }) : ' '}</h1>
              <p className="meta">{f.date(new Date().toISOString())}<span className="td-gap" />{t('today:records', { n: records })}</p>
            </div>
            <LinkButton icon="plus" keys="N" href={hrefTo('new', 'offer')}>{t('today:newOffer')}</LinkButton>
          </header>
          {today.waiting ? <WaitingList waiting={today.waiting} /> : <Skeleton label={t('today:decide.heading')} />}
          {today.changed && <ChangedList changed={today.changed} />}
          {today.deals && <DealLines deals={today.deals} />}
        </div>
      </Pane>
      <Pane as="side" label={t('today:week.heading')} width="--today-side">
        <Section title={t('today:week.heading')}><WeekStrip countries={countries} /></Section>
        {today.expiring && <Expiring records={today.expiring} />}
        {today.matches && <NewMatches matches={today.matches} />}
        {today.next !== undefined && <NextEvent event={today.next} />}
      </Pane>
    </Panels>
  )
}
