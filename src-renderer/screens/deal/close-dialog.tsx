import { useState } from 'react'
import { VOCABULARIES, type Code } from '../../../src-core/record/vocabulary.ts'
import { codeLabel, useT } from '../../app/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import type { DealActions, OpenDeal } from './use-deal-actions.ts'

/** How it ended. A lost or blocked deal names its reason; only a delivered one is won. */
export function CloseDialog({ deal: { view }, actions, onClose }: { deal: OpenDeal; actions: DealActions; onClose: () => void }) {
  const t = useT()
  const outcomes = VOCABULARIES.dealOutcome.filter((o) => o !== 'won' || view.stage === 'delivery')
  const [outcome, setOutcome] = useState<Code<'dealOutcome'> | null>(view.stage === 'delivery' ? 'won' : null)
  const [reason, setReason] = useState<Code<'lossReason'> | null>(null)
  const wantsReason = outcome === 'lost' || outcome === 'blocked'
  const ready = outcome !== null && (!wantsReason || reason !== null)
  const save = () => outcome && void actions.close(outcome, wantsReason ? reason : null).then((ok) => ok && onClose())
  return (
    <Dialog title={t('deals:close.title')} isOpen onClose={onClose} foot={<><Button look="quiet" keys="Esc" onPress={onClose}>{t('deals:dialog.cancel')}</Button><Button look="primary" isDisabled={!ready} onPress={save}>{t('deals:close.confirm')}</Button></>}>
      <p>{t('deals:close.lead')}</p>
      <RadioGroup label={t('deals:close.outcome')} options={outcomes.map((id) => ({ id, label: codeLabel(t, 'dealOutcome', id) }))} value={outcome} onChange={setOutcome} />
      {wantsReason && <Select label={t('deals:close.reason')} placeholder={t('deals:close.reason')} value={reason} onChange={(id) => setReason(id as Code<'lossReason'>)} options={VOCABULARIES.lossReason.map((id) => ({ id, label: codeLabel(t, 'lossReason', id) }))} />}
    </Dialog>
  )
}
