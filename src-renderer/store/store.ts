/** The store, assembled: what the page may ask, over the database, the journal and the sync loop. */
import type { DeviceEntry } from './absorb.ts'
import type { SaveFailure, StoreApi, SyncState } from './api.ts'
import { carryOver } from './carry-over.ts'
import { openOrRebuild, readKv, reopen } from './database.ts'
import { edits, type Editing } from './edits.ts'
import { appendJournal, hostInfo, type Env } from './env.ts'
import { catchUp, EDIT_LOCK, save } from './journal-replay.ts'
import { counts, get, history, inbox, list, edits as recentEdits } from './queries.ts'
import { loadSample } from './sample.ts'
import { settle } from './settle.ts'
import { stateKeeper } from './state.ts'
import { asSaveFailure, asStorageError, isStorageError } from './storage-failure.ts'
import { syncLoop } from './sync-loop.ts'
import { undo } from './undo.ts'

export interface StoreCore {
  handlers: Omit<StoreApi, 'search' | 'matches'> & { resume(): void }
  /** resolves when the database shows all that the journal holds */
  ready: Promise<void>
  close(): void
}
/** While writing is refused, it is tried again this often. */
const RETRY_MS = 15_000
/** ... and one who saves meanwhile waits no longer than this for the answer. */
const RETRY_WAIT_MS = 3000

export function openStoreCore(env: Env, say: (state: SyncState) => void): StoreCore {
  const { db, bus } = env
  const keeper = stateKeeper(env, say)
  const changed = (ids: Iterable<string>) => {
    const all = [...ids]
    if (all.length > 0) bus.post({ ids: all })
    keeper.touch()
  }
  let retry: ReturnType<typeof setTimeout> | undefined
  function refuse(failure: SaveFailure) {
    keeper.refuse(failure)
    if (keeper.readOnly()) retry ??= setTimeout(() => { retry = undefined; void recover() }, RETRY_MS)
  }
  const editing: Editing = {
    env, refused: refuse, readOnly: keeper.readOnly,
    retry: () => Promise.race([recover(), env.sleep(RETRY_WAIT_MS).done]),
    saved(touched, late) {
      if (late !== undefined) refuse(asSaveFailure(isStorageError(late) ? late.failure : { type: 'journal-broken' }))
      changed(touched)
      loop.wake()
    },
  }
  const deaf = bus.listen((notice) => {
    if ('ids' in notice) keeper.touch()
  })
  const loop = syncLoop(env, { status: keeper.loop, changed, refused: (cause) => refuse(asSaveFailure(cause.failure)) })

  /** Reads the journal's news, and notes it when the profile was enrolled since. */
  const bringUp = () => env.exclusive(EDIT_LOCK, async () => {
    const caught = await catchUp(env)
    if (!caught.ok) return refuse(asSaveFailure(caught.error))
    changed(caught.value)
    await takeMembership()
    keeper.writable()
  })
  async function takeMembership() {
    const { membership } = await hostInfo(env)
    if (!membership || membership.device === (await readKv(db, 'device'))) return
    const body: DeviceEntry = { device: membership.device, centre: membership.centre, epoch: membership.epoch, from: 1 }
    const done = await save(env, [{ t: 'device', body }])
    if (!done.ok) return refuse(asSaveFailure(done.error))
    bus.post({ ids: null })
  }
  async function recover() {
    try {
      await reopen(db)
      await bringUp()
      loop.wake()
    } catch (thrown) {
      notWritable(thrown)
    }
  }
  function notWritable(thrown: unknown) {
    const cause = asStorageError(thrown)
    if (!isStorageError(cause)) console.error('not writable', thrown)
    refuse(asSaveFailure(isStorageError(cause) ? cause.failure : { type: 'journal-broken' }))
  }
  async function open() {
    // a line that says nothing: whether the disk takes it is all that is asked
    await openOrRebuild(db, async () => (await appendJournal(env, [{ t: 'probe' }])).ok).catch(notWritable)
    await recover()
    try {
      await env.exclusive(EDIT_LOCK, () => carryOver(editing))
      if ((await readKv(db, 'sample')) && !(await readKv(db, 'sampleHeld'))) await loadSample(env, changed)
    } catch (thrown) {
      notWritable(thrown)
    }
    keeper.touch()
    loop.start()
  }
  const ready = open()
  ready.catch((cause: unknown) => console.error('the store did not open', cause))

  const api: StoreCore['handlers'] = {
    ...edits(editing),
    state: keeper.state,
    get: (refs) => get(db, refs),
    list: (request) => list(db, request),
    counts: () => counts(db),
    history: (ref) => history(db, ref),
    edits: () => recentEdits(db),
    inbox: () => inbox(db),
    undo: (token) => undo(editing, token),
    settle: (key, keep) => settle(editing, key, keep),
    syncNow: () => loop.now(),
    async loadSample() {
      if ((await readKv(db, 'device')) !== 'local') return 0
      await env.exclusive(EDIT_LOCK, () => save(env, [{ t: 'sample', body: null }]))
      return loadSample(env, changed)
    },
    async joined() {
      await recover()
      await env.exclusive(EDIT_LOCK, () => carryOver(editing))
      bus.post({ ids: null })
      keeper.touch()
      loop.wake()
    },
    resume: () => loop.wake(),
  }
  return {
    ready,
    handlers: Object.fromEntries(Object.entries(api).map(([name, run]) => [name, async (...args: never[]) => {
      await ready
      return (run as (...a: never[]) => unknown)(...args)
    }])) as unknown as StoreCore['handlers'],
    close() {
      clearTimeout(retry)
      loop.stop()
      deaf()
      keeper.close()
      db.close()
    },
  }
}
