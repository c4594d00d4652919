/** The draft of a form: kept by the host within a second of the last letter, found again after a kill, removed by a save. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Failure } from '../../../src-core/base/result.ts'
import type { ChangeSet } from '../../../src-core/sync/change.ts'
import type { Kind } from '../../../src-core/record/vocabulary.ts'
import type { FieldValues } from '../../app/field-types.ts'
import { useSession } from '../../app/session.tsx'

const WAIT_MS = 600

export interface DraftBody { kind: Kind; ref: string | null; rev: number; set: ChangeSet; /** for whoever lists drafts */ values: FieldValues }
export interface FoundDraft { at: string; body: DraftBody }
export type DraftState = { status: 'none' | 'waiting' | 'saved' } | { status: 'failed'; error: Failure }

export const draftKey = (kind: Kind, ref: string | null): string => (ref === null ? `new.${kind}` : `edit.${ref}`).slice(0, 120)

/** The draft found at the start: `undefined` while it is being read, `null` when there is none. */
export function useFoundDraft(key: string): FoundDraft | null | undefined {
  const { host } = useSession()
  const [found, setFound] = useState<FoundDraft | null>()
  useEffect(() => {
    let current = true
    void host.call('drafts.list', null).then((answer) => {
      const draft = answer.ok ? answer.value.find((d) => d.key === key) : undefined
      if (current) setFound(draft && isBody(draft.body) ? { at: draft.at, body: draft.body } : null)
    }, () => current && setFound(null))
    return () => void (current = false)
  }, [host, key])
  return found
}
const isBody = (body: unknown): body is DraftBody => typeof body === 'object' && body !== null && 'set' in body && 'kind' in body

export function useDraftKeeper(key: string, restored: boolean): { state: DraftState; keep: (body: () => DraftBody) => void; remove: () => Promise<void> } {
  const { host } = useSession()
  const [state, setState] = useState<DraftState>({ status: restored ? 'saved' : 'none' })
  const timer = useRef(0)
  const pending = useRef<(() => DraftBody) | undefined>(undefined)
  const flush = useCallback(() => {
    clearTimeout(timer.current)
    const body = pending.current?.()
    pending.current = undefined
    if (!body) return
    void host.call('drafts.put', { key, at: new Date().toISOString(), body }).then((answer) => setState(answer.ok ? { status: 'saved' } : { status: 'failed', error: answer.error }), (cause: unknown) => setState({ status: 'failed', error: { type: 'write-failed', values: { cause: String(cause) } } }))
  }, [host, key])
  const keep = useCallback((body: () => DraftBody) => {
    // the first letter starts the clock and the next ones do not put it off: a second is the most that a kill may cost
    if (!pending.current) {
      timer.current = window.setTimeout(flush, WAIT_MS)
      setState({ status: 'waiting' })
    }
    pending.current = body
  }, [flush])
  const remove = useCallback(async () => {
    clearTimeout(timer.current)
    pending.current = undefined
    await host.call('drafts.remove', { key })
    setState({ status: 'none' })
  }, [host, key])
  // leaving the form keeps what the clock had not reached
  useEffect(() => {
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [flush])
  return { state, keep, remove }
}
