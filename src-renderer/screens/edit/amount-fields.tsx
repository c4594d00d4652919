import { useState } from 'react'
import { CURRENCIES } from '../../app/countries.ts'
import type { Money, MoneyRange, Quantity } from '../../app/field-types.ts'
import { useT } from '../../app/i18n.ts'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'

/** Eastern digits and grouping signs are accepted as typed; kept is the plain decimal. */
export const plainNumber = (typed: string): string => typed.replace(/[\u0660-\u0669]/g, (d) => String(d.charCodeAt(0) - 0x660)).replace(/[\u06f0-\u06f9]/g, (d) => String(d.charCodeAt(0) - 0x6f0)).replace(/٫/g, '.').replace(/[,٬،\s\u00a0]/g, '').replace(/[−–]/g, '-')

const currencies = (now: string | undefined) => [...new Set([...(now ? [now] : []), ...CURRENCIES])].map((id) => ({ id, label: id }))

export function MoneyField({ label, value, onChange, isInvalid }: { label: string; value: Partial<Money> | undefined; onChange: (value: unknown) => void; isInvalid: boolean }) {
  const t = useT()
  const put = (part: Partial<Money>) => onChange({ currency: value?.currency ?? 'CNY', ...value, ...part })
  return (
    <div className="row g4 amounts">
      <TextField label={`${label}, ${t('record:edit.amount')}`} quietLabel ltr value={value?.amount ?? ''} onChange={(x) => put({ amount: plainNumber(x) })} />
      <Select label={t('record:edit.currency')} quietLabel value={value?.currency ?? 'CNY'} placeholder={t('record:edit.currency')} options={currencies(value?.currency)} onChange={(currency) => put({ currency })} isInvalid={isInvalid} />
    </div>
  )
}

export function MoneyRangeField({ label, value, onChange, isInvalid }: { label: string; value: Partial<MoneyRange> | undefined; onChange: (value: unknown) => void; isInvalid: boolean }) {
  const t = useT()
  const put = (part: Partial<MoneyRange>) => onChange({ currency: value?.currency ?? 'CNY', ...value, ...part })
  return (
    <div className="row g4 amounts">
      <TextField label={`${label}, ${t('record:edit.from')}`} quietLabel ltr placeholder={t('record:edit.from')} value={value?.min ?? ''} onChange={(x) => put({ min: plainNumber(x) })} />
      <TextField label={`${label}, ${t('record:edit.to')}`} quietLabel ltr placeholder={t('record:edit.to')} value={value?.max ?? ''} onChange={(x) => put({ max: plainNumber(x) })} />
      <Select label={t('record:edit.currency')} quietLabel value={value?.currency ?? 'CNY'} placeholder={t('record:edit.currency')} options={currencies(value?.currency)} onChange={(currency) => put({ currency })} isInvalid={isInvalid} />
    </div>
  )
}

/** Keeps what is typed until it is a number; what is not one stays visible and is told as wrong. */
export function NumberField({ label, value, onChange, isInvalid, quiet = true }: { label: string; value: number | string | undefined; onChange: (value: unknown) => void; isInvalid: boolean; quiet?: boolean }) {
  const t = useT()
  const [typed, setTyped] = useState(value === undefined ? '' : String(value))
  const shown = Number(plainNumber(typed)) === value ? typed : value === undefined ? '' : String(value)
  return (
    <TextField label={label} quietLabel={quiet} ltr value={shown} {...(isInvalid ? { error: t('record:issue.number') } : {})}
      onChange={(x) => { setTyped(x); const plain = plainNumber(x); onChange(plain === '' ? undefined : Number.isFinite(Number(plain)) ? Number(plain) : x) }} />
  )
}

export function QuantityField({ value, onChange, isInvalid }: { value: Partial<Quantity> | undefined; onChange: (value: unknown) => void; isInvalid: boolean }) {
  const t = useT()
  const put = (part: object) => onChange({ unit: '', ...value, ...part })
  return (
    <div className="row g4 amounts">
      <NumberField label={t('record:edit.from')} value={value?.value ?? value?.min} onChange={(min) => put({ value: undefined, min })} isInvalid={isInvalid} />
      <NumberField label={t('record:edit.to')} value={value?.max} onChange={(max) => put({ max })} isInvalid={isInvalid} />
      <TextField label={t('record:edit.unit')} quietLabel ltr value={value?.unit ?? ''} onChange={(unit) => put({ unit })} placeholder={t('record:edit.unit')} />
    </div>
  )
}
