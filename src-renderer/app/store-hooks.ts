/** How components read the store and change it. What was read stays on the screen until the next answer: nothing flickers. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Failure, Result } from '../../src-core/base/result.ts'
import type { Match } from '../../src-core/match/match.ts'
import type { CaravanRecord } from '../../src-core/record/record.ts'
import type { Kind } from '../../src-core/record/vocabulary.ts'
import type { SearchAnswer, SearchRequest } from '../../src-core/search/engine.ts'
import type { Held, HistoryEntry, InboxItem, KeptEdit, ListRequest, Saved } from '../store/api.ts'
import { failureValues } from './failure-values.ts'
import { hasMessage, useT, type Translate } from './i18n.ts'
import { notify } from './notices.ts'
import { useSession, type Store } from './session.tsx'

export interface Answer<T> {
  value: T | undefined
  /** the question that `value` answers; compare it to the one asked to know whether the rows are the current ones */
  answered: string | undefined
}

/**
 * Asks `read` when `question` changes, and again when the store says that records changed. One question is under way at a time:
 * letters typed meanwhile ask once more at the end, so that a slow answer never has a queue behind it.
 */
export function useAnswer<T>(question: string | null, read: (store: Store) => Promise<T>): Answer<T> {
  const { store } = useSession()
  const [answer, setAnswer] = useState<Answer<T>>({ value: undefined, answered: undefined })
  const wanted = useRef({ question, read })
  wanted.current = { question, read }
  const running = useRef(false)
  const changed = useRef(false)
  useEffect(() => {
    if (question === null) return
    let timer = 0
    const ask = async () => {
      if (running.current) return
      running.current = true
      changed.current = false
      const asked = wanted.current
      try {
        const value = await asked.read(store)
        setAnswer({ value, answered: asked.question ?? undefined })
      } finally {
        running.current = false
      }
      if (wanted.current.question !== null && (changed.current || wanted.current.question !== asked.question)) void ask()
    }
    void ask()
    const stop = store.on('changed', () => {
      changed.current = true
      // a burst of changes is read once
      clearTimeout(timer)
      timer = window.setTimeout(() => void ask(), 60)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [store, question])
  return answer
}

export const useSearch = (request: SearchRequest | null): Answer<SearchAnswer> => useAnswer(request && JSON.stringify(request), (store) => store.search(request!))
export const useHeld = (refs: readonly string[]): Answer<Held[]> => useAnswer(`held:${refs.join(' ')}`, (store) => (refs.length === 0 ? Promise.resolve([]) : store.get(refs)))
/** One record; `null` when it is not held, `undefined` while it is being read. */
export function useRecord(ref: string): Held | null | undefined {
  const { value, answered } = useAnswer(`held:${ref}`, (store) => store.get([ref]))
  return value === undefined || answered !== `held:${ref}` ? undefined : (value[0] ?? null)
}
export const useList = (request: ListRequest | null): CaravanRecord[] | undefined => useAnswer(request && `list:${JSON.stringify(request)}`, (store) => store.list(request!)).value
export const useCounts = (): Record<Kind, number> | undefined => useAnswer('counts', (store) => store.counts()).value
export const useMatches = (ref: string | null, limit?: number): Match[] | undefined => {
  const { value, answered } = useAnswer(ref && `matches:${ref}`, (store) => store.matches(ref!, limit))
  return answered === `matches:${ref}` ? value : undefined
}
export const useHistory = (ref: string): HistoryEntry[] | undefined => useAnswer(`history:${ref}`, (store) => store.history(ref)).value
/** Also when only their state changed: sent, refused, settled. */
export const useEdits = (): KeptEdit[] | undefined => {
  const { pending, inbox } = useSession().sync
  return useAnswer(`edits:${pending}:${inbox}`, (store) => store.edits()).value
}
/** A settled item changes no record, only how many wait. */
export const useInbox = (): InboxItem[] | undefined => {
  const { inbox } = useSession().sync
  return useAnswer(`inbox:${inbox}`, (store) => store.inbox()).value
}

/** The words for a failure, of the store or the host: `errors:<type>`. */
export const failureText = (t: Translate, error: Failure): string => (hasMessage(`errors:${error.type}`) ? t(`errors:${error.type}`, failureValues(t, error.values)) : t('shell:failure.unknown', { type: error.type }))

/** Runs a change, says what happened, and offers to undo it. Answers the saved change, or undefined when it failed. */
export function useAction(): (done: string, run: (store: Store, by: string) => Promise<Result<Saved, Failure>>) => Promise<Saved | undefined> {
  const { store, user } = useSession()
  const t = useT()
  return useCallback(async (done, run) => {
    const result = await run(store, user).catch((cause: unknown): Result<Saved> => ({ ok: false, error: { type: 'unknown', values: { cause: String(cause) } } }))
    if (!result.ok) {
      notify({ tone: 'danger', text: failureText(t, result.error) })
      return undefined
    }
    const { undo } = result.value
    notify({ tone: 'ok', text: done, undo: undo ? () => void store.undo(undo).then((back) => notify(back.ok ? { tone: 'info', text: t('shell:notice.undone') } : { tone: 'danger', text: failureText(t, back.error) })) : undefined })
    return result.value
  }, [store, user, t])
}
