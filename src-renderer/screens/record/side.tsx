import type { CaravanRecord } from '../../../src-core/record/record.ts'
import { pick } from '../../../src-core/text/multilingual.ts'
import { RefLinks } from '../../app/ref-links.tsx'
import { FactList } from '../../app/facts.tsx'
import { codeLabel, useLocale, useT } from '../../app/i18n.ts'
import { Trl } from '../../app/record-view.tsx'
import { useFormat } from '../../app/session.tsx'
import { Pane, Section } from '../../ui/panels.tsx'
import { Status } from '../../ui/status.tsx'
import { Code, Own, Prose } from '../../ui/text.tsx'

/** What one looks up while reading: maturity, rights, where it works, who sees it, where it comes from. */
export function Side({ record }: { record: CaravanRecord }) {
  const t = useT()
  const f = useFormat()
  const locale = useLocale()
  const evidence = record.kind === 'offer' ? pick(record.trlEvidence ?? record.validation, locale) : undefined
  const rights = record.kind === 'offer' ? (record.ipRights ?? []) : []
  const site = 'site' in record ? (record.site ?? []) : []
  const maturity = record.kind === 'offer' || record.kind === 'request' || record.kind === 'rd-request'
  return (
    <Pane as="side" label={t('record:tab.facts')} className="record-side">
      {maturity && <Section title={t('record:section.maturity')} end={<Trl record={record} />}>{evidence && <Prose lang={evidence.lang} className="meta">{evidence.text}</Prose>}{'environment' in record && record.environment && <p className="meta dim">{codeLabel(t, 'environment', record.environment)}</p>}</Section>}
      {rights.length > 0 && (
        <Section title={t('record:section.rights')} end={f.number(rights.length)}>
          {rights.slice(0, 5).map((r) => (
            <div key={r.id} className="right">
              <Code>{r.grant ?? r.publication ?? r.application ?? `${r.office}`}</Code>
              <Status icon={r.state === 'granted' ? 'met' : r.state === 'secret' ? 'lock' : 'clock'} tone={r.state === 'granted' ? 'ok' : 'mute'}>{codeLabel(t, 'ipState', r.state)}</Status>
              <span className="meta dim">{codeLabel(t, 'ipKind', r.kind)} · {codeLabel(t, 'ipOffice', r.office)}</span>
              {r.nextFee && <span className="meta dim">{t('record:column.nextFee')} <bdi>{f.dayShort(r.nextFee)}</bdi></span>}
            </div>
          ))}
        </Section>
      )}
      {site.length > 0 && <Section title={t('record:section.site')}><dl className="kv site">{site.map((s) => [<dt key={`${s.id}-t`}>{codeLabel(t, 'siteParam', s.param)}</dt>, <dd key={s.id}><Code plain>{range(s.min, s.max)} {s.unit}</Code>{s.note && <Own className="meta dim">{s.note}</Own>}</dd>])}</dl></Section>}
      {!maturity && <Section title={t('record:section.facts')}><FactList record={record} short /></Section>}
      <Section title={t('record:section.access')}>
        <dl className="kv">
          <dt>{t('record:visibleTo')}</dt><dd>{codeLabel(t, 'visibility', record.visibility.level)}</dd>
          {(record.deny ?? []).map((d, i) => [<dt key={`${i}-t`}>{codeLabel(t, 'denyScope', d.scope)}</dt>, <dd key={i}><Status icon="hidden" tone="warn">{d.scope === 'country' ? f.country(d.target) : d.target}</Status> <span className="meta dim">{f.list(d.applies.map((a) => codeLabel(t, 'denyApplies', a)))} · {codeLabel(t, 'denyReason', d.reasonCode)}</span></dd>])}
          <dt>{t('record:owner')}</dt><dd><RefLinks refs={[record.owner]} /></dd>
          {record.verification && <><dt>{t('record:verification')}</dt><dd>{codeLabel(t, 'verification', record.verification.level)}</dd></>}
        </dl>
      </Section>
      {(record.provenance ?? []).slice(0, 3).map((p, i) => (
        <Section key={i} title={t('record:source')} end={<Status icon={p.kind === 'fact' ? 'met' : 'waiting'}>{codeLabel(t, 'provenance', p.kind)}</Status>}>
          {p.source && <Prose className="meta">{p.source}</Prose>}
          {p.sourceUrl && <p className="source-url"><Code>{p.sourceUrl}</Code></p>}
          {p.retrievedAt && <p className="meta dim">{t('record:retrieved', { date: f.date(p.retrievedAt) })}</p>}
        </Section>
      ))}
    </Pane>
  )
}
const range = (min: number | undefined, max: number | undefined) => (min !== undefined && max !== undefined ? `${minus(min)}–${minus(max)}` : min !== undefined ? `≥ ${minus(min)}` : max !== undefined ? `≤ ${minus(max)}` : '')
const minus = (n: number) => String(n).replace('-', '−')
