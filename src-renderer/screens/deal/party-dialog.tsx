import { useState } from 'react'
import { VOCABULARIES, type Code } from '../../../src-core/record/vocabulary.ts'
import { OrganisationPicker, type Picked } from '../../app/organisation-picker.tsx'
import { codeLabel, useT } from '../../app/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import type { DealActions } from './use-deal-actions.ts'

export function PartyDialog({ actions, role: asked, onClose }: { actions: DealActions; role?: Code<'partyRole'>; onClose: () => void }) {
  const t = useT()
  const [organisation, setOrganisation] = useState<Picked>()
  const [role, setRole] = useState<Code<'partyRole'>>(asked ?? 'provider')
  const save = () => organisation && void actions.addParty(organisation.ref, role).then((ok) => ok && onClose())
  return (
    <Dialog title={t('deals:party.title')} isOpen onClose={onClose} foot={<><Button look="quiet" keys="Esc" onPress={onClose}>{t('deals:dialog.cancel')}</Button><Button look="primary" isDisabled={!organisation} onPress={save}>{t('deals:party.save')}</Button></>}>
      <OrganisationPicker label={t('deals:party.organisation')} placeholder={t('deals:open.choose')} onPick={setOrganisation} />
      <Select label={t('deals:party.role')} placeholder={t('deals:party.role')} value={role} onChange={(id) => setRole(id as Code<'partyRole'>)} options={VOCABULARIES.partyRole.map((id) => ({ id, label: codeLabel(t, 'partyRole', id) }))} />
    </Dialog>
  )
}
