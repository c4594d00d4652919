import { graphemes } from '../../../src-core/text/graphemes.ts'
import { OWN_NAME, type Locale } from '../../../src-core/text/locale.ts'
import { write, type MlText, type Rendering } from '../../../src-core/text/multilingual.ts'
import type { FieldMeta } from '../../app/field-types.ts'
import { useT } from '../../app/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Status } from '../../ui/status.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { issueText } from './issue-text.ts'
import type { Issue } from './model.ts'

interface MlFieldProps { name: string; label: string; meta: FieldMeta; value: MlText | undefined; first: Locale; second: Locale; rev: number; by: string; issues: readonly Issue[]; hint: string | undefined; onChange: (value: MlText | undefined) => void }

/** One text in two languages side by side, each with its limit in graphemes and the state of its translation. */
export function MlField({ name, label, meta, value, first, second, rev, by, issues, hint, onChange }: MlFieldProps) {
  return (
    <div className="ml-pair">
      {[first, second].map((lang) => <MlCell key={lang} name={name} label={label} meta={meta} value={value} lang={lang} rev={rev} by={by} hint={lang === first ? hint : undefined} issue={issues.find((i) => i.lang === lang)} onChange={onChange} />)}
    </div>
  )
}

function MlCell({ name, label, meta, value, lang, rev, by, hint, issue, onChange }: Omit<MlFieldProps, 'first' | 'second' | 'issues'> & { lang: Locale; issue: Issue | undefined }) {
  const t = useT()
  const rendering = value?.t[lang]
  const text = rendering?.text ?? ''
  const max = meta.max ?? 0
  const size = graphemes(text)
  const put = (next: string) => onChange(write(value, lang, next, { by, at: new Date().toISOString(), rev }))
  const setState = (state: Rendering['state']) => value && rendering && onChange({ orig: value.orig, t: { ...value.t, [lang]: { ...rendering, state, by, at: new Date().toISOString(), basedOnRev: rev } } })
  return (
    <div className="ml-cell" data-lang={lang} data-field={name}>
      <TextField label={`${label}, ${OWN_NAME[lang]}`} quietLabel value={text} onChange={put} hint={hint} long={meta.long === true || meta.max! > 200} short={meta.long !== true} lang={lang} count={`${size} / ${max}`} over={size > max} {...(issue ? { error: issueText(t, issue) } : {})} />
      {rendering && text !== '' && rendering.state !== 'original' && (
        <div className="ml-state">
          {rendering.state === 'stale' ? <Status icon="due" tone="warn">{t('record:originalChanged')}</Status>
            : <Status icon={rendering.state === 'certified' ? 'seal' : rendering.state === 'machine' ? 'waiting' : 'translate'} tone={rendering.state === 'certified' ? 'ok' : 'mute'}>{t(`shell:strip.${rendering.state}`)}</Status>}
          {(rendering.state === 'stale' || rendering.state === 'machine') && <Button look="link" onPress={() => setState('human')}>{t('record:edit.matchesOriginal')}</Button>}
          {rendering.state === 'human' && <Button look="link" onPress={() => setState('certified')}>{t('record:edit.certify')}</Button>}
        </div>
      )}
    </div>
  )
}
