import { useMemo, useState } from 'react'
import { useCommands, type Command } from '../../app/commands.ts'
import { useLocale, useT } from '../../app/i18n.ts'
import { go, hrefTo, useRoute } from '../../app/router.ts'
import { useFormat } from '../../app/session.tsx'
import { useHistory, useList, useMatches, useRecord } from '../../app/store-hooks.ts'
import { Strip } from '../../app/record-view.tsx'
import { filled } from '../../app/facts.tsx'
import type { Held } from '../../store/api.ts'
import { languagesOf } from '../../../src-core/text/multilingual.ts'
import { LOCALES, type Locale } from '../../../src-core/text/locale.ts'
import { LinkButton } from '../../ui/button.tsx'
import { EmptyState, Skeleton } from '../../ui/meters.tsx'
import { Pane, Panels } from '../../ui/panels.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { DealsTab, EvidenceTab, FactsTab, RightsTab } from './fact-tabs.tsx'
import { FitsTab } from './fits-tab.tsx'
import { Header } from './header.tsx'
import { HistoryTab } from './history-tab.tsx'
import { LinkedTab, LINKS } from './linked-tab.tsx'
import './record.css'
import { Side } from './side.tsx'
import { Texts, type Layout } from './texts.tsx'

export function Screen() {
  const t = useT()
  const route = useRoute()
  const ref = 'subject' in route ? route.subject : ''
  const held = useRecord(ref)
  if (held === undefined) return <Panels><Pane label={t('shell:loading')}><Skeleton label={t('shell:loading')} rows={6} /></Pane></Panels>
  if (held === null) return <Panels><Pane label={t('record:notHere')} className="record-none"><EmptyState title={t('record:notHere')} text={t('record:notHereText')} action={<LinkButton href={hrefTo('catalogue')}>{t('shell:place.catalogue')}</LinkButton>} /></Pane></Panels>
  return <RecordPage key={ref} held={held} />
}

const DEALABLE: readonly string[] = ['offer', 'request', 'rd-request']
/** The language to read beside the original: mine, when the original is another; else the first translation. */
function secondLanguage(orig: Locale, have: readonly Locale[], mine: Locale): Locale {
  if (mine !== orig) return mine
  return have.find((l) => l !== orig) ?? LOCALES.find((l) => l !== orig)!
}

function RecordPage({ held }: { held: Held }) {
  const t = useT()
  const f = useFormat()
  const locale = useLocale()
  const { params } = useRoute()
  const { record } = held
  const orig = record.title?.orig ?? locale
  const [first, setFirst] = useState<Locale>(orig)
  const [second, setSecond] = useState<Locale>(() => secondLanguage(orig, languagesOf(record.title), locale))
  const [layout, setLayout] = useState<Layout>('two')
  const dealable = DEALABLE.includes(record.kind)
  const matches = useMatches(dealable ? record.ref : null, 20)
  const deals = useList(dealable ? { kind: 'deal', where: { items: record.ref } } : null)
  const history = useHistory(record.ref)
  const dealRef = deals?.[0]?.ref
  useCommands(useMemo<Command[]>(() => [
    { id: 'record.edit', title: 'shell:edit', group: 'do', keys: 'F2', icon: 'edit', run: () => go(hrefTo('edit', record.ref)) },
    ...(dealable ? [{ id: 'record.deal', title: 'record:openDeal' as const, group: 'do' as const, keys: 'KeyD', icon: 'deal', run: () => go(hrefTo('new', 'deal', { from: record.ref })) }] : []),
    ...(dealRef ? [{ id: 'record.dossier', title: 'record:dossier' as const, group: 'do' as const, keys: 'KeyE', icon: 'dossier', run: () => go(hrefTo('dossier', dealRef)) }] : []),
    ...LOCALES.map((l, i): Command => ({ id: `record.text.${l}`, title: `shell:textIn.${l}`, group: 'view', keys: `Digit${i + 1}`, quiet: true, run: () => setSecond(l) })),
  ], [record.ref, dealable, dealRef]))

  const values = record as unknown as Record<string, unknown>
  const counted = (name: string) => (Array.isArray(values[name]) ? f.number((values[name] as unknown[]).length) : undefined)
  const tabs = [
    { id: 'texts', label: t('record:tab.texts') },
    { id: 'facts', label: t('record:tab.facts') },
    ...('ipRights' in record || record.kind === 'offer' ? [{ id: 'rights', label: t('record:tab.rights'), count: counted('ipRights') }] : []),
    ...(filled(values['evidence']) || filled(values['provenance']) ? [{ id: 'evidence', label: t('record:tab.evidence'), count: counted('evidence') }] : []),
    ...(dealable ? [{ id: 'fits', label: t('record:tab.fits'), count: matches && f.number(matches.length) }, { id: 'deals', label: t('record:tab.deals'), count: deals && f.number(deals.length) }] : []),
    ...(LINKS[record.kind] ? [{ id: 'linked', label: t('record:tab.linked') }] : []),
    { id: 'history', label: t('record:tab.history'), count: history && history.length > 0 ? f.number(history.length) : undefined },
  ]
  const tab = tabs.some((x) => x.id === params['tab']) ? params['tab']! : 'texts'
  const end = tab === 'texts' && (
    <>
      <Strip record={record} onPick={setSecond} selected={layout === 'two' ? [first, second] : [second]} />
      <Segmented label={t('record:layout')} options={[{ id: 'one', label: t('record:one') }, { id: 'two', label: t('record:sideBySide') }]} value={layout} onChange={setLayout} />
    </>
  )
  return (
    <Panels>
      <Pane label={t('shell:title.record')}>
        <Header held={held} deals={deals ?? []} />
        <Tabs label={t('record:tabs')} tabs={tabs} value={tab} onChange={(id) => go(hrefTo('record', record.ref, { ...params, tab: id }), { replace: true })} end={end || undefined} className="record-tabs">
          {tab === 'texts' && <Texts record={record} first={first} second={second} layout={layout} onFirst={setFirst} onSecond={setSecond} />}
          {tab === 'facts' && <FactsTab record={record} />}
          {tab === 'rights' && <RightsTab record={record} />}
          {tab === 'evidence' && <EvidenceTab record={record} />}
          {tab === 'fits' && <FitsTab matches={matches} of={record} />}
          {tab === 'deals' && <DealsTab deals={deals ?? []} />}
          {tab === 'linked' && <LinkedTab record={record} />}
          {tab === 'history' && <HistoryTab record={record} entries={history} />}
        </Tabs>
      </Pane>
      <Side record={record} />
    </Panels>
  )
}
