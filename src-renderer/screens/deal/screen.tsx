import { useMemo, useState } from 'react'
import { useDeal } from '../../app/deal-view.ts'
import { useCommands, type Command } from '../../app/commands.ts'
import { codeLabel, useT } from '../../app/i18n.ts'
import { go, hrefTo, useRoute } from '../../app/router.ts'
import { LinkButton } from '../../ui/button.tsx'
import { EmptyState, Skeleton } from '../../ui/meters.tsx'
import { Pane, Panels } from '../../ui/panels.tsx'
import { CloseDialog } from './close-dialog.tsx'
import { DealHead } from './deal-head.tsx'
import { GatePanel } from './gate-panel.tsx'
import { Checklist } from './checklist.tsx'
import { History } from './history.tsx'
import { Notes } from './notes.tsx'
import { Rail } from './rail.tsx'
import { Side } from './side.tsx'
import { Tasks } from './tasks.tsx'
import { useDealActions, type OpenDeal } from './use-deal-actions.ts'
import './deal.css'

/** One deal: where it stands, what its next gate wants, and the work around it. */
export function Screen() {
  const t = useT()
  const route = useRoute()
  const ref = 'subject' in route ? route.subject : ''
  const deal = useDeal(ref)
  if (deal === undefined) return <Panels><Pane label={t('deals:title')}><Skeleton rows={8} label={t('deals:title')} /></Pane></Panels>
  if (deal === null) return <Panels><Pane label={t('deals:title')}><EmptyState title={t('deals:deal.notFound')} text={t('deals:deal.notFoundText')} action={<LinkButton href={hrefTo('deals')}>{t('deals:deal.all')}</LinkButton>} /></Pane></Panels>
  return <Loaded key={ref} deal={deal} closing={route.params['close'] === '1'} />
}

function Loaded({ deal, closing }: { deal: OpenDeal; closing: boolean }) {
  const t = useT()
  const { view } = deal
  const [isClosing, setClosing] = useState(closing)
  const actions = useDealActions(deal, () => setClosing(true))
  const { advance } = actions
  const ref = view.deal.ref
  useCommands(useMemo<readonly Command[]>(() => [
    { id: 'deal.next', title: 'deals:command.next', group: 'do', keys: 'BracketRight', icon: 'deal', run: advance },
    { id: 'deal.dossier', title: 'deals:command.dossier', group: 'do', keys: 'KeyE', icon: 'dossier', run: () => go(hrefTo('dossier', ref)) },
    { id: 'deal.note', title: 'deals:command.note', group: 'do', icon: 'edit', run: () => document.querySelector<HTMLTextAreaElement>('.dn-new textarea')?.focus() },
  ], [advance, ref]))
  return (
    <div className="dl" data-deal={ref} data-stage={view.stage}>
      <DealHead deal={deal} actions={actions} />
      <Rail view={view} onBack={actions.moveTo} />
      <div className="dl-body">
        <Pane label={codeLabel(t, 'kind', 'deal')} className="scroll">
          <div className="dl-work">
            <GatePanel deal={deal} actions={actions} />
            <Tasks deal={deal} actions={actions} />
            <Notes deal={deal} actions={actions} />
            <Checklist deal={deal} actions={actions} />
            <History deal={deal} />
          </div>
        </Pane>
        <Pane as="side" label={t('deals:parties.heading')} width="--deal-side"><Side deal={deal} actions={actions} /></Pane>
      </div>
      {isClosing && <CloseDialog deal={deal} actions={actions} onClose={() => setClosing(false)} />}
    </div>
  )
}
