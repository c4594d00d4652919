import { FieldError, Input, Label, SearchField as AriaSearchField, Text, TextArea, TextField as AriaTextField, Button as AriaButton } from 'react-aria-components'
import './field.css'
import { Icon } from './icon.tsx'

interface TextFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
  /** the label is heard, not shown */
  quietLabel?: boolean
  long?: boolean
  /** starts with one line and grows */
  short?: boolean
  hint?: string | undefined
  /** in words; shown in red and read out */
  error?: string | undefined
  /** `37 / 500`, already formatted; `over` colours it */
  count?: string
  over?: boolean
  /** codes, numbers and addresses: left to right whatever the interface */
  ltr?: boolean
  lang?: string
  placeholder?: string
  type?: 'text' | 'url' | 'email' | 'number' | 'password'
  isDisabled?: boolean
  isReadOnly?: boolean
  isRequired?: boolean
  autoFocus?: boolean
}
/** Text of one line or of paragraphs (`long` grows with its text); the direction is the text's own unless `ltr`. */
export function TextField({ label, value, onChange, onBlur, quietLabel = false, long = false, short = false, hint, error, count, over = false, ltr = false, lang, placeholder, type = 'text', isDisabled = false, isReadOnly = false, isRequired = false, autoFocus = false }: TextFieldProps) {
  const shared = { className: `inp${ltr ? ' code' : ''}${short ? ' inp-short' : ''}`, dir: ltr ? 'ltr' : 'auto', ...(lang ? { lang } : {}), ...(placeholder ? { placeholder } : {}) }
  return (
    <AriaTextField className="fld" value={value} onChange={onChange} isInvalid={error !== undefined} isDisabled={isDisabled} isReadOnly={isReadOnly} isRequired={isRequired} validationBehavior="aria" autoFocus={autoFocus} {...(onBlur ? { onBlur } : {})} {...(quietLabel ? { 'aria-label': label } : {})}>
      {(!quietLabel || count) && <span className="fld-head">{quietLabel ? <span /> : <Label>{label}</Label>}{count && <span className="count" {...(over ? { 'data-over': '' } : {})}><bdi className="ltr">{count}</bdi></span>}</span>}
      {long ? <TextArea {...shared} /> : <Input {...shared} type={type} />}
      {hint && !error && <Text slot="description" className="fld-hint">{hint}</Text>}
      {error && <FieldError className="fld-error"><Icon name="blocked" size="s" />{error}</FieldError>}
    </AriaTextField>
  )
}

export function SearchField({ label, value, onChange, placeholder, onSubmit, autoFocus = false, clearLabel }: { label: string; value: string; onChange: (value: string) => void; placeholder?: string; onSubmit?: (value: string) => void; autoFocus?: boolean; clearLabel: string }) {
  return (
    <AriaSearchField className="inp inp-box" aria-label={label} value={value} onChange={onChange} autoFocus={autoFocus} {...(onSubmit ? { onSubmit } : {})}>
      <Icon name="search" size="s" />
      <Input dir="auto" {...(placeholder ? { placeholder } : {})} />
      {value !== '' && <AriaButton className="ib" aria-label={clearLabel}><Icon name="close" size="xs" /></AriaButton>}
    </AriaSearchField>
  )
}
