import type { ReactNode } from 'react'
import type { CaravanRecord } from '../../../src-core/record/record.ts'
import { pick } from '../../../src-core/text/multilingual.ts'
import { codeLabel, useLocale, useT } from '../../app/i18n.ts'
import { bothTexts, RecordTile, recordTitle, Strip } from '../../app/record-view.tsx'
import { hrefTo } from '../../app/router.ts'
import { useFormat } from '../../app/session.tsx'
import { useHeld } from '../../app/store-hooks.ts'
import { IconButton, LinkButton } from '../../ui/button.tsx'
import { Section } from '../../ui/panels.tsx'
import { Tag } from '../../ui/status.tsx'
import { Code, Own, Prose, readable } from '../../ui/text.tsx'
import { countriesOf, type Member } from './members.ts'
import { kindWords } from './member-list.tsx'
import { useLinked } from './use-network.ts'

/** The member in hand: who, where, what it does, and everything that hangs on it. */
export function MemberCard({ member, onClose }: { member: Member; onClose: () => void }) {
  const t = useT()
  const f = useFormat()
  const locale = useLocale()
  const linked = useLinked(member)
  const { shown, lang, original } = bothTexts(member.title, locale)
  const summary = pick(member.summary, locale)
  const figures = linked ? [['offers', linked.offers.length], ['requests', linked.needs.length], ['deals', linked.deals.length], ['facilities', linked.facilities.length]] as const : []
  return (
    <>
      <div className="nt-card">
        <div className="row g4"><Tag icon="organisation">{kindWords(member, t)}</Tag><Code>{member.ref}</Code><span className="end" /><IconButton icon="close" label={t('network:detail.close')} onPress={onClose} /></div>
        <h2 dir="auto" lang={lang}>{readable(shown || member.ref)}</h2>
        {original && <Own lang={original.lang} className="meta">{original.text}</Own>}
        <Strip record={member} />
        {summary && <Prose lang={summary.lang}>{summary.text}</Prose>}
        {figures.length > 0 && <dl className="nt-figures">{figures.map(([key, n]) => <div key={key}><dd>{f.number(n)}</dd><dt>{t(`network:detail.${key}`)}</dt></div>)}</dl>}
        <LinkButton href={hrefTo('record', member.ref)} icon="link">{t('network:detail.open')}</LinkButton>
      </div>
      <Section title={t('network:detail.place')}><FactList member={member} /></Section>
      {linked && <Section title={t('network:detail.linked')}><LinkedList records={[...linked.offers, ...linked.needs, ...linked.deals, ...linked.facilities, ...linked.people]} /></Section>}
    </>
  )
}

function FactList({ member }: { member: Member }) {
  const t = useT()
  const f = useFormat()
  const locale = useLocale()
  const city = 'city' in member ? pick(member.city, locale)?.text : undefined
  const partners = useHeld(member.kind === 'facility' ? (member.partners ?? []) : member.kind === 'programme' ? (member.parties ?? []) : member.kind === 'person' && member.organisation ? [member.organisation] : []).value ?? []
  const facts: [string, ReactNode][] = [
    ['place', [city, ...countriesOf(member).map((c) => f.country(c))].filter(Boolean).join(locale === 'ar' ? '، ' : locale === 'zh' ? '，' : ', ')],
    ['fields', 'fields' in member ? (member.fields ?? []).map((c) => codeLabel(t, 'field', c)).join(' · ') : ''],
    ['languages', member.kind === 'centre' ? f.list((member.workingLanguages ?? []).map((l) => f.language(l))) : ''],
    ['staff', member.kind === 'organisation' && member.staffBand ? <bdi key="staff" className="ltr">{member.staffBand.replace('-', '–')}</bdi> : ''],
    ['founded', member.kind === 'organisation' && member.founded ? <bdi key="founded" className="ltr">{member.founded}</bdi> : ''],
    ['website', member.kind === 'organisation' && member.website ? <Code key="website">{member.website.replace(/^https?:\/\//, '')}</Code> : ''],
    ['agreement', member.kind === 'centre' ? (pick(member.agreement, locale)?.text ?? '') : ''],
    ['opened', member.kind === 'facility' && member.opened ? f.date(member.opened.iso) : ''],
    ['closes', member.kind === 'programme' && member.closes ? f.date(member.closes.iso) : ''],
    ['partners', partners.length > 0 ? partners.map((h) => <a key={h.record.ref} className="own" dir="auto" href={hrefTo('network', undefined, { ref: h.record.ref })}>{readable(recordTitle(h.record, locale))}</a>) : ''],
  ]
  return <dl className="kv">{facts.filter(([, value]) => value !== '').map(([key, value]) => <div key={key} style={{ display: 'contents' }}><dt>{t(`network:detail.${key}`)}</dt><dd dir={typeof value === 'string' ? 'auto' : undefined}>{value}</dd></div>)}</dl>
}

function LinkedList({ records }: { records: readonly CaravanRecord[] }) {
  const t = useT()
  const locale = useLocale()
  if (records.length === 0) return <p className="meta dim">{t('network:detail.nothing')}</p>
  return <ul className="nt-linked">{records.slice(0, 40).map((r) => <li key={r.ref}><a href={r.kind === 'deal' ? hrefTo('deal', r.ref) : hrefTo('record', r.ref)}><RecordTile kind={r.kind} /><span className="grow"><Own>{recordTitle(r, locale)}</Own><Code>{r.ref}</Code></span></a></li>)}</ul>
}
