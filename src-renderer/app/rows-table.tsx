/** A repeated group as a table; columns that hold nothing in any row are left out. */
import type { ReactNode } from 'react'
import { isLocale } from '../../src-core/text/locale.ts'
import { Table } from '../ui/panels.tsx'
import { Code } from '../ui/text.tsx'
import { columnsOf, type Column } from './columns.ts'
import { RefLinks } from './ref-links.tsx'
import type { FieldMeta, RowValue } from './field-types.ts'
import { codeLabel, hasMessage, useT, type Translate } from './i18n.ts'
import type { Formats } from './format.ts'
import { useFormat } from './session.tsx'

export function RowsTable({ field, meta, rows }: { field: string; meta: FieldMeta; rows: readonly RowValue[] }) {
  const t = useT()
  const f = useFormat()
  const used = columnsOf(meta.columns ?? {}).filter((c) => rows.some((r) => r[c.name] !== undefined && r[c.name] !== ''))
  return <Table<RowValue> label={t(`record:field.${field}` as 'record:field.title')} rows={rows} keyOf={(r) => r.id} columns={used.map((c) => ({ id: c.name, head: columnLabel(t, c.name), numeric: c.kind === 'number', cell: (row) => <Cell column={c} value={row[c.name]} t={t} f={f} /> }))} />
}
export const columnLabel = (t: Translate, name: string): string => (hasMessage(`record:column.${name}`) ? t(`record:column.${name}` as 'record:column.name') : name)

export function cellText(column: Column, value: unknown, t: Translate, f: Formats): string {
  if (value === undefined || value === null || value === '') return ''
  const text = String(value as string | number | boolean)
  if (column.vocabulary) return codeLabel(t, column.vocabulary, text)
  switch (column.kind) {
    case 'locale': return isLocale(value) ? f.language(value) : text
    case 'locales': return f.list((value as string[]).map((l) => (isLocale(l) ? f.language(l) : l)))
    case 'date': return f.date(text)
    case 'instant': return f.dateTime(text)
    case 'country': return f.country(text)
    case 'flag': return t(value ? 'record:yes' : 'record:no')
    case 'enum': return hasMessage(`record:option.${text}`) ? t(`record:option.${text}` as 'record:option.A4') : text
    case 'number': return f.number(value as number)
    default: return text
  }
}
function Cell({ column, value, t, f }: { column: Column; value: unknown; t: Translate; f: Formats }): ReactNode {
  if (column.kind === 'ref' && value) return <RefLinks refs={[String(value)]} />
  const text = cellText(column, value, t, f)
  return column.kind === 'code' ? <Code>{text}</Code> : <bdi>{text}</bdi>
}
