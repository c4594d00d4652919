import { FIELD_CODES } from '../../../src-core/record/technology-fields.ts'
import { VOCABULARIES } from '../../../src-core/record/vocabulary.ts'
import { LOCALES } from '../../../src-core/text/locale.ts'
import { COUNTRIES } from '../../app/countries.ts'
import type { DateValue, FieldMeta, Money, MoneyRange, Quantity } from '../../app/field-types.ts'
import { codeLabel, useT } from '../../app/i18n.ts'
import { useFormat, useLocaleTag } from '../../app/session.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { MoneyField, MoneyRangeField, NumberField, QuantityField } from './amount-fields.tsx'
import { CodesPicker } from './codes-picker.tsx'
import { RefPicker } from './ref-picker.tsx'

const FEW = 9
const TRLS = Array.from({ length: 9 }, (_, i) => String(i + 1))

interface ControlProps { label: string; meta: FieldMeta; value: unknown; onChange: (value: unknown) => void; isInvalid: boolean }
/** The control of a field that is neither a text to translate nor a list of lines, chosen by its metadata alone. */
export function Control({ label, meta, value, onChange, isInvalid }: ControlProps) {
  const t = useT()
  const f = useFormat()
  const dateTag = useLocaleTag()
  const list = (value as string[] | undefined) ?? []
  const choose = t('record:edit.choose')
  const empty = t('record:edit.empty')
  switch (meta.control) {
    case 'line': return <TextField label={label} quietLabel value={(value as string | undefined) ?? ''} onChange={onChange} isRequired={false} {...(meta.max ? { count: '' } : {})} />
    case 'choice': return <Select label={label} quietLabel value={(value as string | undefined) ?? null} placeholder={choose} emptyLabel={empty} options={VOCABULARIES[meta.vocabulary!].map((id) => ({ id, label: codeLabel(t, meta.vocabulary!, id) }))} onChange={(id) => onChange(id || undefined)} isInvalid={isInvalid} />
    case 'choices': {
      const options = VOCABULARIES[meta.vocabulary!].map((id) => ({ id: id as string, label: codeLabel(t, meta.vocabulary!, id) }))
      if (options.length > FEW) return <CodesPicker label={label} options={options} value={list} max={meta.max ?? 99} onChange={onChange} />
      return <div className="choices">{options.map((o) => <Checkbox key={o.id} isSelected={list.includes(o.id)} isDisabled={!list.includes(o.id) && list.length >= (meta.max ?? 99)} onChange={(on) => onChange(on ? [...list, o.id] : list.filter((c) => c !== o.id))}>{o.label}</Checkbox>)}</div>
    }
    case 'fields': return <CodesPicker label={label} options={FIELD_CODES.map((id) => ({ id, label: `${codeLabel(t, 'field', id.split('.')[0]!)}: ${codeLabel(t, 'field', id)}` }))} value={list} max={meta.max ?? 5} onChange={onChange} />
    case 'country': return <CodesPicker label={label} options={countryOptions(f.country, f.collator)} value={value ? [String(value)] : []} max={1} onChange={(codes) => onChange(codes[0])} />
    case 'countries': return <CodesPicker label={label} options={countryOptions(f.country, f.collator)} value={list} max={meta.max ?? 60} onChange={onChange} />
    case 'language': return <Select label={label} quietLabel value={(value as string | undefined) ?? null} placeholder={choose} emptyLabel={empty} options={LOCALES.map((id) => ({ id, label: f.language(id) }))} onChange={(id) => onChange(id || undefined)} />
    case 'languages': return <div className="choices">{LOCALES.map((l) => <Checkbox key={l} isSelected={list.includes(l)} onChange={(on) => onChange(on ? LOCALES.filter((x) => x === l || list.includes(x)) : list.filter((x) => x !== l))}>{f.language(l)}</Checkbox>)}</div>
    case 'flag': return <Checkbox isSelected={value === true} onChange={onChange}>{label}</Checkbox>
    case 'trl': return <Segmented label={label} options={TRLS.map((id) => ({ id, label: id }))} value={value === undefined ? '' : String(value)} onChange={(id) => onChange(Number(id))} />
    case 'trl-range': {
      const range = value as { min: number; max: number } | undefined
      const at = (side: 'min' | 'max', id: string) => onChange(id === '' ? undefined : { min: range?.min ?? Number(id), max: range?.max ?? 9, [side]: Number(id) })
      return <div className="row g4"><Select label={t('record:edit.from')} value={range ? String(range.min) : null} placeholder={choose} emptyLabel={empty} options={TRLS.map((id) => ({ id, label: `TRL ${id}` }))} onChange={(id) => at('min', id)} isInvalid={isInvalid} /><Select label={t('record:edit.to')} value={range ? String(range.max) : null} placeholder={choose} options={TRLS.map((id) => ({ id, label: `TRL ${id}` }))} onChange={(id) => at('max', id)} isInvalid={isInvalid} /></div>
    }
    case 'money': return <MoneyField label={label} value={value as Partial<Money> | undefined} onChange={onChange} isInvalid={isInvalid} />
    case 'money-range': return <MoneyRangeField label={label} value={value as Partial<MoneyRange> | undefined} onChange={onChange} isInvalid={isInvalid} />
    case 'quantity': return <QuantityField value={value as Partial<Quantity> | undefined} onChange={onChange} isInvalid={isInvalid} />
    case 'number': return <NumberField label={label} value={value as number | string | undefined} onChange={onChange} isInvalid={isInvalid} />
    case 'date': return <DateField label={label} quietLabel value={(value as DateValue | undefined)?.iso ?? ''} onChange={(iso) => onChange(iso ? { iso } : undefined)} localeTag={dateTag} isInvalid={isInvalid} />
    case 'instant': return <InstantField label={label} value={(value as string | undefined) ?? ''} onChange={onChange} />
    case 'link': return <RefPicker label={label} kinds={meta.kinds ?? []} value={value ? [String(value)] : []} max={1} onChange={(refs) => onChange(refs[0])} />
    case 'links': return <RefPicker label={label} kinds={meta.kinds ?? []} value={list} max={meta.max ?? 20} onChange={onChange} />
    default: return null
  }
}

let countryCache: { of: (code: string) => string; options: { id: string; label: string }[] } | undefined
function countryOptions(of: (code: string) => string, collator: Intl.Collator) {
  if (countryCache?.of !== of) countryCache = { of, options: COUNTRIES.map((id) => ({ id, label: of(id) })).sort((a, b) => collator.compare(a.label, b.label)) }
  return countryCache.options
}

/** A moment: the day in the reader's calendar, the hour in UTC. */
export function InstantField({ label, value, onChange }: { label: string; value: string; onChange: (value: string | undefined) => void }) {
  const t = useT()
  const dateTag = useLocaleTag()
  const [day = '', time = ''] = value.replace('Z', '').split('T')
  const join = (d: string, h: string) => onChange(d === '' ? undefined : `${d}T${/^\d{2}:\d{2}/.test(h) ? h.slice(0, 5) : '00:00'}:00Z`)
  return (
    <div className="row g4">
      <DateField label={`${label}, ${t('record:edit.day')}`} quietLabel value={day} onChange={(d) => join(d, time)} localeTag={dateTag} />
      <TimeField label={`${label}, ${t('record:edit.time')}`} value={time.slice(0, 5)} onChange={(h) => join(day, h)} />
      <span className="meta dim ltr">UTC</span>
    </div>
  )
}
function TimeField({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  return <input type="time" className="inp time-in" aria-label={label} value={value} onChange={(e) => onChange(e.target.value)} />
}
