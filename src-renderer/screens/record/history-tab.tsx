import type { ReactNode } from 'react'
import { fieldOf, type CaravanRecord } from '../../../src-core/record/record.ts'
import { splitPath } from '../../../src-core/sync/change.ts'
import type { TranslationState } from '../../../src-core/text/multilingual.ts'
import { isLocale } from '../../../src-core/text/locale.ts'
import type { HistoryEntry } from '../../store/api.ts'
import { columnsOf } from '../../app/columns.ts'
import { fieldLabel } from '../../app/facts.tsx'
import { FieldValue } from '../../app/field-value.tsx'
import { cellText } from '../../app/rows-table.tsx'
import { useT, type Translate } from '../../app/i18n.ts'
import type { Formats } from '../../app/format.ts'
import { useFormat } from '../../app/session.tsx'
import { EmptyState, Skeleton } from '../../ui/meters.tsx'
import { Status } from '../../ui/status.tsx'
import { readable } from '../../ui/text.tsx'

/** What happened, youngest first: who, when, and each field before and after. */
export function HistoryTab({ record, entries }: { record: CaravanRecord; entries: readonly HistoryEntry[] | undefined }) {
  const t = useT()
  const f = useFormat()
  if (!entries) return <Skeleton label={t('shell:loading')} rows={3} />
  if (entries.length === 0) return <EmptyState title={t('record:history.none')} />
  return (
    <ol className="tab-body scroll" tabIndex={0} aria-label={t('record:tab.history')}>
      {entries.map((entry, i) => (
        <li key={i} className="past">
          <div className="row g4">
            <span className="strong">{t(`record:history.${entry.what}`)}</span>
            <bdi>{entry.by}</bdi>
            <span className="dim">{f.dateTime(entry.at)}</span>
            <span className="end"><Status icon={entry.state === 'accepted' ? 'met' : entry.state === 'rejected' ? 'blocked' : 'clock'} tone={entry.state === 'accepted' ? 'ok' : entry.state === 'rejected' ? 'danger' : 'mute'}>{t(`record:history.${entry.state}`)}</Status></span>
          </div>
          <dl className="past-paths">
            {entry.paths.map((path) => {
              const { field, key } = splitPath(path)
              const label = key && isLocale(key) ? t('record:history.path', { field: fieldLabel(t, field), language: f.language(key) }) : fieldLabel(t, field)
              return [<dt key={`${path}-t`}>{label}</dt>, <dd key={path}><Change kind={record.kind} path={path} before={entry.before?.[path]} after={entry.after?.[path]} t={t} f={f} /></dd>]
            })}
          </dl>
        </li>
      ))}
    </ol>
  )
}

interface ChangeProps { kind: CaravanRecord['kind']; path: string; before: unknown; after: unknown; t: Translate; f: Formats }
function Change(props: ChangeProps) {
  const { t } = props
  // the same text in another state: what changed is the state
  const [before, after] = sameText(props.before, props.after) ? [stateName(t, props.before), stateName(t, props.after)] : [props.before, props.after]
  // the labels are `bdi`: the text alone decides its direction
  return (
    <span className="change">
      {before !== undefined && before !== null && <del dir="auto"><bdi className="hidden">{t('record:history.before')}: </bdi><PathValue {...props} value={before} /></del>}
      {after !== undefined && after !== null ? <ins dir="auto"><bdi className="hidden">{t('record:history.after')}: </bdi><PathValue {...props} value={after} /></ins> : <span className="dim">{t('record:history.nothing')}</span>}
    </span>
  )
}
type Written = { text: string; state: TranslationState }
const isWritten = (value: unknown): value is Written => typeof value === 'object' && value !== null && 'text' in value && 'state' in value
const sameText = (a: unknown, b: unknown): boolean => isWritten(a) && isWritten(b) && a.text === b.text
const stateName = (t: Translate, value: unknown): string => (isWritten(value) ? t(`shell:strip.${value.state}`) : '')

function PathValue({ kind, path, value, t, f }: ChangeProps & { value: unknown }): ReactNode {
  const { field, key } = splitPath(path)
  const known = fieldOf(kind, field)
  if (key && isLocale(key)) return readable(isWritten(value) ? value.text : String(value))
  if (known?.meta.control === 'rows' && key) return columnsOf(known.meta.columns ?? {}).map((c) => cellText(c, (value as Record<string, unknown>)[c.name], t, f)).filter(Boolean).join(' · ')
  if (known) return <FieldValue name={field} meta={known.meta} value={value} />
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
