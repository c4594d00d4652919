import type { ReactNode } from 'react'
import { codeLabel, useT } from '../../app/i18n.ts'
import { useFormat } from '../../app/session.tsx'
import { Section } from '../../ui/panels.tsx'
import { Status } from '../../ui/status.tsx'
import { Code, readable } from '../../ui/text.tsx'
import type { OpenDeal } from './use-deal-actions.ts'

/** The terms in hand, two to a line; what is still open says so. */
export function Terms({ deal: { view } }: { deal: OpenDeal }) {
  const t = useT()
  const f = useFormat()
  const { deal } = view
  const open = <span className="tm-open">{t('deals:terms.open')}</span>
  const rows: [string, string, ReactNode][] = (deal.terms ?? []).map((term) => [term.id, codeLabel(t, 'term', term.term), <TermValue key={term.id} value={term.value} money={term.amount && term.currency ? f.money({ amount: term.amount, currency: term.currency }) : ''} />])
  const fixed: [string, string, ReactNode][] = [
    ['value', t('deals:terms.value'), deal.value ? <Code key="value" plain>{f.money(deal.value)}</Code> : open],
    ['law', t('deals:terms.law'), deal.governingLaw ? f.country(deal.governingLaw) : open],
    ['seat', t('deals:terms.seat'), deal.seat ? <bdi key="seat">{deal.seat}</bdi> : open],
    ['prevailing', t('deals:terms.prevailing'), deal.prevailing ? f.language(deal.prevailing) : open],
  ]
  return (
    <Section title={t('deals:terms.heading')} end={<Status icon="lock">{t('deals:terms.own')}</Status>}>
      <dl className="tm">{[...rows, ...fixed].map(([id, head, value]) => <div key={id}><dt>{head}</dt><dd>{value}</dd></div>)}</dl>
    </Section>
  )
}
/** `600,000` beside `CNY 600,000` says nothing new. */
const saysMore = (value: string, money: string) => value.trim() !== '' && !money.replaceAll(',', '').includes(value.replace(/[,\s]/g, ''))
const TermValue = ({ value, money }: { value: string; money: string }) => (
  <span dir="auto">{money ? <Code plain>{money}</Code> : readable(value)}{money && saysMore(value, money) ? <span className="tm-note" dir="auto">{readable(value)}</span> : null}</span>
)
