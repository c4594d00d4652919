import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { go, hrefTo, useRoute } from '../../app/router.ts'
import { useCommands, type Command } from '../../app/commands.ts'
import { codeLabel, useLocale, useT } from '../../app/i18n.ts'
import { useFormat } from '../../app/session.tsx'
import { useCounts } from '../../app/store-hooks.ts'
import { FACETS, type Facet } from '../../../src-core/search/engine.ts'
import { OWN_NAME, type Locale } from '../../../src-core/text/locale.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Menu } from '../../ui/menu.tsx'
import { EmptyState, Skeleton } from '../../ui/meters.tsx'
import { Pane, Panels } from '../../ui/panels.tsx'
import { Chip } from '../../ui/status.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { SearchField } from '../../ui/text-field.tsx'
import './catalogue.css'
import { Facets } from './facets.tsx'
import { Preview } from './preview.tsx'
import { isFiltered, readQuery, toggle, toRequest, writeQuery, type CatalogueQuery, type Tab } from './query.ts'
import { Results } from './results.tsx'
import { SaveSearch } from './save-search.tsx'
import { useResults } from './use-results.ts'

const PAGE = 100
/** Where the list was left: coming back by the same address finds it so. */
let left: { hash: string; selected: string | undefined; limit: number } | undefined
const SORTS = ['relevance', 'updated', 'trl', 'deadline'] as const

export function Screen() {
  const t = useT()
  const f = useFormat()
  const locale = useLocale()
  const route = useRoute()
  const params = route.params
  const query = useMemo(() => readQuery(params), [params])
  const [limit, setLimit] = useState(() => (left?.hash === location.hash ? left.limit : PAGE))
  const [selected, setSelected] = useState(() => (left?.hash === location.hash ? left.selected : undefined))
  const [previewing, setPreviewing] = useState(false)
  const [drawer, setDrawer] = useState(false)
  const field = useRef<HTMLDivElement>(null)
  const key = JSON.stringify([params])
  const first = useRef(key)
  useEffect(() => {
    if (first.current !== key) setLimit(PAGE)
    first.current = key
  }, [key])
  useEffect(() => void (left = { hash: location.hash, selected, limit }), [key, selected, limit])
  // typing never waits: the field shows each letter at once, the question follows
  const [typed, setTyped] = useState(query.q)
  useEffect(() => setTyped(query.q), [query.q])
  const request = useMemo(() => toRequest(query, locale, limit), [query, locale, limit])
  const { results } = useResults(request)
  const shown = useDeferredValue(results)
  const counts = useCounts()

  const put = useCallback((next: Partial<CatalogueQuery> & { in?: string | undefined }, replace = true) => {
    const merged = { q: next.q ?? query.q, filters: next.filters ?? query.filters, sort: next.sort ?? (params['sort'] ? query.sort : undefined), in: 'in' in next ? next.in : params['in'] }
    go(hrefTo('catalogue', undefined, writeQuery(merged)), { replace })
  }, [query, params])
  const pickTab = (tab: Tab) => put({ filters: { ...query.filters, kind: tab === 'everything' || tab === 'both' ? [] : [tab] }, in: tab === 'everything' || tab === 'both' ? tab : undefined }, false)
  const select = useCallback((ref: string) => { setSelected(ref); setPreviewing(true) }, [])
  const open = useCallback((ref: string) => go(hrefTo('record', ref)), [])
  const more = useCallback(() => setLimit((l) => (shown && shown.answer.hits.length >= l && shown.answer.total > l ? l + PAGE : l)), [shown])
  const at = selected && shown?.held.has(selected) ? selected : shown?.answer.hits[0]?.ref
  const held = at ? shown?.held.get(at) : undefined
  useCommands(useMemo<Command[]>(() => [
    { id: 'catalogue.filter', title: 'catalogue:filterWords', group: 'do', keys: 'Slash', icon: 'filter', run: () => field.current?.querySelector('input')?.focus() },
    { id: 'catalogue.edit', title: 'shell:edit', group: 'do', keys: 'F2', icon: 'edit', run: () => at && go(hrefTo('edit', at)) },
    { id: 'catalogue.deal', title: 'catalogue:openDeal', group: 'do', keys: 'KeyD', icon: 'deal', run: () => at && go(hrefTo('new', 'deal', { from: at })) },
  ], [at]))

  const sum = (kinds: readonly string[]) => (counts ? f.number(kinds.reduce((n, k) => n + counts[k as 'offer'], 0)) : undefined)
  const tabs = [
    ...(query.tab === 'everything' ? [{ id: 'everything', label: t('catalogue:tab.everything'), count: counts && sum(Object.keys(counts)) }] : []),
    { id: 'both', label: t('catalogue:tab.both'), count: sum(['offer', 'request', 'rd-request']) },
    { id: 'offer', label: t('catalogue:tab.offer'), count: sum(['offer']) },
    { id: 'request', label: t('catalogue:tab.request'), count: sum(['request']) },
    { id: 'rd-request', label: t('catalogue:tab.rd'), count: sum(['rd-request']) },
  ]
  // no counts before there is an answer: a zero would be a claim
  const facets = shown && <Facets facets={shown.answer.facets} query={query} onFilters={(filters) => put({ filters })} />
  const bar = (
    <>
      <div className="query-bar">
        <div className="grow" ref={field}><SearchField label={t('catalogue:filterWords')} value={typed} onChange={(q) => { setTyped(q); put({ q }) }} onSubmit={() => document.querySelector<HTMLElement>('.results')?.focus()} placeholder={t('catalogue:filterHint')} clearLabel={t('catalogue:clear')} /></div>
        <span className="drawer-button"><IconButton icon="filter" label={t('catalogue:facets')} onPress={() => setDrawer(true)} on={isFiltered(query)} /></span>
        {shown && <span className="total" role="status">{t('catalogue:total', { n: shown.answer.total })} <span className="dim">{t('catalogue:ms', { ms: Math.max(1, Math.round(shown.answer.ms)) })}</span></span>}
        <Menu label={t('catalogue:sort')} placement="bottom end" trigger={<Button look="quiet" icon="sort">{t(`catalogue:sortBy.${query.sort}`)}</Button>}
          entries={SORTS.map((s) => ({ id: s, label: t(`catalogue:sortBy.${s}`), checked: s === query.sort }))} onAction={(s) => put({ sort: s as (typeof SORTS)[number] })} />
      </div>
      {isFiltered(query) && <FilterChips query={query} onFilters={(filters) => put({ filters })} />}
    </>
  )
  return (
    <Panels>
      <Pane as="side" label={t('catalogue:facets')} width="--facets" className="facets-pane">{facets}</Pane>
      <Pane label={t('catalogue:list')} className="list-pane">
        <div className="list-head">
          <h1 className="title grow">{t('catalogue:title')}</h1>
          <SaveSearch query={query} />
          <Menu label={t('catalogue:newRecord')} placement="bottom end" trigger={<Button icon="plus" keys="N">{t('shell:new')}</Button>}
            entries={(['offer', 'request', 'rd-request'] as const).map((kind) => ({ id: kind, label: codeLabel(t, 'kind', kind) }))} onAction={(kind) => go(hrefTo('new', kind))} />
        </div>
        <Tabs label={t('catalogue:kinds')} tabs={tabs} value={query.tab} onChange={(id) => pickTab(id as Tab)} bar={bar} className="list-tabs">
          {!shown && <Skeleton rows={7} label={t('shell:loading')} />}
          {shown && <Results found={shown} query={shown.answer.query} selected={at} onSelect={select} onOpen={open} onMore={more} />}
          {shown?.answer.total === 0 && <Nothing query={query} onClear={() => put({ q: '', filters: {} })} onUnfilter={() => put({ filters: {} })} />}
        </Tabs>
      </Pane>
      <aside className={`preview${previewing ? ' preview-open' : ''}`} aria-label={t('catalogue:preview')} data-pane="" tabIndex={-1}>
        {held ? <Preview key={held.record.ref} held={held} onClose={() => setPreviewing(false)} /> : <div className="preview-none">{t('catalogue:nothingChosen')}</div>}
      </aside>
      <Dialog title={t('catalogue:facets')} isOpen={drawer} onClose={() => setDrawer(false)}>{facets}</Dialog>
    </Panels>
  )
}

