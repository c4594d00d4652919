import { useState } from 'react'
import { VOCABULARIES, type Code } from '../../../src-core/record/vocabulary.ts'
import { codeLabel, useLocale, useT } from '../../app/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { languageOf } from './language-of.ts'
import type { DealActions } from './use-deal-actions.ts'

interface Props { actions: DealActions; /** the kinds that prove what is asked; none: any */ kinds: readonly Code<'documentKind'>[] | undefined; signed: boolean; onClose: () => void }
/** Says that a paper exists and how far it is; the file stays where it is kept. */
export function DocumentDialog({ actions, kinds, signed, onClose }: Props) {
  const t = useT()
  const locale = useLocale()
  const all = kinds ?? VOCABULARIES.documentKind.filter((k) => k !== 'dossier')
  const [kind, setKind] = useState<Code<'documentKind'>>(all[0]!)
  const [title, setTitle] = useState('')
  const [state, setState] = useState<Code<'documentState'>>(signed ? 'signed' : 'final')
  const name = title.trim() || codeLabel(t, 'documentKind', kind)
  const save = () => void actions.addDocument(kind, name, state, languageOf(name, locale)).then((ok) => ok && onClose())
  return (
    <Dialog title={t('deals:document.title')} isOpen onClose={onClose} foot={<><Button look="quiet" keys="Esc" onPress={onClose}>{t('deals:dialog.cancel')}</Button><Button look="primary" onPress={save}>{t('deals:document.save')}</Button></>}>
      <Select label={t('deals:document.kind')} placeholder={t('deals:document.kind')} value={kind} onChange={(id) => setKind(id as Code<'documentKind'>)} options={all.map((id) => ({ id, label: codeLabel(t, 'documentKind', id) }))} />
      <TextField label={t('deals:document.name')} value={title} onChange={setTitle} placeholder={codeLabel(t, 'documentKind', kind)} autoFocus />
      <Select label={t('deals:document.state')} placeholder={t('deals:document.state')} value={state} onChange={(id) => setState(id as Code<'documentState'>)} options={VOCABULARIES.documentState.filter((s) => s !== 'superseded').map((id) => ({ id, label: codeLabel(t, 'documentState', id) }))} />
      <p className="meta">{t('deals:document.note')}</p>
    </Dialog>
  )
}
