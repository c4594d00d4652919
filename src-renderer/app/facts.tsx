/** The facts of a record as a list of label and value: `short` for a preview, whole for the record's page. */
import { fieldsOf, type CaravanRecord } from '../../src-core/record/record.ts'
import type { FieldMeta } from './field-types.ts'
import { FieldValue } from './field-value.tsx'
import { codeLabel, useT } from './i18n.ts'
import { hasMessage, type Translate } from './i18n.ts'

const IN_PREVIEW = ['trl', 'trlRange', 'organisation', 'fields', 'ipStatus', 'cooperation', 'price', 'budget', 'territory', 'needBy', 'eoiDeadline', 'organisationKind', 'country', 'city', 'staffBand', 'roles', 'facilityKind', 'partners', 'eventKind', 'start', 'venue', 'programmeKind', 'parties', 'stage', 'items', 'centreKind', 'documentKind', 'state']
export const fieldLabel = (t: Translate, name: string): string => (hasMessage(`record:field.${name}`) ? t(`record:field.${name}` as 'record:field.title') : name)

export function FactList({ record, short = false, only }: { record: CaravanRecord; short?: boolean; only?: (name: string, meta: FieldMeta) => boolean }) {
  const t = useT()
  const values = record as unknown as Record<string, unknown>
  const wanted = fieldsOf(record.kind).filter(({ name, meta }) => filled(values[name]) && (only ? only(name, meta) : short ? IN_PREVIEW.includes(name) && meta.control !== 'rows' : true))
  const shown = short ? wanted.sort((a, b) => IN_PREVIEW.indexOf(a.name) - IN_PREVIEW.indexOf(b.name)).slice(0, 8) : wanted
  return (
    <dl className="kv facts">
      {shown.map(({ name, meta }) => [<dt key={`${name}-t`}>{fieldLabel(t, name)}</dt>, <dd key={name}><FieldValue name={name} meta={meta} value={values[name]} /></dd>])}
      {short && <><dt>{t('record:visibleTo')}</dt><dd>{codeLabel(t, 'visibility', record.visibility.level)}{(record.deny?.length ?? 0) > 0 && ` · ${t('record:denyRules', { n: record.deny!.length })}`}</dd></>}
    </dl>
  )
}
export const filled = (value: unknown): boolean => value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
