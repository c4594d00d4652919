import type { ReactNode } from 'react'
import { Button as AriaButton, ComboBox as AriaComboBox, Input, Label, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components'
import './field.css'
import './popover.css'
import { Icon } from './icon.tsx'

export interface Option { id: string; label: string; detail?: ReactNode; lang?: string }
interface SelectProps { label: string; quietLabel?: boolean; options: readonly Option[]; value: string | null; onChange: (id: string) => void; placeholder: string; isDisabled?: boolean; isInvalid?: boolean; /** adds a first line that empties the field */ emptyLabel?: string }
const EMPTY = '·empty'

/** One of a known list. */
export function Select({ label, quietLabel = false, options, value, onChange, placeholder, isDisabled = false, isInvalid = false, emptyLabel }: SelectProps) {
  return (
    <AriaSelect className="fld" value={value} onChange={(key) => onChange(key === EMPTY || key === null ? '' : String(key))} placeholder={placeholder} isDisabled={isDisabled} isInvalid={isInvalid} {...(quietLabel ? { 'aria-label': label } : {})}>
      {!quietLabel && <span className="fld-head"><Label>{label}</Label></span>}
      <AriaButton className="inp sel"><SelectValue /><Icon name="down" size="s" /></AriaButton>
      <Popover className="pop" offset={4}>
        <ListBox className="opts">
          {emptyLabel && value !== null && <ListBoxItem id={EMPTY} className="opt dim" textValue={emptyLabel}>{emptyLabel}</ListBoxItem>}
          {options.map(item)}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
const item = (o: Option) => (
  <ListBoxItem key={o.id} id={o.id} className="opt" textValue={o.label} {...(o.lang ? { lang: o.lang } : {})}>
    <span className="grow"><span className="own" dir="auto">{o.label}</span>{o.detail && <span className="own meta dim">{o.detail}</span>}</span>
  </ListBoxItem>
)

interface ComboProps { label: string; quietLabel?: boolean; options: readonly Option[]; input: string; onInput: (text: string) => void; onPick: (id: string) => void; placeholder?: string; emptyText: string; isDisabled?: boolean; isInvalid?: boolean; toggleLabel: string }
/** A searched list: the options are those of the moment, filtered by whoever gives them. */
export function ComboBox({ label, quietLabel = false, options, input, onInput, onPick, placeholder, emptyText, isDisabled = false, isInvalid = false, toggleLabel }: ComboProps) {
  return (
    <AriaComboBox className="fld" items={options} inputValue={input} onInputChange={onInput} onChange={(key) => key !== null && onPick(String(key))} value={null} allowsEmptyCollection allowsCustomValue menuTrigger="focus" isDisabled={isDisabled} isInvalid={isInvalid} {...(quietLabel ? { 'aria-label': label } : {})}>
      {!quietLabel && <span className="fld-head"><Label>{label}</Label></span>}
      <div className="inp inp-box">
        <Icon name="search" size="s" />
        <Input dir="auto" {...(placeholder ? { placeholder } : {})} />
        <AriaButton className="ib" aria-label={toggleLabel}><Icon name="down" size="xs" /></AriaButton>
      </div>
      <Popover className="pop" offset={4}>
        <ListBox className="opts" renderEmptyState={() => <div className="opts-empty">{emptyText}</div>}>{(o: Option) => item(o)}</ListBox>
      </Popover>
    </AriaComboBox>
  )
}
