import { useMemo } from 'react'
import type { Match } from '../../../src-core/match/match.ts'
import { WEIGHTS } from '../../../src-core/match/match.ts'
import type { CaravanRecord } from '../../../src-core/record/record.ts'
import { codeLabel, useLocale, useT } from '../../app/i18n.ts'
import { reasonText } from '../../app/match-view.tsx'
import { bothTexts, countryOf, Strip, Trl } from '../../app/record-view.tsx'
import { hrefTo } from '../../app/router.ts'
import { useFormat } from '../../app/session.tsx'
import { useHeld } from '../../app/store-hooks.ts'
import { LinkButton } from '../../ui/button.tsx'
import { EmptyState, ScoreRing, Skeleton } from '../../ui/meters.tsx'
import { MetaLine, Status } from '../../ui/status.tsx'
import { Code, Own } from '../../ui/text.tsx'

/** What fits, best first, each with every reason: what it gains, what it lacks, what could not be compared. */
export function FitsTab({ matches, of }: { matches: readonly Match[] | undefined; of: CaravanRecord }) {
  const t = useT()
  const refs = useMemo(() => (matches ?? []).map((m) => (m.offer === of.ref ? m.need : m.offer)), [matches, of.ref])
  const held = new Map((useHeld(refs).value ?? []).map((h) => [h.record.ref, h.record]))
  if (!matches) return <Skeleton label={t('shell:loading')} rows={3} />
  if (matches.length === 0) return <EmptyState title={t('catalogue:none.title')} text={t(of.kind === 'offer' ? 'match:noRequests' : 'match:noOffers')} />
  return (
    <ul className="tab-body scroll" tabIndex={0} aria-label={t('record:tab.fits')}>
      {matches.map((match) => <Fit key={match.offer + match.need} match={match} record={held.get(match.offer === of.ref ? match.need : match.offer)} refOther={match.offer === of.ref ? match.need : match.offer} from={of.ref} />)}
    </ul>
  )
}

function Fit({ match, record, refOther, from }: { match: Match; record: CaravanRecord | undefined; refOther: string; from: string }) {
  const t = useT()
  const f = useFormat()
  const locale = useLocale()
  const title = record ? bothTexts(record.title, locale) : undefined
  const country = record && countryOf(record)
  const counted = match.reasons.filter((r) => r.share !== null).sort((a, b) => b.share! * WEIGHTS[b.factor] - a.share! * WEIGHTS[a.factor])
  const apart = match.reasons.filter((r) => r.share === null)
  return (
    <li className="fit-whole">
      <ScoreRing value={match.score} text={f.number(Math.round(match.score))} />
      <div className="grow col g3">
        <div className="row g4">
          <a href={hrefTo('record', refOther)} className="grow fit-name"><Own lang={title?.lang} className="strong">{title?.shown || refOther}</Own>{title?.original && <Own lang={title.original.lang} className="meta">{title.original.text}</Own>}</a>
          {record && <Trl record={record} />}
          {record && <Strip record={record} />}
          <LinkButton icon="deal" href={hrefTo('new', 'deal', { from, with: refOther })}>{t('record:openDeal')}</LinkButton>
        </div>
        <MetaLine><Code>{refOther}</Code>{record ? <span>{codeLabel(t, 'kind', record.kind)}</span> : ''}{country ? <span>{f.country(country)}</span> : ''}</MetaLine>
        {match.gates.map((gate) => <Status key={gate} icon="blocked" tone="danger">{t(`match:gate.${gate}`)}</Status>)}
        <ul className="reasons" aria-label={t('match:reasons')}>
          {counted.map((r) => (
            <li key={r.factor} className="reason">
              <span className="reason-bar" aria-hidden="true"><i style={{ inlineSize: `${r.share! * 100}%` }} /></span>
              <span className="reason-name">{t(`match:factor.${r.factor}`)}</span>
              <span className="grow" dir="auto">{reasonText(r, t, f)}</span>
            </li>
          ))}
        </ul>
        {apart.length > 0 && <div className="meta dim">{t('match:leftOut', { what: f.list(apart.map((r) => t(`match:factor.${r.factor}`))) })}</div>}
      </div>
    </li>
  )
}
