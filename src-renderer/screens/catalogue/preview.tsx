import type { Held } from '../../store/api.ts'
import { FitList } from '../../app/fits.tsx'
import { codeLabel, useLocale, useT } from '../../app/i18n.ts'
import { FactList } from '../../app/facts.tsx'
import { MetricCards } from '../../app/metrics.tsx'
import { bothTexts, kindIcon, kindTone, Strip } from '../../app/record-view.tsx'
import { hrefTo } from '../../app/router.ts'
import { useFormat } from '../../app/session.tsx'
import { useMatches } from '../../app/store-hooks.ts'
import { languagesOf, pick } from '../../../src-core/text/multilingual.ts'
import { IconButton, LinkButton } from '../../ui/button.tsx'
import { MetaLine, Status, Tag } from '../../ui/status.tsx'
import { Code, Own, Prose, readable } from '../../ui/text.tsx'

const DEALABLE = new Set(['offer', 'request', 'rd-request'])

/** The record beside the list: enough to decide whether to open it, and what fits it. */
export function Preview({ held: { record, missing }, onClose }: { held: Held; onClose: () => void }) {
  const t = useT()
  const f = useFormat()
  const locale = useLocale()
  const title = bothTexts(record.title, locale)
  const summary = 'summary' in record ? pick(record.summary, locale) : undefined
  const dealable = DEALABLE.has(record.kind)
  const matches = useMatches(dealable ? record.ref : null, 3)
  const states = languagesOf(record.title).filter((l) => l !== record.title?.orig)
  return (
    <>
      <div className="pv-in scroll">
        <div className="row g4">
          <Tag tone={kindTone(record.kind)} icon={kindIcon(record.kind)}>{codeLabel(t, 'kind', record.kind)}</Tag>
          <Code>{record.ref}</Code>
          <span className="end" />
          <Status icon={record.status === 'PUBLISHED' ? 'met' : 'waiting'} tone={record.status === 'PUBLISHED' ? 'ok' : 'mute'}>{codeLabel(t, 'status', record.status)}</Status>
          <span className="pv-close"><IconButton icon="close" label={t('shell:close')} onPress={onClose} /></span>
        </div>
        <div>
          <h2 dir="auto" lang={title.lang} className="pv-title">{readable(title.shown || record.ref)}</h2>
          {title.original && <Own lang={title.original.lang} className="pv-original">{title.original.text}</Own>}
          <div className="row g4 meta pv-langs">
            <Strip record={record} />
            <MetaLine>
              {record.title && <span>{t('catalogue:originalIn', { language: f.language(record.title.orig) })}</span>}
              {states[0] && <Own>{t('catalogue:translations', { n: states.length, languages: f.list(states.map(f.language)) })}</Own>}
            </MetaLine>
          </div>
        </div>
        {missing.length > 0 && <Status icon="due" tone="warn">{t('catalogue:missing', { n: missing.length })}</Status>}
        {summary && <Prose lang={summary.lang}>{summary.text}</Prose>}
        {record.kind === 'offer' && <MetricCards metrics={record.metrics ?? []} />}
        <FactList record={record} short />
        {matches && matches.length > 0 && (
          <div>
            <div className="row pv-fits"><h3>{t(record.kind === 'offer' ? 'match:fitsRequests' : 'match:fitsOffers', { n: matches.length })}</h3><a className="end" href={hrefTo('record', record.ref, { tab: 'fits' })}>{t('shell:all')}</a></div>
            <FitList matches={matches} of={record.ref} />
          </div>
        )}
        {matches?.length === 0 && <div className="meta dim">{t(record.kind === 'offer' ? 'match:noRequests' : 'match:noOffers')}</div>}
      </div>
      <div className="pv-act">
        {dealable && <LinkButton look="primary" icon="deal" keys="D" href={hrefTo('new', 'deal', { from: record.ref })}>{t('catalogue:openDeal')}</LinkButton>}
        <LinkButton look={dealable ? 'plain' : 'primary'} icon="document" keys="Enter" href={hrefTo('record', record.ref)}>{t('catalogue:openRecord')}</LinkButton>
        <LinkButton look="quiet" icon="edit" keys="F2" href={hrefTo('edit', record.ref)}>{t('shell:edit')}</LinkButton>
      </div>
    </>
  )
}
