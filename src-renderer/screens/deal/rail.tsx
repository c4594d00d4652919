import { Button as AriaButton } from 'react-aria-components'
import type { Gate, Stage } from '../../../src-core/deal/checklist.ts'
import { gateInto, STAGES, stageNumber } from '../../../src-core/deal/stages.ts'
import { gateState, type DealView } from '../../app/deal-state.ts'
import { codeLabel, useT } from '../../app/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { Hint } from '../../ui/tooltip.tsx'

/** Discs are stages, diamonds the gates between them. A stage behind the deal can be gone back to. */
export function Rail({ view, onBack }: { view: DealView; onBack: (to: Stage) => void }) {
  const t = useT()
  const at = stageNumber(view.stage)
  return (
    <ol className="rail" aria-label={t('deals:rail.label')}>
      {STAGES.map((stage, n) => {
        const name = codeLabel(t, 'dealStage', stage)
        const state = n < at ? 'done' : n === at ? 'now' : 'ahead'
        const following = STAGES[n + 1]
        const gate = following && gateInto(following)
        const disc = state === 'done' ? <Icon name="check" /> : null
        return (
          <li key={stage} className={`sg sg-${state}`} {...(state === 'now' ? { 'aria-current': 'step' } : {})}>
            {state === 'done'
              ? <Hint text={t('deals:rail.back', { stage: name })}><AriaButton className="sg-d" aria-label={t('deals:rail.back', { stage: name })} onPress={() => onBack(stage)}>{disc}</AriaButton></Hint>
              : <span className="sg-d" />}
            <span aria-hidden="true">{name}</span>
            <span className="hidden">{t(`deals:rail.${state}`, { stage: name })}</span>
            {gate && <GateMark gate={gate} view={view} />}
          </li>
        )
      })}
    </ol>
  )
}

function GateMark({ gate, view }: { gate: Gate; view: DealView }) {
  const t = useT()
  const state = gateState(view, gate)
  return (
    <span className={`gt gt-${state}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M8 1.5L14.5 8 8 14.5 1.5 8z" /></svg>
      <em aria-hidden="true">{gate}</em>
      <span className="hidden">{t(state === 'passed' ? 'deals:rail.gatePassed' : 'deals:rail.gateOpen', { gate })}</span>
    </span>
  )
}
