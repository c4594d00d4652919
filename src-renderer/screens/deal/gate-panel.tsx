import { useState } from 'react'
import type { CheckState } from '../../../src-core/deal/checklist.ts'
import { codeLabel, useT } from '../../app/i18n.ts'
import { useFormat } from '../../app/session.tsx'
import { Icon } from '../../ui/icon.tsx'
import { CheckLine } from './check-line.tsx'
import { DocumentDialog } from './document-dialog.tsx'
import { PartyDialog } from './party-dialog.tsx'
import type { DealActions, OpenDeal } from './use-deal-actions.ts'

interface Props { deal: OpenDeal; actions: DealActions }
/** The next gate: what is missing first, each with the one action that mends it. */
export function GatePanel({ deal, actions }: Props) {
  const t = useT()
  const f = useFormat()
  const { view } = deal
  const [proving, setProving] = useState<CheckState>()
  const [naming, setNaming] = useState<CheckState>()
  if (view.closed || !view.next) return null
  if (!view.gate) {
    return (
      <section className="gp gp-open" tabIndex={-1} aria-labelledby="gp-h">
        <div className="gp-head"><Icon name="waiting" size="l" /><div className="grow"><h2 id="gp-h">{t('deals:gate.none', { stage: codeLabel(t, 'dealStage', view.next) })}</h2><p className="meta">{t('deals:gate.noneText')}</p></div></div>
      </section>
    )
  }
  const total = view.asked.length
  const done = total - view.missing
  return (
    <section className={`gp${view.missing === 0 ? ' gp-met' : ''}`} tabIndex={-1} aria-labelledby="gp-h" data-gate={view.gate} data-missing={view.missing}>
      <div className="gp-head">
        <span className="gp-mark"><svg viewBox="0 0 16 16" aria-hidden="true"><path d="M8 1.5L14.5 8 8 14.5 1.5 8z" /></svg></span>
        <div className="grow"><h2 id="gp-h"><bdi>{view.gate}</bdi> {t(`deals:gate.${view.gate}`)}</h2><p className="meta">{t('deals:gate.status', { total, done, missing: view.missing })}</p></div>
        <span className="gp-bars" aria-hidden="true">{view.asked.map((_, i) => <i key={i} className={i < done ? 'f' : ''} />)}</span>
        <span className="meta num"><bdi className="ltr">{f.number(done)} / {f.number(total)}</bdi></span>
      </div>
      <ul>{view.asked.map((item, i) => <CheckLine key={item.item} item={item} deal={deal} actions={actions} primary={i === 0 && !item.done} onProve={setProving} onName={setNaming} />)}</ul>
      {proving && <DocumentDialog actions={actions} kinds={proving.proof?.kinds} signed={proving.proof?.signed ?? false} onClose={() => setProving(undefined)} />}
      {naming && <PartyDialog actions={actions} role={naming.item === 'provider-named' ? 'provider' : 'recipient'} onClose={() => setNaming(undefined)} />}
    </section>
  )
}
