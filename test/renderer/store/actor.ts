/** One device in a history: a store that edits, and the steps of a sync taken one by one so that each can be cut anywhere. */
import { openStoreCore, type StoreCore } from '../../../src-renderer/store/store.ts'
import { greet } from '../../../src-renderer/store/greet.ts'
import { fetchPage, takePage } from '../../../src-renderer/store/pull.ts'
import { pushAll } from '../../../src-renderer/store/push.ts'
import { readKv, writeKv } from '../../../src-renderer/store/database.ts'
import type { Env, HostCall } from '../../../src-renderer/store/env.ts'
import type { LoopHooks } from '../../../src-renderer/store/sync-loop.ts'
import { SyncError } from '../../../src-renderer/store/transport.ts'
import { FakeServer, SPACE, deviceOf, epochOf, type Way } from './fake-server.ts'
import { env, hostOf, machine, type Machine } from './world.ts'
import { IDBFactory } from 'fake-indexeddb'

/** Mistakes that a client could have; each must be caught by the history test. */
export type ClientBug = 'early-cursor' | 'no-replay' | 'hole-ignored' | 'journal-unsynced'
export interface Acked { line: number; ref: string; op: string }

const hooks: LoopHooks = { status() {}, changed() {}, refused() {} }
type Tables = Record<string, unknown[]>

export class Actor {
  readonly m: Machine
  readonly device: string
  readonly centre: string
  server: FakeServer
  bug: ClientBug | undefined
  core!: StoreCore
  e!: Env
  acked: Acked[] = []
  /** the call to the host after which the app dies, counted down */
  dieAfter = Infinity
  private died: () => void = () => {}
  private way: Way = 'ok'
  private snapshots: Tables[] = []

  constructor(n: number, server: FakeServer, bug?: ClientBug) {
    this.device = deviceOf(n)
    this.centre = `C-${n}`
    this.server = server
    this.bug = bug
    server.enrol(this.device, this.centre)
    this.m = machine({ membership: { device: this.device, centre: this.centre, epoch: epochOf(server.epoch), space: SPACE }, now: Date.UTC(2026, 10, 22) + n * 7_919_000 })
    this.m.send = async (request) => this.server.send(this.device, this.way, request)
  }

  async start() {
    const plain = hostOf(this.m)
    const host: HostCall = async (method, input) => {
      const answer = await this.through(plain, method, input)
      if (--this.dieAfter < 0) {
        this.died()
        // what was done is done; the one who asked never hears of it
        await new Promise(() => {})
      }
      return answer
    }
    this.e = { ...env(this.m, host) }
    const exclusive = this.e.exclusive
    // the loop belongs to the test: the lock is held by somebody else
    this.e.exclusive = (name, work) => (name === 'caravan-sync' ? new Promise(() => {}) : exclusive(name, work))
    this.core = openStoreCore(this.e, () => {})
    await this.core.ready
  }

  private async through(plain: HostCall, method: Parameters<HostCall>[0], input: unknown): Promise<unknown> {
    if (this.bug === 'no-replay' && method === 'journal.read') return { ok: true, value: { lines: [], head: (input as { after: number }).after } }
    const answer = await plain(method, input)
    if (this.bug === 'hole-ignored' && method === 'server.send') delete (answer as { value?: { body?: { gap?: number } } }).value?.body?.gap
    return answer
  }

  /** Runs `step`; true when the app died in it. */
  private async dying(step: () => Promise<unknown>): Promise<boolean> {
    const death = new Promise<'dead'>((resolve) => { this.died = () => resolve('dead') })
    return (await Promise.race([step(), death])) === 'dead'
  }

  async act(step: () => Promise<unknown>, dieAfter = Infinity) {
    this.dieAfter = dieAfter
    const dead = await this.dying(step)
    this.dieAfter = Infinity
    if (dead) await this.restart()
    else await this.snapshot()
  }

  private async snapshot() {
    const tables: Tables = {}
    for (const table of this.e.db.tables) tables[table.name] = await table.toArray()
    this.snapshots = [...this.snapshots.slice(-3), tables]
  }

  /** `back`: how many of the last steps the database has forgotten; all of them: it was wiped. */
  async restart(back: number | 'all' = 0) {
    this.core.close()
    if (this.bug === 'journal-unsynced') this.m.journal.pop()
    this.m.locks = new Map()
    const kept = back === 'all' ? undefined : this.snapshots.at(-1 - back)
    if (back !== 0) this.m.idb = new IDBFactory()
    if (kept && back !== 0) {
      const { db } = env(this.m)
      for (const [name, rows] of Object.entries(kept)) await db.table(name).bulkPut(rows)
      db.close()
    }
    this.snapshots = []
    await this.start()
  }

  async edit(run: (core: StoreCore['handlers'], refs: string[]) => Promise<{ ok: boolean; value?: { ref: string; undo: string } | null }>, op: string) {
    const refs = (await this.e.db.records.orderBy('ref').toArray()).filter((r) => !r.record.tombstone && r.owner === this.centre || r.record.kind === 'deal').map((r) => r.ref)
    const before = this.m.journal.length
    const saved = await run(this.core.handlers, refs)
    // an edit is one line, the last one: nothing else writes between
    if (saved.ok && saved.value && this.m.journal.length > before) this.acked.push({ line: this.m.journal.length, ref: saved.value.ref, op })
  }

  async push(way: Way) {
    this.way = way
    await this.calm(() => pushAll(this.e, hooks))
    this.way = 'ok'
  }

  async pull(way: Way, limit: number): Promise<void> {
    this.way = way
    await this.calm(async () => {
      const page = await fetchPage(this.e, limit, 0)
      if (this.bug === 'early-cursor') {
        await writeKv(this.e.db, 'cursor', page.answer.next)
        if (--this.dieAfter < 0) { this.died(); await new Promise(() => {}) }
      }
      await takePage(this.e, page)
    })
    this.way = 'ok'
  }

  /** What the loop does with a failure: another life of the server is greeted, the rest is tried again later. */
  private async calm(step: () => Promise<unknown>) {
    try {
      await step()
    } catch (cause) {
      if (!(cause instanceof SyncError)) throw cause
      this.lastFailure = cause.failure.type
      if (cause.failure.type === 'epoch') await greet(this.e, hooks)
    }
  }
  lastFailure = ''

  async settled(): Promise<boolean> {
    const waiting = await this.e.db.outbox.where('st').anyOf('queued', 'acked').count()
    return waiting === 0 && (await readKv(this.e.db, 'cursor')) === this.server.data.seq && (await readKv(this.e.db, 'epoch')) === epochOf(this.server.epoch)
  }
}
