import type { CaravanRecord } from '../../../src-core/record/record.ts'
import { SECTIONS } from '../../../src-core/record/field.ts'
import { fieldsOf } from '../../../src-core/record/record.ts'
import { fieldLabel, filled } from '../../app/facts.tsx'
import { FieldValue } from '../../app/field-value.tsx'
import { codeLabel, useT } from '../../app/i18n.ts'
import { MetricCards } from '../../app/metrics.tsx'
import { hrefTo } from '../../app/router.ts'
import { useTitle } from '../../app/record-view.tsx'
import { useFormat } from '../../app/session.tsx'
import { EmptyState } from '../../ui/meters.tsx'
import { Status, Tag } from '../../ui/status.tsx'
import { Code, Own } from '../../ui/text.tsx'

const Nothing = () => <EmptyState title={useT()('record:nothingIn')} />

/** Every filled field that is not a text to translate, by section. */
export function FactsTab({ record }: { record: CaravanRecord }) {
  const t = useT()
  const values = record as unknown as Record<string, unknown>
  const fields = fieldsOf(record.kind).filter((f) => f.meta.control !== 'ml' && filled(values[f.name]) && f.name !== 'ipRights' && f.name !== 'evidence')
  return (
    <div className="tab-body scroll" tabIndex={0} role="group" aria-label={t('record:tab.facts')}>
      {record.kind === 'offer' && <MetricCards metrics={record.metrics ?? []} />}
      {SECTIONS.filter((s) => fields.some((f) => f.meta.section === s)).map((section) => (
        <section key={section} className="fact-section">
          <h2>{t(`record:section.${section}`)}</h2>
          <dl className="kv facts">
            {fields.filter((f) => f.meta.section === section && f.meta.control !== 'rows').map(({ name, meta }) => [<dt key={`${name}-t`}>{fieldLabel(t, name)}</dt>, <dd key={name}><FieldValue name={name} meta={meta} value={values[name]} /></dd>])}
          </dl>
          {fields.filter((f) => f.meta.section === section && f.meta.control === 'rows').map(({ name, meta }) => <div key={name} className="fact-rows"><h3 className="cap">{fieldLabel(t, name)}</h3><FieldValue name={name} meta={meta} value={values[name]} /></div>)}
        </section>
      ))}
      {fields.length === 0 && <Nothing />}
    </div>
  )
}

export function RightsTab({ record }: { record: CaravanRecord }) {
  const t = useT()
  if (record.kind !== 'offer') return null
  const rights = record.ipRights ?? []
  return (
    <div className="tab-body scroll" tabIndex={0} role="group" aria-label={t('record:tab.rights')}>
      {record.ipStatus && <p><Tag tone={record.ipStatus === 'granted' ? 'ok' : 'mute'} icon={record.ipStatus === 'granted' ? 'met' : 'clock'}>{codeLabel(t, 'ipStatus', record.ipStatus)}</Tag></p>}
      {rights.length > 0 ? <FieldValue name="ipRights" meta={fieldsOf('offer').find((f) => f.name === 'ipRights')!.meta} value={rights} /> : <Nothing />}
    </div>
  )
}

export function EvidenceTab({ record }: { record: CaravanRecord }) {
  const t = useT()
  const f = useFormat()
  const rows = record.kind === 'offer' ? (record.evidence ?? []) : []
  return (
    <div className="tab-body scroll" tabIndex={0} role="group" aria-label={t('record:tab.evidence')}>
      {rows.length > 0 && <FieldValue name="evidence" meta={fieldsOf('offer').find((x) => x.name === 'evidence')!.meta} value={rows} />}
      {(record.provenance ?? []).map((p, i) => (
        <div key={i} className="row g4 meta">
          <Status icon={p.kind === 'fact' ? 'met' : 'waiting'} tone={p.kind === 'fact' ? 'ok' : 'mute'}>{codeLabel(t, 'provenance', p.kind)}</Status>
          {p.source && <Own>{p.source}</Own>}
          {p.sourceUrl && <Code>{p.sourceUrl}</Code>}
          {p.retrievedAt && <span className="dim">{t('record:retrieved', { date: f.date(p.retrievedAt) })}</span>}
        </div>
      ))}
    </div>
  )
}

export function DealsTab({ deals }: { deals: readonly CaravanRecord[] }) {
  const t = useT()
  const title = useTitle()
  return (
    <ul className="tab-body scroll" tabIndex={0} aria-label={t('record:tab.deals')}>
      {deals.map((deal) => (
        <li key={deal.ref} className="linked">
          <a href={hrefTo('deal', deal.ref)} className="own grow">{title(deal)}</a>
          <Code>{deal.ref}</Code>
          {deal.kind === 'deal' && deal.stage && <Status icon="waiting">{codeLabel(t, 'dealStage', deal.stage)}</Status>}
        </li>
      ))}
      {deals.length === 0 && <li><Nothing /></li>}
    </ul>
  )
}
