/**
 * The sync loop. Rules:
 *  S1 one loop in all windows of a profile: who holds the lock `caravan-sync` runs it, the others hear its state.
 *  S2 hello, then push until nothing waits, then pull until nothing is left, then a long poll; an edit or a wake cuts in at once.
 *  S3 after a failure: full jitter, 1 s to 5 min; an edit, a wake of the machine or the user's wish tries at once.
 *  S4 no progress is a failure: an answer that changes nothing is never asked for again at once.
 *  S5 the space is the one that was joined; another epoch of it is a new life: everything is pulled again, and offered again.
 */
import { readKv } from './database.ts'
import type { Env } from './env.ts'
import { greet } from './greet.ts'
import { fetchPage, retryAside, takePage, type Page } from './pull.ts'
import { pushAll } from './push.ts'
import type { LoopStatus } from './state.ts'
import { asStorageError, StorageError } from './storage-failure.ts'
import { isOffline, SyncError } from './transport.ts'

export interface LoopHooks {
  status(status: LoopStatus): void
  changed(ids: Iterable<string>): void
  refused(cause: StorageError): void
}
export interface SyncLoop {
  start(): void
  stop(): void
  wake(): void
  /** resolves when the next round has ended, well or badly */
  now(): Promise<void>
}

const LOCK = 'caravan-sync'
const WAIT_S = 25
const FIRST_PAGE = 200
/** A page comes through the window's own thread: larger ones would be felt there, and gain nothing. */
const LARGEST_PAGE = 500
const SMALLEST_PAGE = 10
const QUICK_MS = 2000

export function syncLoop(env: Env, hooks: LoopHooks): SyncLoop {
  const { db, bus } = env
  let stopped = false
  let leading = false
  let greeted = false
  let attempts = 0
  let limit = FIRST_PAGE
  let wanted = false
  let rouse: () => void = () => {}
  let current: LoopStatus = { status: 'offline', reason: null, progress: null }
  const waiters = new Set<() => void>()

  function status(next: LoopStatus) {
    current = next
    hooks.status(next)
    if (leading) bus.post({ status: next })
    if (next.status !== 'syncing' && next.status !== 'bootstrap') {
      for (const done of waiters) done()
      waiters.clear()
    }
  }
  const wake = () => {
    wanted = true
    rouse()
  }
  bus.listen((notice) => {
    if ('wake' in notice && leading) wake()
    if ('asks' in notice && leading) bus.post({ status: current })
    if ('status' in notice && !leading) status(notice.status)
  })

  /** Sleeps until `ms` are over, something is wanted, or the loop ends. */
  async function rest(ms: number) {
    if (wanted || stopped) return
    const { done, wake: up } = env.sleep(ms)
    rouse = up
    await done
  }

  async function busy() {
    if (await readKv(db, 'complete')) return status({ status: 'syncing', reason: null, progress: null })
    const done = (held ??= await db.records.count())
    const cursor = await readKv(db, 'cursor')
    status({ status: 'bootstrap', reason: null, progress: cursor > 0 ? { done, total: Math.max(done, Math.round((done * head) / cursor)) } : null })
  }
  let head = 0
  /** records here, roughly, while a first sync runs: counting them anew at each page would cost more than the page */
  let held: number | undefined

  async function take(page: Page): Promise<boolean> {
    head = page.answer.head
    held = (held ?? 0) + page.answer.rows.length
    const touched = await takePage(env, page)
    if (touched === 'stale') return true
    hooks.changed(touched)
    if (page.answer.more && page.answer.next <= page.since) throw new SyncError({ type: 'no-progress', values: { cursor: page.since } })
    return page.answer.more
  }

  async function pullAll() {
    for (let more = true; more && !stopped;) {
      const began = env.now()
      const page = await fetchPage(env, limit, 0)
      const spent = env.now() - began
      if (spent < QUICK_MS) limit = Math.min(LARGEST_PAGE, limit * 2)
      more = await take(page)
      if (more) await busy()
    }
  }

  async function round() {
    wanted = false
    held = undefined
    await busy()
    if (!greeted) head = await greet(env, hooks)
    greeted = true
    await pushAll(env, hooks)
    await pullAll()
    attempts = 0
    status({ status: 'idle', reason: null, progress: null })
  }

  /** Connected: waits for news; what is wanted meanwhile goes past the waiting answer. */
  async function live() {
    let poll = fetchPage(env, limit, WAIT_S)
    for (;;) {
      poll.catch(() => {})
      const roused = new Promise<'roused'>((resolve) => { rouse = () => resolve('roused') })
      if (wanted) rouse()
      const first = await Promise.race([poll, roused])
      if (stopped || (await readKv(db, 'device')) === 'local') return
      if (first !== 'roused') {
        if (await take(first)) await round()
        else status({ status: 'idle', reason: null, progress: null })
        poll = fetchPage(env, limit, WAIT_S)
      } else await round()
    }
  }

  async function lead() {
    if (stopped) return
    leading = true
    while (!stopped) {
      try {
        await retryAside(db)
        if ((await readKv(db, 'device')) === 'local') await alone()
        else {
          await round()
          await live()
        }
      } catch (cause) {
        if (!stopped) await failed(asStorageError(cause))
      }
    }
  }

  /** Nothing was joined: there is nobody to talk to until somebody says so. */
  async function alone() {
    status({ status: 'offline', reason: null, progress: null })
    wanted = false
    await rest(24 * 3600_000)
  }

  async function failed(cause: unknown) {
    greeted = false
    if (cause instanceof StorageError) hooks.refused(cause)
    const failure = cause instanceof SyncError || cause instanceof StorageError ? cause.failure : { type: 'sync-failed' }
    if (failure.type === 'sync-failed') console.error('sync failed', cause)
    // another life of the server: hello says which; only when that happens again and again is it a fault
    if (failure.type === 'epoch' && attempts === 0) {
      attempts = 1
      return
    }
    if (failure.type === 'timeout') limit = Math.max(SMALLEST_PAGE, Math.floor(limit / 4))
    status({ status: isOffline(failure) ? 'offline' : 'error', reason: failure.type, progress: null })
    wanted = false
    const ceiling = Math.min(300_000, 1000 * 2 ** attempts++)
    await rest(Math.max(200, (env.random(1)[0]! / 255) * ceiling))
  }

  return {
    start() {
      bus.post({ asks: true })
      void env.exclusive(LOCK, lead).catch((cause: unknown) => stopped || console.error('the sync loop ended', cause))
    },
    stop() {
      stopped = true
      rouse()
    },
    wake() {
      if (leading) wake()
      else bus.post({ wake: true })
    },
    async now() {
      const ended = new Promise<void>((resolve) => waiters.add(resolve))
      this.wake()
      await Promise.race([ended, env.sleep(30_000).done])
    },
  }
}
