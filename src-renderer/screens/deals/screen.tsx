import { useMemo, useState } from 'react'
import type { DealView } from '../../app/deal-state.ts'
import { useDeals } from '../../app/deal-view.ts'
import { useLocale, useT } from '../../app/i18n.ts'
import { useCommands, type Command } from '../../app/commands.ts'
import { go, hrefTo, useRoute } from '../../app/router.ts'
import { useSession } from '../../app/session.tsx'
import { useSearch } from '../../app/store-hooks.ts'
import { LinkButton } from '../../ui/button.tsx'
import { EmptyState, Skeleton } from '../../ui/meters.tsx'
import { Pane, Panels } from '../../ui/panels.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { SearchField } from '../../ui/text-field.tsx'
import { Board } from './board.tsx'
import { DealTable } from './deal-table.tsx'
import './deals.css'

type Which = 'all' | 'mine' | 'blocked' | 'closed'
const WHICH: readonly Which[] = ['all', 'mine', 'blocked', 'closed']

const COMMANDS: readonly Command[] = [{ id: 'deals.new', title: 'deals:new', group: 'do', keys: 'KeyN', icon: 'deal', run: () => go(hrefTo('new', 'deal')) }]

/** Every deal, as a road with stages or as a table. */
export function Screen() {
  const t = useT()
  const deals = useDeals()
  useCommands(COMMANDS)
  return (
    <Panels>
      <Pane label={t('deals:title')} className="dls">{deals ? <Loaded deals={deals} /> : <Skeleton rows={8} label={t('deals:title')} />}</Pane>
    </Panels>
  )
}

function Loaded({ deals }: { deals: readonly DealView[] }) {
  const t = useT()
  const { params } = useRoute()
  const [query, setQuery] = useState('')
  const which = WHICH.find((w) => w === params['which']) ?? 'all'
  const view = params['view'] === 'table' ? 'table' : 'board'
  const set = (patch: Record<string, string>) => go(hrefTo('deals', undefined, { ...params, ...patch }), { replace: true })
  const shown = useShown(deals, which, query)
  if (deals.length === 0) return <EmptyState title={t('deals:empty.title')} text={t('deals:empty.text')} action={<LinkButton look="primary" href={hrefTo('catalogue')}>{t('deals:empty.action')}</LinkButton>} />
  return (
    <>
      <header className="dls-head">
        <h1 className="title">{t('deals:title')}</h1>
        <span className="meta dim">{t('deals:count', { n: shown.length })}</span>
        <span className="grow" />
        <div className="dls-find"><SearchField label={t('deals:filter.search')} placeholder={t('deals:filter.search')} clearLabel={t('network:clear')} value={query} onChange={setQuery} /></div>
        <Segmented label={t('deals:filter.label')} options={WHICH.map((id) => ({ id, label: t(`deals:filter.${id}`) }))} value={which} onChange={(id) => set({ which: id === 'all' ? '' : id })} />
        <Segmented label={t('deals:view.label')} options={[{ id: 'board', label: t('deals:view.board'), icon: 'report' }, { id: 'table', label: t('deals:view.table'), icon: 'list' }]} value={view} onChange={(id) => set({ view: id === 'board' ? '' : id })} />
        <LinkButton icon="deal" href={hrefTo('new', 'deal')} keys="N">{t('deals:new')}</LinkButton>
      </header>
      {shown.length === 0 && view === 'table' ? <EmptyState title={t('deals:empty.filtered')} /> : view === 'board' ? <Board deals={shown} /> : <DealTable deals={shown} />}
    </>
  )
}

function useShown(deals: readonly DealView[], which: Which, query: string): readonly DealView[] {
  const { centre, info } = useSession()
  const locale = useLocale()
  const words = query.trim()
  const { value } = useSearch(words === '' ? null : { query: words, locale, kinds: ['deal'], limit: 500 })
  return useMemo(() => {
    const found = words === '' || !value ? undefined : new Set(value.hits.map((h) => h.ref))
    const wanted = (d: DealView) => {
      if (which === 'mine') return !info.membership || d.deal.owner === centre || (d.deal.centres ?? []).includes(centre)
      if (which === 'blocked') return !d.closed && d.missing > 0
      return which === 'closed' ? d.closed : true
    }
    return deals.filter((d) => wanted(d) && (!found || found.has(d.deal.ref)))
  }, [deals, which, words, value, centre, info])
}
