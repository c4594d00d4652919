import { useCallback, useMemo, useRef, useState } from 'react'
import { AUDIENCES, type Audience } from '../../../src-core/dossier/input.ts'
import { LOCALES, type Locale } from '../../../src-core/text/locale.ts'
import { useDeal } from '../../app/deal-view.ts'
import { useLocale, useT } from '../../app/i18n.ts'
import { go, hrefTo, useRoute } from '../../app/router.ts'
import { LinkButton } from '../../ui/button.tsx'
import { EmptyState, Skeleton } from '../../ui/meters.tsx'
import { Pane, Panels } from '../../ui/panels.tsx'
import { findings } from './checks.ts'
import { ChecksPane } from './checks-pane.tsx'
import { ChoicePane } from './choice-pane.tsx'
import { IssueBox } from './issue-box.tsx'
import { Preview, type PreviewHandle } from './preview.tsx'
import { printedRecords, useDossier, useMaterial } from './use-dossier.ts'
import './dossier.css'

/** Choose the reader and two languages, look at the pages, see what is not in order, issue. */
export function Screen() {
  const t = useT()
  const locale = useLocale()
  const route = useRoute()
  const ref = 'subject' in route ? route.subject : ''
  const { params } = route
  const deal = useDeal(ref)
  const material = useMaterial(deal?.view)
  const preview = useRef<PreviewHandle>(null)
  const [issuedAt, setIssuedAt] = useState(() => new Date().toISOString())
  const audience: Audience = AUDIENCES.find((a) => a === params['for']) ?? 'partner'
  const first = LOCALES.find((l) => l === params['a']) ?? deal?.view.deal.languages?.[0] ?? locale
  const second = LOCALES.find((l) => l === params['b'] && l !== first) ?? secondOf(first, deal?.view.deal.languages ?? [], locale)
  const choice = useMemo(() => ({ audience, languages: [first, second] as const, issuedAt }), [audience, first, second, issuedAt])
  const output = useDossier(deal?.view, deal?.documents ?? NONE, material, choice)
  const found = useMemo(() => (deal && material ? findings(deal.view, printedRecords(deal.view, material), choice.languages, material.pending + deal.pending) : []), [deal, material, choice])
  const set = useCallback((patch: Record<string, string>) => go(hrefTo('dossier', ref, { ...params, ...patch }), { replace: true }), [ref, params])

  if (deal === undefined) return <Panels><Pane label={t('dossier:title')}><Skeleton rows={8} label={t('dossier:preview.building')} /></Pane></Panels>
  if (deal === null) return <Panels><Pane label={t('dossier:title')}><EmptyState title={t('deals:deal.notFound')} text={t('deals:deal.notFoundText')} action={<LinkButton href={hrefTo('dossiers')}>{t('dossier:title')}</LinkButton>} /></Pane></Panels>
  return (
    <Panels>
      <Pane as="side" label={t('dossier:audience.heading')} width="--dossier-start"><ChoicePane deal={deal.view.deal} audience={audience} languages={choice.languages} output={output ?? undefined} onChange={set} onPart={(id) => preview.current?.show(id)} /></Pane>
      <Pane label={t('dossier:preview.heading')} className="do-mid">
        {output === null || material === null ? <EmptyState title={t('dossier:preview.failed')} /> : output ? <Preview ref={preview} output={output} /> : <Skeleton rows={10} label={t('dossier:preview.building')} />}
      </Pane>
      <Pane as="side" label={t('dossier:checks.heading')} width="--dossier-end" className="do-end">
        <ChecksPane found={found} deal={deal.view} />
        <IssueBox deal={deal.view.deal} languages={choice.languages} output={output ?? undefined} blocked={found.some((f) => f.blocks)} onIssued={() => setIssuedAt(new Date().toISOString())} />
      </Pane>
    </Panels>
  )
}
const NONE: never[] = []
/** The other language of the contract, else the reader's own, else any other. */
const secondOf = (first: Locale, contract: readonly Locale[], reader: Locale): Locale => contract.find((l) => l !== first) ?? (reader !== first ? reader : first === 'en' ? 'zh' : 'en')
