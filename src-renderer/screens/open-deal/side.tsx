import type { CaravanRecord } from '../../../src-core/record/record.ts'
import { codeLabel, useLocale, useT } from '../../app/i18n.ts'
import { OrganisationPicker, type Picked } from '../../app/organisation-picker.tsx'
import { recordTitle, RecordTile, Strip, Trl } from '../../app/record-view.tsx'
import { useFormat } from '../../app/session.tsx'
import { useHeld } from '../../app/store-hooks.ts'
import { Tile } from '../../ui/status.tsx'
import { Code, Own, readable } from '../../ui/text.tsx'

interface Props { role: 'provider' | 'recipient'; record: CaravanRecord | undefined; fixed: string | undefined; onPick: (picked: Picked | undefined) => void; isInvalid: boolean }
/** One side of the deal: the record it rests on, and who stands behind it. A side without a record is chosen. */
export function Side({ role, record, fixed, onPick, isInvalid }: Props) {
  const t = useT()
  const f = useFormat()
  const locale = useLocale()
  const organisation = useHeld(fixed ? [fixed] : []).value?.[0]?.record
  return (
    <section className="od-side" aria-label={codeLabel(t, 'partyRole', role)}>
      <h2 className="cap">{t(`deals:open.${role}`)}</h2>
      {fixed
        ? <div className="row g4"><Tile icon="organisation" /><div className="grow"><Own className="strong">{organisation ? recordTitle(organisation, locale) : fixed}</Own><span className="meta dim">{organisation?.kind === 'organisation' && organisation.country ? f.country(organisation.country) : fixed}</span></div></div>
        : <OrganisationPicker quietLabel label={t(`deals:open.${role}`)} placeholder={t('deals:open.choose')} onPick={onPick} isInvalid={isInvalid} />}
      {record && (
        <div className="od-record">
          <div className="row g4"><RecordTile kind={record.kind} /><div className="grow"><span className="od-title" dir="auto">{readable(recordTitle(record, locale))}</span></div></div>
          <div className="row g5 wrap"><Code>{record.ref}</Code><Trl record={record} /><Strip record={record} /></div>
        </div>
      )}
    </section>
  )
}
