import { useCallback } from 'react'
import type { Stage } from '../../../src-core/deal/checklist.ts'
import type { DealView } from '../../app/deal-state.ts'
import { codeLabel, useT } from '../../app/i18n.ts'
import { go, hrefTo } from '../../app/router.ts'
import { useAction } from '../../app/store-hooks.ts'

/** Moves a deal to a stage, with undo. Closing asks for the outcome, on the deal's own page. */
export function useMove(): (view: DealView, to: Stage) => Promise<void> {
  const t = useT()
  const act = useAction()
  return useCallback(async (view, to) => {
    if (to === view.stage) return
    if (to === 'outcome' && !view.deal.outcome) return go(hrefTo('deal', view.deal.ref, { close: '1' }))
    await act(t('deals:moved', { stage: codeLabel(t, 'dealStage', to) }), (store, by) => store.moveStage(view.deal.ref, to, by))
  }, [act, t])
}
