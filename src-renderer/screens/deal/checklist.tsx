import { useState } from 'react'
import { STAGES } from '../../../src-core/deal/stages.ts'
import { codeLabel, useT } from '../../app/i18n.ts'
import { useFormat } from '../../app/session.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { MetaLine } from '../../ui/status.tsx'
import type { DealActions, OpenDeal } from './use-deal-actions.ts'

/** Everything a deal should show, stage by stage; the gate above is the part that matters now. */
export function Checklist({ deal: { view }, actions }: { deal: OpenDeal; actions: DealActions }) {
  const t = useT()
  const f = useFormat()
  const [open, setOpen] = useState(false)
  const done = view.checks.filter((c) => c.done).length
  return (
    <section aria-labelledby="dl-check">
      <div className="dl-h"><h2 id="dl-check">{t('deals:checklist.heading')}</h2><span className="dim num">{t('deals:gate.progress', { done: f.number(done), total: f.number(view.checks.length) })}</span><span className="end"><Button look="link" onPress={() => setOpen(!open)}>{open ? t('deals:checklist.hide') : t('deals:checklist.show', { n: f.number(view.checks.length) })}</Button></span></div>
      {open && STAGES.map((stage) => {
        const items = view.checks.filter((c) => c.stage === stage)
        return items.length > 0 && (
          <div key={stage} className="dl-stage">
            <h3>{codeLabel(t, 'dealStage', stage)}</h3>
            <ul>
              {items.map((item) => (
                <li key={item.item} data-item={item.item}>
                  <Checkbox isSelected={item.done} isDisabled={item.fact !== undefined || item.by === 'document'} onChange={(on) => actions.tick(item, on)}>{codeLabel(t, 'checklist', item.item)}</Checkbox>
                  <MetaLine>{item.gate && <bdi>{item.gate}</bdi>}{!item.required && <span>{t('deals:checklist.advised')}</span>}</MetaLine>
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </section>
  )
}
