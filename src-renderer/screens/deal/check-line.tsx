import type { CheckState } from '../../../src-core/deal/checklist.ts'
import { LOCALES, OWN_NAME } from '../../../src-core/text/locale.ts'
import { codeLabel, useT } from '../../app/i18n.ts'
import { useFormat } from '../../app/session.tsx'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Menu } from '../../ui/menu.tsx'
import type { DealActions, OpenDeal } from './use-deal-actions.ts'

interface Props { item: CheckState; deal: OpenDeal; actions: DealActions; primary?: boolean; onProve: (item: CheckState) => void; onName: (item: CheckState) => void }
/** One thing a gate asks for: its state by shape and word, why, and the one action. */
export function CheckLine({ item, deal, actions, primary = false, onProve, onName }: Props) {
  const t = useT()
  const name = codeLabel(t, 'checklist', item.item)
  return (
    <li className="gi" data-item={item.item} {...(item.done ? { 'data-done': '' } : {})}>
      <Icon name={item.done ? 'met' : item.required ? 'blocked' : 'waiting'} />
      <div className="grow"><span className="strong">{name}</span><Why item={item} deal={deal} /></div>
      <Mend item={item} actions={actions} primary={primary} onProve={onProve} onName={onName} />
    </li>
  )
}

function Why({ item, deal }: { item: CheckState; deal: OpenDeal }) {
  const t = useT()
  const f = useFormat()
  const kinds = f.either((item.proof?.kinds ?? []).map((k) => codeLabel(t, 'documentKind', k)))
  const row = (deal.view.deal.checklist ?? []).find((r) => r.item === item.item)
  const words = item.by === 'tick' ? (row?.by && row.at ? t('deals:item.byTick', { name: row.by, date: f.dayShort(row.at) }) : '') : item.by === 'document' ? t('deals:item.byDocument') : item.by === 'deal' ? t('deals:item.byDeal')
    : item.fact ? t('deals:item.wantsFact') : item.proof ? t(item.proof.signed ? 'deals:item.wantsSigned' : 'deals:item.wantsDocument', { kinds }) : t('deals:item.wantsTick')
  return <span className="gi-why">{words}{row?.note ? ` ${row.note}` : ''}</span>
}

function Mend({ item, actions, primary, onProve, onName }: Omit<Props, 'deal'>) {
  const t = useT()
  const look = primary ? 'primary' : 'plain'
  if (item.by === 'tick') return <Button look="link" onPress={() => actions.tick(item, false)}>{t('deals:item.untick')}</Button>
  if (item.done) return null
  if (item.item === 'prevailing-language') return <Menu label={t('deals:terms.prevailing')} placement="bottom end" trigger={<Button look={look}>{t('deals:item.setLanguage')}</Button>} entries={LOCALES.map((l) => ({ id: l, label: OWN_NAME[l], lang: l }))} onAction={(id) => actions.setPrevailing(id as (typeof LOCALES)[number])} />
  if (item.fact) return <Button look={look} onPress={() => onName(item)}>{t('deals:item.nameParty')}</Button>
  if (item.proof) return <span className="row g4"><Button look="quiet" onPress={() => actions.tick(item, true)}>{t('deals:item.tick')}</Button><Button look={look} onPress={() => onProve(item)}>{t('deals:item.addDocument')}</Button></span>
  return <Button look={look} onPress={() => actions.tick(item, true)}>{t('deals:item.tick')}</Button>
}
