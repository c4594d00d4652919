import { Button as AriaButton } from 'react-aria-components'
import type { CaravanRecord } from '../../../src-core/record/record.ts'
import type { Kind } from '../../../src-core/record/vocabulary.ts'
import { LOCALES, OWN_NAME, type Locale } from '../../../src-core/text/locale.ts'
import { pick, type MlText } from '../../../src-core/text/multilingual.ts'
import { codeLabel, useLocale, useT } from '../../app/i18n.ts'
import { kindIcon, kindTone } from '../../app/record-view.tsx'
import { useFormat } from '../../app/session.tsx'
import { failureText } from '../../app/store-hooks.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Menu } from '../../ui/menu.tsx'
import { Status, Tag } from '../../ui/status.tsx'
import { Code, readable } from '../../ui/text.tsx'
import type { DraftState, FoundDraft } from './use-draft.ts'

interface HeadProps {
  kind: Kind; record: CaravanRecord | null; title: MlText | undefined; pair: readonly [Locale, Locale]; onPair: (pair: readonly [Locale, Locale]) => void
  draft: DraftState; restored: FoundDraft | null; changedSince: boolean; onSave: () => void; onDiscard: () => void; saving: boolean; mine: boolean
}
/** What is being written, whether it is safe, and the two languages that stand side by side. */
export function FormHead({ kind, record, title, pair, onPair, draft, restored, changedSince, onSave, onDiscard, saving, mine }: HeadProps) {
  const t = useT()
  const f = useFormat()
  const locale = useLocale()
  const name = pick(title, locale)
  return (
    <header className="form-head">
      <div className="row g4">
        <Tag tone={kindTone(kind)} icon={kindIcon(kind)}>{codeLabel(t, 'kind', kind)}</Tag>
        {record && <Code>{record.ref}</Code>}
        <DraftMark state={draft} />
        <span className="end row g4">
          {draft.status !== 'none' && <Button look="quiet" onPress={onDiscard}>{t('record:edit.discard')}</Button>}
          <Button look="primary" keys="Ctrl S" onPress={onSave} isDisabled={saving}>{t('record:edit.save')}</Button>
        </span>
      </div>
      <h1 className="title own" dir="auto" lang={name?.lang}>{readable(name?.text) || (record ? record.ref : t('record:edit.newTitle', { kind: codeLabel(t, 'kind', kind) }))}</h1>
      {restored && <p className="restored" role="status"><Icon name="history" size="s" /><span>{t('record:edit.restored', { when: f.dateTime(restored.at) })} {changedSince && t('record:edit.restoredOld')}</span><Button look="link" onPress={onDiscard}>{t('record:edit.startOver')}</Button></p>}
      {!mine && <p className="restored"><Icon name="organisation" size="s" /><span>{t('record:edit.notMine')}</span></p>}
      <div className="form-langs">
        {([0, 1] as const).map((side) => (
          <div key={side} className="row g4">
            <Menu label={t('record:columnLanguage', { language: OWN_NAME[pair[side]] })}
              trigger={<AriaButton className="lang-btn" aria-label={t('record:columnLanguage', { language: OWN_NAME[pair[side]] })}><span lang={pair[side]} className="strong">{OWN_NAME[pair[side]]}</span><Icon name="down" size="xs" /></AriaButton>}
              entries={LOCALES.map((l) => ({ id: l, label: OWN_NAME[l], lang: l, checked: l === pair[side] }))}
              onAction={(id) => { const l = id as Locale; const other = pair[side === 0 ? 1 : 0]; onPair(l === other ? [pair[1], pair[0]] : side === 0 ? [l, other] : [other, l]) }} />
            {(title?.orig ?? pair[0]) === pair[side] && <span className="chip">{t('record:edit.originalIs')}</span>}
          </div>
        ))}
      </div>
    </header>
  )
}

function DraftMark({ state }: { state: DraftState }) {
  const t = useT()
  if (state.status === 'none') return null
  if (state.status === 'failed') return <Status icon="blocked" tone="danger">{t('record:edit.draftFailed', { why: failureText(t, state.error) })}</Status>
  return <Status icon={state.status === 'saved' ? 'met' : 'waiting'} tone={state.status === 'saved' ? 'ok' : 'mute'}><span role="status" data-draft={state.status}>{t(state.status === 'saved' ? 'record:edit.draftSaved' : 'record:edit.draftSaving')}</span></Status>
}
