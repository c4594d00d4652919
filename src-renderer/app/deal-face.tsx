/** How a deal looks wherever it appears in a line: twelve blocks for its stage, and what its next gate lacks. */
import { STAGES, stageNumber } from '../../src-core/deal/stages.ts'
import { Status } from '../ui/status.tsx'
import type { DealView } from './deal-state.ts'
import { codeLabel, useT } from './i18n.ts'
import './deal-face.css'

export function StageBar({ view }: { view: DealView }) {
  const t = useT()
  const at = stageNumber(view.stage)
  return (
    <span className="stage-bar">
      <span className="stage-blocks" aria-hidden="true">{STAGES.map((stage, n) => <i key={stage} className={n <= at ? 'f' : ''} />)}</span>
      <span className="stage-name">{codeLabel(t, 'dealStage', view.stage)}</span>
    </span>
  )
}

export function GateStatus({ view }: { view: DealView }) {
  const t = useT()
  if (view.closed) return <Status icon="lock">{view.deal.outcome ? codeLabel(t, 'dealOutcome', view.deal.outcome) : codeLabel(t, 'dealStage', 'outcome')}</Status>
  if (!view.gate) return <Status icon="waiting">{t('deals:card.working')}</Status>
  return view.missing === 0 ? <Status icon="met" tone="ok">{t('today:deals.ready')}</Status> : <Status icon="due" tone="warn">{t('today:deals.lacks', { gate: view.gate, n: view.missing })}</Status>
}