function FilterChips({ query, onFilters }: { query: CatalogueQuery; onFilters: (filters: CatalogueQuery['filters']) => void }) {
  const t = useT()
  const f = useFormat()
  const label = (facet: Facet, code: string) => (facet === 'country' ? f.country(code) : facet === 'language' ? OWN_NAME[code as Locale] : facet === 'owner' ? code : codeLabel(t, facet === 'trl' ? 'kind' : facet, code))
  const trl = (query.filters.trl ?? []).map(Number).sort((a, b) => a - b)
  return (
    <div className="chips">
      {trl.length > 0 && <Chip look="line" onRemove={() => onFilters({ ...query.filters, trl: [] })} removeLabel={t('catalogue:removeFilter', { filter: 'TRL' })}><bdi className="ltr">{`TRL ${trl[0]}–${trl.at(-1)}`}</bdi></Chip>}
      {FACETS.filter((facet) => facet !== 'trl').flatMap((facet) => (query.filters[facet] ?? []).map((code) => (
        <Chip key={`${facet}${code}`} look="line" onRemove={() => onFilters(toggle(query.filters, facet, code, false))} removeLabel={t('catalogue:removeFilter', { filter: label(facet, code) })}>{label(facet, code)}</Chip>
      )))}
      <Button look="link" onPress={() => onFilters({})}>{t('catalogue:removeAll')}</Button>
    </div>
  )
}

function Nothing({ query, onClear, onUnfilter }: { query: CatalogueQuery; onClear: () => void; onUnfilter: () => void }) {
  const t = useT()
  if (query.q === '' && !isFiltered(query)) return <EmptyState title={t('catalogue:empty.title')} text={t('catalogue:empty.text')} />
  return <EmptyState title={t('catalogue:none.title')} text={t(isFiltered(query) ? 'catalogue:none.filtered' : 'catalogue:none.words')} action={isFiltered(query) ? <Button onPress={onUnfilter}>{t('catalogue:removeAll')}</Button> : <Button onPress={onClear}>{t('catalogue:clear')}</Button>} />
}
