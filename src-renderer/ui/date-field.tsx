import { CalendarDate, parseDate } from '@internationalized/date'
import { DateField as AriaDateField, DateInput, DateSegment, I18nProvider, Label } from 'react-aria-components'
import './field.css'

interface DateFieldProps { label: string; quietLabel?: boolean; /** ISO calendar date, or empty */ value: string; onChange: (iso: string) => void; /** BCP 47 with -u-nu- and -u-ca- */ localeTag: string; isInvalid?: boolean; isDisabled?: boolean }
/** A day, typed part by part in the reader's own order and calendar; kept as ISO. */
export function DateField({ label, quietLabel = false, value, onChange, localeTag, isInvalid = false, isDisabled = false }: DateFieldProps) {
  const date = parse(value)
  return (
    <I18nProvider locale={localeTag}>
      <AriaDateField className="fld" value={date} onChange={(d) => onChange(d ? new CalendarDate(d.year, d.month, d.day).toString() : '')} isInvalid={isInvalid} isDisabled={isDisabled} {...(quietLabel ? { 'aria-label': label } : {})}>
        {!quietLabel && <span className="fld-head"><Label>{label}</Label></span>}
        <DateInput className="inp date-in">{(segment) => <DateSegment segment={segment} />}</DateInput>
      </AriaDateField>
    </I18nProvider>
  )
}
function parse(iso: string): CalendarDate | null {
  try {
    return iso === '' ? null : parseDate(iso.slice(0, 10))
  } catch {
    return null
  }
}
