import { memo } from 'react'
import type { Field } from '../../../src-core/record/record.ts'
import type { Locale } from '../../../src-core/text/locale.ts'
import type { MlText } from '../../../src-core/text/multilingual.ts'
import { fieldLabel } from '../../app/facts.tsx'
import type { RowValue } from '../../app/field-types.ts'
import { hasMessage, useT } from '../../app/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { Hint } from '../../ui/tooltip.tsx'
import { IconButton } from '../../ui/button.tsx'
import { Control } from './control.tsx'
import { MlField } from './ml-field.tsx'
import { issueText } from './issue-text.ts'
import type { Issue } from './model.ts'
import { RowsField } from './rows-field.tsx'

interface BlockProps { field: Field; value: unknown; issues: readonly Issue[] | undefined; missing: boolean; tried: boolean; hinted: boolean; first: Locale; second: Locale; rev: number; by: string; onChange: (name: string, value: unknown) => void }
const IN_CATALOGUE = new Set(['title', 'summary'])
const WIDE = new Set(['ml', 'rows', 'links', 'fields'])

/** One field: its name, its control, and in words what is wrong or missing. Drawn again only when its own value changes. */
export const FieldBlock = memo(function FieldBlock({ field, value, issues, missing, tried, hinted, first, second, rev, by, onChange }: BlockProps) {
  const t = useT()
  const { name, meta } = field
  const label = fieldLabel(t, name)
  const hint = (hinted || !IN_CATALOGUE.has(name)) && hasMessage(`record:hint.${name}`) ? t(`record:hint.${name}` as 'record:hint.title') : undefined
  const put = (next: unknown) => onChange(name, next)
  const own = issues?.filter((i) => i.lang === undefined && i.row === undefined)
  // money and codes are told at once when wrong; a half-written line only after a try to save
  const shown = meta.control === 'rows' && !tried ? [] : (issues ?? [])
  return (
    <div className={`field${WIDE.has(meta.control) ? ' field-wide' : ''}`} id={`field-${name}`} data-field={name} role="group" aria-label={label} {...(missing ? { 'data-missing': '' } : {})}>
      <div className="field-label">
        <span>{label}</span>
        {meta.required && <span className="field-required" title={t('record:edit.required')} aria-label={t('record:edit.required')} role="img">*</span>}
        {meta.confidential && <Hint text={t('record:edit.confidential')}><span className="dim"><IconButton icon="lock" label={t('record:edit.confidential')} /></span></Hint>}
      </div>
      {meta.control === 'ml' ? <MlField name={name} label={label} meta={meta} value={value as MlText | undefined} first={first} second={second} rev={rev} by={by} issues={shown} hint={hint} onChange={put} />
        : meta.control === 'rows' ? <RowsField name={name} label={label} meta={meta} value={(value as RowValue[] | undefined) ?? []} issues={shown} onChange={put} />
        : <Control label={label} meta={meta} value={value} onChange={put} isInvalid={(own?.length ?? 0) > 0} />}
      {hint && meta.control !== 'ml' && <p className="fld-hint">{hint}</p>}
      {meta.control !== 'ml' && own?.slice(0, 1).map((i) => <p key={i.code} className="fld-error" role="alert"><Icon name="blocked" size="s" />{issueText(t, i)}</p>)}
      {missing && <p className="fld-error"><Icon name="due" size="s" />{t('record:edit.required')}</p>}
    </div>
  )
})
