import { OWN_NAME } from '../../../src-core/text/locale.ts'
import { columnsOf, type Column } from '../../app/columns.ts'
import { CURRENCIES } from '../../app/countries.ts'
import type { FieldMeta, RowValue } from '../../app/field-types.ts'
import { codeLabel, hasMessage, useT } from '../../app/i18n.ts'
import { columnLabel } from '../../app/rows-table.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { NumberField } from './amount-fields.tsx'
import { useLocaleTag } from '../../app/session.tsx'
import { InstantField } from './control.tsx'
import { issueText } from './issue-text.ts'
import type { Issue } from './model.ts'
import { RefPicker } from './ref-picker.tsx'

interface RowsProps { name: string; label: string; meta: FieldMeta; value: readonly RowValue[]; issues: readonly Issue[]; onChange: (rows: RowValue[]) => void }

/** A repeated group: each line has its own id, so that two people may add lines at once. */
export function RowsField({ name, label, meta, value, issues, onChange }: RowsProps) {
  const t = useT()
  const columns = columnsOf(meta.columns ?? {})
  const put = (id: string, column: string, cell: unknown) => onChange(value.map((row) => (row.id === id ? { ...row, [column]: cell } : row)))
  const add = () => onChange([...value, { id: crypto.randomUUID().slice(0, 13), ...first(columns) }])
  return (
    <div className="rows">
      {value.map((row, i) => {
        const wrong = issues.filter((x) => x.row === row.id)
        return (
          <div key={row.id} className="row-line" role="group" aria-label={`${label} ${i + 1}`} data-row={row.id}>
            <div className="row-cells">
              {columns.map((column) => <Cell key={column.name} column={column} owner={name} value={row[column.name]} isInvalid={wrong.some((x) => x.column === column.name)} onChange={(cell) => put(row.id, column.name, cell)} />)}
            </div>
            <IconButton icon="trash" label={t('record:edit.removeRow', { n: i + 1 })} onPress={() => onChange(value.filter((r) => r.id !== row.id))} />
            {wrong.slice(0, 2).map((x) => <p key={`${x.column}${x.code}`} className="fld-error row-error"><Icon name="blocked" size="s" />{x.column ? `${columnLabel(t, x.column)}: ` : ''}{issueText(t, x)}</p>)}
          </div>
        )
      })}
      {value.length < (meta.max ?? 99) && <div><Button look="quiet" icon="plus" onPress={add}>{t('record:edit.addRow')}</Button></div>}
    </div>
  )
}
/** A new line starts with what must be there and has one obvious value. */
const first = (columns: readonly Column[]): Record<string, unknown> => Object.fromEntries(columns.filter((c) => c.required && (c.kind === 'flag' || c.kind === 'instant')).map((c) => [c.name, c.kind === 'flag' ? false : new Date().toISOString()]))

const LONG = new Set(['rationale', 'encumbrance', 'evidence', 'note', 'text', 'baseline', 'title', 'owners'])

function Cell({ column, value, isInvalid, onChange }: { column: Column; owner: string; value: unknown; isInvalid: boolean; onChange: (value: unknown) => void }) {
  const t = useT()
  const dateTag = useLocaleTag()
  const label = columnLabel(t, column.name)
  const choose = t('record:edit.choose')
  const option = (id: string) => (column.vocabulary ? codeLabel(t, column.vocabulary, id) : hasMessage(`record:option.${id}`) ? t(`record:option.${id}` as 'record:option.A4') : id)
  const select = (ids: readonly string[], name: (id: string) => string) => <Select label={label} value={(value as string | undefined) ?? null} placeholder={choose} {...(column.required ? {} : { emptyLabel: t('record:edit.empty') })} options={ids.map((id) => ({ id, label: name(id) }))} onChange={(id) => onChange(id || undefined)} isInvalid={isInvalid} />
  const cell = () => {
    switch (column.kind) {
      case 'enum': return select(column.options ?? [], option)
      case 'locale': return select(column.options ?? [], (l) => OWN_NAME[l as 'en'])
      case 'currency': return select(CURRENCIES, (c) => c)
      case 'locales': return <div className="fld"><span className="fld-head">{label}</span><div className="choices">{(column.options ?? []).map((l) => <Checkbox key={l} isSelected={((value as string[] | undefined) ?? []).includes(l)} onChange={(on) => onChange(on ? [...((value as string[] | undefined) ?? []), l] : ((value as string[] | undefined) ?? []).filter((x) => x !== l))}>{OWN_NAME[l as 'en']}</Checkbox>)}</div></div>
      case 'ref': return <div className="fld"><span className="fld-head">{label}</span><RefPicker label={label} kinds={column.name === 'offer' ? ['offer'] : column.name === 'centre' ? ['centre'] : ['organisation']} value={value ? [String(value)] : []} max={1} onChange={(refs) => onChange(refs[0])} /></div>
      case 'date': return <DateField label={label} value={(value as string | undefined) ?? ''} onChange={(iso) => onChange(iso || undefined)} localeTag={dateTag} isInvalid={isInvalid} />
      case 'instant': return <div className="fld"><span className="fld-head">{label}</span><InstantField label={label} value={(value as string | undefined) ?? ''} onChange={onChange} /></div>
      case 'number': return <NumberField label={label} quiet={false} value={value as number | undefined} onChange={onChange} isInvalid={isInvalid} />
      case 'flag': return <div className="fld cell-flag"><Checkbox isSelected={value === true} onChange={onChange}>{label}</Checkbox></div>
      default: return <TextField label={label} value={(value as string | undefined) ?? ''} onChange={(x) => onChange(x === '' ? undefined : x)} ltr={column.kind === 'code'} {...(isInvalid ? { error: ' ' } : {})} />
    }
  }
  return <div className={`cell${LONG.has(column.name) || column.kind === 'ref' || column.kind === 'instant' ? ' cell-long' : ''}`}>{cell()}</div>
}
