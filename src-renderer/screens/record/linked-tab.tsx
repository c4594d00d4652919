import type { CaravanRecord } from '../../../src-core/record/record.ts'
import type { Kind } from '../../../src-core/record/vocabulary.ts'
import { fieldLabel } from '../../app/facts.tsx'
import { codeLabel, useT } from '../../app/i18n.ts'
import { RecordTile, useTitle } from '../../app/record-view.tsx'
import { hrefTo } from '../../app/router.ts'
import { useList } from '../../app/store-hooks.ts'
import { Code, readable } from '../../ui/text.tsx'

/** Which fields of which kinds point at a record of this kind. */
export const LINKS: Partial<Record<Kind, readonly (readonly [Kind, string])[]>> = {
  organisation: [['offer', 'organisation'], ['request', 'organisation'], ['rd-request', 'organisation'], ['person', 'organisation'], ['facility', 'partners'], ['organisation', 'parent']],
  centre: [['organisation', 'sponsorCentre'], ['facility', 'partners'], ['event', 'organisers'], ['programme', 'parties'], ['centre', 'parent'], ['deal', 'centres']],
  person: [['offer', 'contacts'], ['request', 'contacts'], ['rd-request', 'contacts']],
  programme: [['rd-request', 'programme']],
  deal: [['document', 'deal']],
  document: [['document', 'translationOf']],
}

export function LinkedTab({ record }: { record: CaravanRecord }) {
  const t = useT()
  return (
    <div className="tab-body scroll" tabIndex={0} role="group" aria-label={t('record:tab.linked')}>
      {(LINKS[record.kind] ?? []).map(([kind, field]) => <Linked key={kind + field} kind={kind} field={field} to={record.ref} />)}
    </div>
  )
}

function Linked({ kind, field, to }: { kind: Kind; field: string; to: string }) {
  const t = useT()
  const title = useTitle()
  const records = useList({ kind, where: { [field]: to }, sort: 'title', limit: 200 })
  if (!records || records.length === 0) return null
  return (
    <section className="fact-section">
      <h2>{codeLabel(t, 'kind', kind)} <span className="dim micro">{fieldLabel(t, field)}</span></h2>
      <ul>{records.map((r) => <li key={r.ref} className="linked"><RecordTile kind={r.kind} /><a href={hrefTo(kind === 'deal' ? 'deal' : 'record', r.ref)} className="own grow" dir="auto">{readable(title(r))}</a><Code>{r.ref}</Code></li>)}</ul>
    </section>
  )
}
