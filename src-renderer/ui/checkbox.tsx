import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox, Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components'
import './choice.css'
import './field.css'
import { Icon } from './icon.tsx'

interface CheckboxProps { children?: ReactNode; isSelected: boolean; onChange: (on: boolean) => void; isIndeterminate?: boolean; isDisabled?: boolean; 'aria-label'?: string; className?: string }
export function Checkbox({ children, isSelected, onChange, isIndeterminate = false, isDisabled = false, className = 'check', ...aria }: CheckboxProps) {
  return (
    <AriaCheckbox {...aria} className={className} isSelected={isSelected} isIndeterminate={isIndeterminate} isDisabled={isDisabled} onChange={onChange}>
      <span className="cb">{isIndeterminate ? <Icon name="minus" /> : isSelected && <Icon name="check" />}</span>
      {children}
    </AriaCheckbox>
  )
}

/** A line of a filter: the count is always there; zero stays, dimmed. */
export function FacetLine({ label, count, zero, lang, isSelected, onChange }: { label: string; count: string; zero: boolean; lang?: string | undefined; isSelected: boolean; onChange: (on: boolean) => void }) {
  return (
    <AriaCheckbox className="check facet-line" isSelected={isSelected} onChange={onChange} {...(zero ? { 'data-zero': '' } : {})}>
      <span className="cb">{isSelected && <Icon name="check" />}</span>
      <span className="t" {...(lang ? { lang } : {})}>{label}</span>
      <span className="n">{count}</span>
    </AriaCheckbox>
  )
}

export function RadioGroup<V extends string>({ label, options, value, onChange }: { label: string; options: readonly { id: V; label: ReactNode }[]; value: V | null; onChange: (value: V) => void }) {
  return (
    <AriaRadioGroup className="radios" aria-label={label} value={value} onChange={(v) => onChange(v as V)}>
      {options.map((o) => <Radio key={o.id} value={o.id} className="check"><span className="rb" />{o.label}</Radio>)}
    </AriaRadioGroup>
  )
}
