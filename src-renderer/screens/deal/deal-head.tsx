import { codeLabel, useLocale, useT } from '../../app/i18n.ts'
import { bothTexts } from '../../app/record-view.tsx'
import { go, hrefTo } from '../../app/router.ts'
import { useFormat } from '../../app/session.tsx'
import { useHeld } from '../../app/store-hooks.ts'
import { Button, IconButton, LinkButton } from '../../ui/button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { Hint } from '../../ui/tooltip.tsx'
import { MetaLine, Status, Tag } from '../../ui/status.tsx'
import { Code, Own, readable } from '../../ui/text.tsx'
import type { DealActions, OpenDeal } from './use-deal-actions.ts'

export function DealHead({ deal: { view, pending }, actions }: { deal: OpenDeal; actions: DealActions }) {
  const t = useT()
  const f = useFormat()
  const locale = useLocale()
  const { deal } = view
  const { shown, lang, original } = bothTexts(deal.title, locale)
  const synthetic = (deal.provenance ?? []).some((p) => p.kind === 'synthetic')
  return (
    <header className="dl-head">
      <div className="grow">
        <div className="dl-meta">
          <Tag icon="deal">{codeLabel(t, 'kind', 'deal')}</Tag>
          <MetaLine>
            <Code>{deal.ref}</Code>
            {(deal.cooperation ?? []).length > 0 && <span className="own">{(deal.cooperation ?? []).map((c) => codeLabel(t, 'cooperation', c)).join(' + ')}</span>}
            <Countries view={view} />
            {(deal.languages ?? []).length > 0 && <span className="own">{t('deals:deal.languages', { list: f.list((deal.languages ?? []).map((l) => f.language(l))) })}</span>}
            {synthetic && <span>{t('deals:deal.synthetic')}</span>}
            {pending > 0 && <Status icon="sync">{t('deals:card.pending')}</Status>}
          </MetaLine>
        </div>
        <h1 className="title" dir="auto" lang={lang}>{readable(shown || deal.ref)}</h1>
        {original && <Own lang={original.lang} className="dl-orig">{original.text}</Own>}
      </div>
      <div className="row g4">
        <More view={view} actions={actions} />
        <LinkButton href={hrefTo('dossier', deal.ref)} icon="dossier" keys="E">{t('deals:deal.dossier')}</LinkButton>
        <NextButton view={view} actions={actions} />
      </div>
    </header>
  )
}

/** What is done seldom: the form of every field, and an early end. */
function More({ view, actions }: { view: OpenDeal['view']; actions: DealActions }) {
  const t = useT()
  const entries = [{ id: 'edit', label: t('deals:deal.edit'), icon: 'edit' as const }, ...(view.closed ? [] : [{ id: 'close', label: t('deals:deal.close'), icon: 'lock' as const }])]
  return <Menu label={t('deals:deal.more')} placement="bottom end" trigger={<IconButton icon="more" label={t('deals:deal.more')} />} entries={entries} onAction={(id) => (id === 'edit' ? go(hrefTo('edit', view.deal.ref)) : actions.startClosing())} />
}

function NextButton({ view, actions }: { view: OpenDeal['view']; actions: DealActions }) {
  const t = useT()
  if (view.closed) return <Tag icon="lock">{t('deals:deal.closed', { outcome: codeLabel(t, 'dealOutcome', view.deal.outcome ?? 'won') })}</Tag>
  if (!view.next) return null
  const words = view.next === 'outcome' ? t('deals:deal.close') : t('deals:deal.next', { stage: codeLabel(t, 'dealStage', view.next) })
  if (view.missing > 0 && view.gate) {
    return <Hint text={t('deals:deal.nextLocked', { n: view.missing, gate: view.gate })} keys="]"><Button locked keys="]" onPress={() => document.querySelector<HTMLElement>('.gp')?.focus()}>{words}</Button></Hint>
  }
  return <Button look="primary" keys="]" onPress={actions.advance}>{words}</Button>
}

/** From the provider's country to the recipient's. */
function Countries({ view }: { view: OpenDeal['view'] }) {
  const f = useFormat()
  const parties = view.deal.parties ?? []
  const held = useHeld(parties.map((p) => p.organisation)).value ?? []
  const country = (role: string) => {
    const party = parties.find((p) => p.role === role)
    const record = held.find((h) => h.record.ref === party?.organisation)?.record
    return record?.kind === 'organisation' && record.country ? f.country(record.country) : undefined
  }
  const [from, to] = [country('provider'), country('recipient')]
  if (!from || !to) return null
  return <span className="dl-way"><span>{from}</span><span className="dl-arrow" aria-hidden="true" /><span>{to}</span></span>
}
