import { useMemo, useState } from 'react'
import { useLocale, useT } from '../../app/i18n.ts'
import { go, hrefTo, useRoute } from '../../app/router.ts'
import { useFormat } from '../../app/session.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { EmptyState, Skeleton } from '../../ui/meters.tsx'
import { Pane, Panels } from '../../ui/panels.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Select } from '../../ui/select.tsx'
import { MetaLine } from '../../ui/status.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { SearchField } from '../../ui/text-field.tsx'
import { NetworkMap } from './map.tsx'
import { MemberCard } from './member-card.tsx'
import { MemberList } from './member-list.tsx'
import { countByCountry, countriesOf, MEMBER_KINDS, type Member } from './members.ts'
import { useFound, useNetwork } from './use-network.ts'
import './network.css'

/** Who the network is made of: a picture without borders, a list, and the member in hand. */
export function Screen() {
  const t = useT()
  const network = useNetwork()
  return (
    <Panels>
      {network ? <Loaded members={network.members} ties={network.ties} /> : <Pane label={t('network:title')}><Skeleton rows={8} label={t('network:title')} /></Pane>}
    </Panels>
  )
}

function Loaded({ members, ties }: { members: readonly Member[]; ties: Parameters<typeof NetworkMap>[0]['ties'] }) {
  const t = useT()
  const f = useFormat()
  const locale = useLocale()
  const { params } = useRoute()
  const [query, setQuery] = useState('')
  const kind = params['kind'] ?? 'all'
  const country = params['country'] ?? ''
  const view = params['view'] === 'list' ? 'list' : 'map'
  const set = (patch: Record<string, string>) => go(hrefTo('network', undefined, { ...params, ...patch }), { replace: true })

  const found = useFound(members, query)
  const ofKind = useMemo(() => (kind === 'all' ? found : found.filter((m) => m.kind === kind)), [found, kind])
  const counts = useMemo(() => countByCountry(ofKind), [ofKind])
  const shown = useMemo(() => {
    const here = country ? ofKind.filter((m) => countriesOf(m).includes(country)) : ofKind
    return query.trim() === '' ? here.toSorted((a, b) => f.collator.compare(a.title?.t[locale]?.text ?? '\uffff', b.title?.t[locale]?.text ?? '\uffff')) : here
  }, [ofKind, country, query, f, locale])
  const selected = params['ref'] ? members.find((m) => m.ref === params['ref']) : undefined
  const tabs = ['all', ...MEMBER_KINDS].map((id) => ({ id, label: t(`network:tab.${id}`), count: f.number(id === 'all' ? found.length : found.filter((m) => m.kind === id).length) }))

  return (
    <>
      <Pane label={t('network:title')} className="nt">
        <header className="nt-head">
          <h1 className="title">{t('network:title')}</h1>
          <MetaLine><span>{t('network:members', { n: shown.length })}</span>{counts.length > 0 && !country && <span>{t('network:inCountries', { n: counts.length })}</span>}</MetaLine>
          <span className="grow" />
          <Segmented label={t('network:view.label')} options={[{ id: 'map', label: t('network:view.map'), icon: 'place' }, { id: 'list', label: t('network:view.list'), icon: 'list' }]} value={view} onChange={(v) => set({ view: v === 'map' ? '' : v })} />
          <LinkButton icon="plus" href={hrefTo('new', kind === 'all' ? 'organisation' : kind)}>{t('network:new')}</LinkButton>
        </header>
        <Tabs label={t('network:title')} tabs={tabs} value={kind} onChange={(id) => set({ kind: id === 'all' ? '' : id })}>
          <div className="nt-filter">
            <SearchField label={t('network:search')} placeholder={t('network:search')} clearLabel={t('network:clear')} value={query} onChange={setQuery} />
            <Select label={t('network:country.label')} quietLabel placeholder={t('network:country.all')} emptyLabel={t('network:country.all')} value={country || null} onChange={(c) => set({ country: c })} options={counts.map((c) => ({ id: c.country, label: f.country(c.country), detail: t('network:members', { n: c.count }) }))} />
          </div>
          {view === 'map' ? <NetworkMap counts={counts} ties={ties} selected={country} onSelect={(c) => set({ country: c === country ? '' : c, ref: '' })} /> : <MemberList members={shown} selected={selected?.ref} onSelect={(ref) => set({ ref })} empty={<Empty none={members.length === 0} />} />}
        </Tabs>
      </Pane>
      {selected
        ? <Pane as="side" label={t('network:detail.open')} width="--network-side"><MemberCard key={selected.ref} member={selected} onClose={() => set({ ref: '' })} /></Pane>
        : view === 'map' && <Pane as="side" label={t('network:view.list')} width="--network-side" className="nt-side"><SideList members={shown} country={country} onSelect={(ref) => set({ ref })} none={members.length === 0} /></Pane>}
    </>
  )
}

function SideList({ members, country, onSelect, none }: { members: readonly Member[]; country: string; onSelect: (ref: string) => void; none: boolean }) {
  const t = useT()
  const f = useFormat()
  return (
    <>
      <div className="nt-side-head"><h2>{country ? f.country(country) : t('network:country.all')}</h2><span className="meta dim">{t('network:members', { n: members.length })}</span></div>
      <MemberList members={members} selected={undefined} onSelect={onSelect} empty={<Empty none={none} />} narrow />
    </>
  )
}
function Empty({ none }: { none: boolean }) {
  const t = useT()
  return <EmptyState title={t(none ? 'network:empty.none' : 'network:empty.title')} text={t(none ? 'network:empty.noneText' : 'network:empty.text')} {...(none ? { action: <LinkButton icon="plus" href={hrefTo('new', 'organisation')}>{t('network:new')}</LinkButton> } : {})} />
}
