import type { DealValues } from '../../../src-core/deal/open-deal.ts'
import { codeLabel, useLocale, useT } from '../../app/i18n.ts'
import { recordTitle } from '../../app/record-view.tsx'
import { useHeld } from '../../app/store-hooks.ts'
import { Chip } from '../../ui/status.tsx'

/** What else was read off the records: how, which way, and who shares the room. */
export function OpenDealFacts({ values }: { values: DealValues }) {
  const t = useT()
  const locale = useLocale()
  const centres = values.centres ?? []
  const held = useHeld(centres).value ?? []
  return (
    <dl className="kv od-facts">
      {(values.cooperation ?? []).length > 0 && <><dt>{t('deals:open.modes')}</dt><dd className="row g3 wrap">{(values.cooperation ?? []).map((c) => <Chip key={c} look="accent">{codeLabel(t, 'cooperation', c)}</Chip>)}</dd></>}
      {values.direction && <><dt>{t('deals:open.direction')}</dt><dd>{codeLabel(t, 'dealDirection', values.direction)}</dd></>}
      <dt>{t('deals:open.centres')}</dt>
      <dd className="row g3 wrap">{centres.map((ref) => { const found = held.find((h) => h.record.ref === ref); return <Chip key={ref} icon="network">{found ? recordTitle(found.record, locale) : ref}</Chip> })}</dd>
    </dl>
  )
}
