/** Any field's value for reading, told by the field's own metadata. */
import type { ReactNode } from 'react'
import type { DateValue, FieldMeta, Money, MoneyRange, Quantity } from './field-types.ts'
import { isLocale } from '../../src-core/text/locale.ts'
import { pick, type MlText } from '../../src-core/text/multilingual.ts'
import { codeLabel, useLocale, useT } from './i18n.ts'
import { RefLinks } from './ref-links.tsx'
import { useFormat } from './session.tsx'
import { Code, Own, Prose } from '../ui/text.tsx'
import { TrlMeter } from '../ui/meters.tsx'
import { RowsTable } from './rows-table.tsx'

export function FieldValue({ name, meta, value }: { name: string; meta: FieldMeta; value: unknown }): ReactNode {
  const t = useT()
  const f = useFormat()
  const locale = useLocale()
  if (value === undefined || value === null) return null
  switch (meta.control) {
    case 'ml': {
      const picked = pick(value as MlText, locale)
      return picked ? meta.long ? <Prose lang={picked.lang}>{picked.text}</Prose> : <Own lang={picked.lang}>{picked.text}</Own> : null
    }
    case 'choice': return codeLabel(t, meta.vocabulary!, String(value))
    case 'choices': return f.list((value as string[]).map((c) => codeLabel(t, meta.vocabulary!, c)))
    case 'fields': return f.list((value as string[]).map((c) => codeLabel(t, 'field', c)))
    case 'country': return f.country(String(value))
    case 'countries': return f.list((value as string[]).map(f.country))
    case 'language': return isLocale(value) ? f.language(value) : String(value)
    case 'languages': return f.list((value as string[]).map((l) => (isLocale(l) ? f.language(l) : l)))
    case 'link': return <RefLinks refs={[String(value)]} />
    case 'links': return <RefLinks refs={value as string[]} />
    case 'money': return <Code plain>{f.money(value as Money)}</Code>
    case 'money-range': return <Code plain>{f.moneyRange(value as MoneyRange)}</Code>
    case 'quantity': return <Code plain>{f.quantity(value as Quantity)}</Code>
    case 'number': return f.number(value as number)
    case 'date': {
      const date = value as DateValue
      return date.asWritten ? <>{f.date(date.iso)} (<bdi>{date.asWritten.text}</bdi>)</> : f.date(date.iso)
    }
    case 'instant': return f.dateTime(String(value))
    case 'flag': return t(value ? 'record:yes' : 'record:no')
    case 'trl': return <TrlMeter from={value as number} text={`TRL ${String(value)}`} />
    case 'trl-range': {
      const { min, max } = value as { min: number; max: number }
      return <TrlMeter from={min} to={max} text={min === max ? `TRL ${min}` : `TRL ${min}–${max}`} />
    }
    case 'rows': return <RowsTable field={name} meta={meta} rows={value as ({ id: string } & Record<string, unknown>)[]} />
    case 'line': return /^https?:/.test(String(value)) ? <Code>{String(value)}</Code> : <Own>{String(value)}</Own>
  }
}
