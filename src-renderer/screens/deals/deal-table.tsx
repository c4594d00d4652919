import { useMemo } from 'react'
import { GateStatus, StageBar } from '../../app/deal-face.tsx'
import type { DealView } from '../../app/deal-state.ts'
import { useLocale, useT } from '../../app/i18n.ts'
import { recordTitle } from '../../app/record-view.tsx'
import { hrefTo } from '../../app/router.ts'
import { useFormat } from '../../app/session.tsx'
import { useHeld } from '../../app/store-hooks.ts'
import { Table, type Column } from '../../ui/panels.tsx'
import { Code, Own } from '../../ui/text.tsx'

export function DealTable({ deals }: { deals: readonly DealView[] }) {
  const t = useT()
  const f = useFormat()
  const locale = useLocale()
  const refs = useMemo(() => [...new Set(deals.flatMap((d) => (d.deal.parties ?? []).map((p) => p.organisation)))], [deals])
  const held = useHeld(refs).value
  const names = useMemo(() => new Map((held ?? []).map((h) => [h.record.ref, recordTitle(h.record, locale)])), [held, locale])
  const party = (view: DealView, role: string) => (view.deal.parties ?? []).filter((p) => p.role === role).map((p) => names.get(p.organisation) ?? p.organisation).join(' · ')
  const columns: Column<DealView>[] = [
    { id: 'deal', head: t('deals:table.deal'), cell: (v) => <a className="dls-name" href={hrefTo('deal', v.deal.ref)}><Own className="strong">{recordTitle(v.deal, locale)}</Own><Code>{v.deal.ref}</Code></a> },
    { id: 'parties', head: t('deals:table.parties'), cell: (v) => <div className="dls-parties"><Own>{party(v, 'provider') || '–'}</Own><Own className="dim">{party(v, 'recipient') || '–'}</Own></div> },
    { id: 'stage', head: t('deals:table.stage'), cell: (v) => <StageBar view={v} /> },
    { id: 'gate', head: t('deals:table.gate'), cell: (v) => <GateStatus view={v} /> },
    { id: 'since', head: t('deals:table.since'), cell: (v) => t('deals:card.days', { n: v.days }), numeric: true },
    ...(deals.some((v) => v.deal.expectedClose) ? [{ id: 'close', head: t('deals:table.close'), cell: (v: DealView) => (v.deal.expectedClose ? f.dayShort(v.deal.expectedClose.iso) : ''), numeric: true }] : []),
  ]
  return <div className="dls-table scroll"><Table label={t('deals:title')} columns={columns} rows={deals} keyOf={(v) => v.deal.ref} /></div>
}
