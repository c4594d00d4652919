/** What stands in the status bar: counted from the database, with the sync loop's own word about where it is. */
import type { SaveFailure, SyncState, SyncStatus } from './api.ts'
import { readKv } from './database.ts'
import type { Env } from './env.ts'

export interface LoopStatus { status: SyncStatus; reason: string | null; progress: SyncState['progress'] }
export interface StateKeeper {
  state(): Promise<SyncState>
  /** Something countable changed: says so soon. */
  touch(): void
  loop(status: LoopStatus): void
  /** A write was refused: until one succeeds again, nothing is changed here. */
  refuse(failure: SaveFailure): void
  writable(): void
  readOnly(): SaveFailure | undefined
  close(): void
}

/** These say that the disk, not the edit, was the reason. */
const OF_THE_DISK: readonly SaveFailure['type'][] = ['disk-full', 'journal-broken', 'journal-damaged', 'read-only']
const SOON_MS = 40
/** Counting a large database takes time: no more than a fifth of it all is spent so. */
const PAUSE_FACTOR = 4

export function stateKeeper(env: Env, say: (state: SyncState) => void): StateKeeper {
  const { db } = env
  let loop: LoopStatus = { status: 'offline', reason: null, progress: null }
  let refusal: SaveFailure | undefined
  let said = ''
  let soon: ReturnType<typeof setTimeout> | undefined
  let closed = false

  let last: SyncState = { ...loop, enrolled: false, records: 0, pending: 0, inbox: 0, lastSuccess: null, cursor: 0, readOnly: false }

  /** A database that cannot even be read (a full disk does that) leaves the last count standing, and nothing writable. */
  async function state(): Promise<SyncState> {
    try {
      last = await count()
    } catch {
      last = { ...last, ...loop, readOnly: true, reason: loop.reason ?? refusal?.type ?? 'read-only' }
    }
    return last
  }
  let pause = SOON_MS
  async function count(): Promise<SyncState> {
    const began = performance.now()
    const enrolled = (await readKv(db, 'device')) !== 'local'
    const unreadable = await db.aside.count()
    const counted: SyncState = {
      ...loop, enrolled,
      records: await db.records.count(),
      pending: await db.outbox.where('st').equals('queued').count(),
      inbox: await db.inbox.count(),
      lastSuccess: (await readKv(db, 'lastSuccess')) || null,
      cursor: await readKv(db, 'cursor'),
      readOnly: refusal !== undefined,
      // what cannot be written here matters more than how the network is
      ...(refusal ? { reason: refusal.type } : {}),
      ...(unreadable > 0 ? { unreadable } : {}),
    }
    pause = Math.max(SOON_MS, PAUSE_FACTOR * (performance.now() - began))
    return counted
  }
  function touch() {
    if (closed) return
    soon ??= setTimeout(() => {
      soon = undefined
      void state().then((now) => {
        const text = JSON.stringify(now)
        if (text !== said && !closed) say(now)
        said = text
      })
    }, pause)
  }
  return {
    state, touch,
    loop(status) {
      loop = status
      touch()
    },
    refuse(failure) {
      if (!OF_THE_DISK.includes(failure.type)) return
      refusal = failure
      touch()
    },
    writable() {
      refusal = undefined
      touch()
    },
    readOnly: () => refusal,
    close() {
      closed = true
      clearTimeout(soon)
    },
  }
}
