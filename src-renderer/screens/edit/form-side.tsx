import { Button as AriaButton } from 'react-aria-components'
import type { Field } from '../../../src-core/record/record.ts'
import type { Section } from '../../../src-core/record/field.ts'
import type { Kind } from '../../../src-core/record/vocabulary.ts'
import { fieldLabel } from '../../app/facts.tsx'
import type { FieldValues } from '../../app/field-types.ts'
import { codeLabel, useT } from '../../app/i18n.ts'
import { useFormat, useLocaleTag } from '../../app/session.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Pane, Section as Part } from '../../ui/panels.tsx'
import { Select } from '../../ui/select.tsx'
import { Status } from '../../ui/status.tsx'
import { firstLevel, withStatus, type Issue } from './model.ts'

interface SideProps { kind: Kind; sections: readonly { section: Section; fields: Field[] }[]; missing: readonly string[]; issues: ReadonlyMap<string, Issue[]>; values: FieldValues; onChange: (name: string, value: unknown) => void; onShow: (name: string) => void; mine: boolean }
const LEVELS = ['public', 'network', 'centre', 'compliance'] as const
const STATES = ['DRAFT', 'UNDER_REVIEW', 'PUBLISHED', 'ON_HOLD', 'ARCHIVED'] as const

/** Where one is, what is still missing, and who may see it. */
export function FormSide({ kind, sections, missing, issues, values, onChange, onShow, mine }: SideProps) {
  const t = useT()
  const f = useFormat()
  const dateTag = useLocaleTag()
  const level = (values['visibility'] as { level?: string } | undefined)?.level ?? firstLevel(kind, values['status'])
  const status = (values['status'] as string | undefined) ?? 'DRAFT'
  const room = !LEVELS.includes(level as 'network')
  return (
    <Pane as="side" label={t('record:edit.sections')} width="--facets" className="form-side">
      <nav aria-label={t('record:edit.sections')} className="form-nav">
        {sections.map(({ section, fields }) => {
          const lacking = fields.filter((x) => missing.includes(x.name)).length
          const wrong = fields.some((x) => issues.has(x.name))
          return (
            <AriaButton key={section} className="nv nv-s" onPress={() => onShow(`section-${section}`)}>
              <span className="t">{t(`record:section.${section}`)}</span>
              {wrong ? <span className="tx-danger"><Icon name="blocked" size="s" /></span> : lacking > 0 ? <span className="n">{f.number(lacking)}</span> : fields.some((x) => x.meta.required) && <span className="tx-ok"><Icon name="check" size="xs" /></span>}
            </AriaButton>
          )
        })}
      </nav>
      <Part title={t('shell:title.edit')}>
        {issues.size > 0 && <p><Status icon="blocked" tone="danger">{t('record:edit.invalid', { n: issues.size })}</Status></p>}
        <p className="missing-line">{missing.length === 0 ? <Status icon="met" tone="ok">{t('record:edit.complete')}</Status> : <span className="st"><Icon name="due" /><span className="missing-text">{t('record:edit.missing', { n: missing.length })}</span></span>}</p>
        <ul className="missing-list">{missing.map((name) => <li key={name}><AriaButton className="btn btn-link" onPress={() => onShow(name)}>{fieldLabel(t, name)}</AriaButton></li>)}</ul>
      </Part>
      <Part title={t('record:section.access')}>
        <div className="col g5">
          <Select label={t('record:edit.visibility')} value={level} placeholder={t('record:edit.choose')} isDisabled={room || !mine} options={(room ? [level] : LEVELS).map((id) => ({ id, label: codeLabel(t, 'visibility', id) }))} onChange={(id) => onChange('visibility', { level: id })} />
          <Select label={t('record:edit.status')} value={status} placeholder={t('record:edit.choose')} isDisabled={!mine} options={[...new Set<string>([...STATES, status])].map((id) => ({ id, label: codeLabel(t, 'status', id) }))} onChange={(id) => { for (const [name, value] of Object.entries(withStatus(values, id))) onChange(name, value) }} />
          <DateField label={t('record:edit.validUntil')} value={(values['validUntil'] as string | undefined) ?? ''} onChange={(iso) => onChange('validUntil', iso || undefined)} localeTag={dateTag} />
          <Checkbox isSelected={values['openForEoi'] === true} onChange={(on) => onChange('openForEoi', on)}>{t('record:edit.openForEoi')}</Checkbox>
        </div>
      </Part>
    </Pane>
  )
}
