/** What can be done with a deal. Each is one change with its undo; rows of a group travel alone, so that two people never overwrite each other. */
import { useCallback, useMemo } from 'react'
import type { CheckState, DealDocument, Stage } from '../../../src-core/deal/checklist.ts'
import type { Deal } from '../../../src-core/record/record.ts'
import type { Code } from '../../../src-core/record/vocabulary.ts'
import type { Locale } from '../../../src-core/text/locale.ts'
import type { ChangeSet } from '../../../src-core/sync/change.ts'
import type { DealView } from '../../app/deal-state.ts'
import { codeLabel, useT } from '../../app/i18n.ts'
import { useSession } from '../../app/session.tsx'
import { useAction } from '../../app/store-hooks.ts'

export interface OpenDeal {
  view: DealView
  documents: readonly DealDocument[]
  mine: boolean
  pending: number
}
type Row<F extends 'tasks' | 'parties' | 'notes'> = NonNullable<Deal[F]>[number]
export interface DealActions {
  /** through the gate to the next stage; closing asks first */
  advance: () => void
  moveTo: (to: Stage) => void
  tick: (item: CheckState, done: boolean) => void
  addTask: (title: string, due: string) => Promise<boolean>
  setTask: (task: Row<'tasks'>, done: boolean) => void
  addNote: (text: string, lang: Locale) => Promise<boolean>
  addParty: (organisation: string, role: Code<'partyRole'>) => Promise<boolean>
  removeParty: (id: string) => void
  setPrevailing: (lang: Locale) => void
  addDocument: (kind: Code<'documentKind'>, title: string, state: Code<'documentState'>, lang: Locale) => Promise<boolean>
  /** asks for the outcome */
  startClosing: () => void
  close: (outcome: Code<'dealOutcome'>, reason: Code<'lossReason'> | null) => Promise<boolean>
}
const rowId = () => crypto.randomUUID().slice(0, 13)

export function useDealActions({ view }: OpenDeal, onClosing: () => void): DealActions {
  const t = useT()
  const act = useAction()
  const { user } = useSession()
  const { deal } = view
  const change = useCallback((done: string, set: ChangeSet) => act(done, (store, by) => store.change(deal.ref, set, by)).then((saved) => saved !== undefined), [act, deal.ref])
  return useMemo<DealActions>(() => {
    const moveTo = (to: Stage) => {
      if (to === 'outcome' && !deal.outcome) return onClosing()
      void act(t('deals:moved', { stage: codeLabel(t, 'dealStage', to) }), (store, by) => store.moveStage(deal.ref, to, by))
    }
    const now = () => new Date().toISOString()
    return {
      moveTo,
      startClosing: onClosing,
      advance: () => view.next && moveTo(view.next),
      tick: (item, done) => void change(codeLabel(t, 'checklist', item.item), { [`checklist/${rowOf(deal, item)}`]: { item: item.item, done, ...(done ? { by: user, at: now() } : {}) } }),
      addTask: (title, due) => change(t('deals:tasks.save'), { [`tasks/${rowId()}`]: { title, done: false, who: user, ...(due ? { due } : {}) } }),
      setTask: (task, done) => void change(task.title, { [`tasks/${task.id}`]: { ...task, done } }),
      addNote: (text, lang) => change(t('deals:notes.save'), { [`notes/${rowId()}`]: { text, lang, by: user, at: now() } }),
      addParty: (organisation, role) => change(t('deals:party.save'), { [`parties/${rowId()}`]: { organisation, role } }),
      removeParty: (id) => void change(t('deals:parties.heading'), { [`parties/${id}`]: null }),
      setPrevailing: (lang) => void change(t('deals:terms.prevailing'), { prevailing: lang }),
      addDocument: (documentKind, title, state, lang) => act(t('deals:docs.heading'), (store, by) => store.create('document', { title: { orig: lang, t: { [lang]: { text: title, state: 'original' } } }, documentKind, state, confidentiality: 'parties', deal: deal.ref, language: lang }, by)).then((saved) => saved !== undefined),
      async close(outcome, reason) {
        if (!(await change(codeLabel(t, 'dealOutcome', outcome), { outcome, lossReason: reason }))) return false
        return (await act(t('deals:deal.closed', { outcome: codeLabel(t, 'dealOutcome', outcome) }), (store, by) => store.moveStage(deal.ref, 'outcome', by))) !== undefined
      },
    }
  }, [act, change, deal, view.next, t, user, onClosing])
}
/** A deal opened elsewhere may name its rows otherwise: the row of the item, else the item itself. */
const rowOf = (deal: Deal, item: CheckState): string => (deal.checklist ?? []).find((row) => row.item === item.item)?.id ?? item.item
