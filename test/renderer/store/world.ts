/** A store in a world of its own: IndexedDB in memory, a journal that is an array, locks and a bus inside this process. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import type { Bus, Env, HostCall, Line, MembershipFacts, Notice } from '../../../src-renderer/store/env.ts'
import { openDatabase } from '../../../src-renderer/store/database.ts'

export interface Machine {
  journal: Line['entry'][]
  membership: MembershipFacts | null
  idb: IDBFactory
  /** the next appends fail so */
  appendFails?: { type: string } | undefined
  send: (request: { method: string; path: string; body?: unknown }) => Promise<unknown>
  files: Record<string, string>
  now: number
  locks: Map<string, Promise<unknown>>
}

export const machine = (more: Partial<Machine> = {}): Machine => ({
  locks: new Map(), journal: [], membership: null, idb: new IDBFactory(), files: {}, now: Date.UTC(2026, 10, 22, 12), send: async () => ({ ok: false, error: { type: 'offline' } }), ...more,
})

export const wipe = (m: Machine) => { m.idb = new IDBFactory() }

export function hostOf(m: Machine): HostCall {
  return async (method, input) => {
    await Promise.resolve()
    switch (method) {
      case 'host.info': return { membership: m.membership }
      case 'server.send': return m.send(structuredClone(input) as never)
      case 'journal.append': {
        if (m.appendFails) return { ok: false, error: m.appendFails }
        // what goes through the bridge is JSON
        m.journal.push(...(JSON.parse(JSON.stringify((input as { entries: Line['entry'][] }).entries)) as Line['entry'][]))
        return { ok: true, value: { seq: m.journal.length, hash: '' } }
      }
      case 'journal.read': {
        const { after, limit } = input as { after: number; limit: number }
        const lines = m.journal.slice(after, after + limit).map((entry, i) => ({ seq: after + i + 1, hash: '', entry: structuredClone(entry) }))
        return { ok: true, value: { lines, head: m.journal.length } }
      }
    }
  }
}

let seed = 1
function random(bytes: number): Uint8Array {
  return Uint8Array.from({ length: bytes }, () => {
    seed = (seed * 1103515245 + 12345) & 0x7fffffff
    return seed >> 16
  })
}

const buses = new WeakMap<Machine, Set<(n: Notice) => void>>()

export function env(m: Machine, host: HostCall = hostOf(m)): Env {
  const held = m.locks
  const ears = buses.get(m) ?? new Set()
  buses.set(m, ears)
  const own = new Set<(n: Notice) => void>()
  const bus: Bus = {
    post: (notice) => { for (const ear of ears) if (!own.has(ear)) ear(structuredClone(notice)) },
    listen(listener) {
      own.add(listener)
      ears.add(listener)
      return () => { own.delete(listener); ears.delete(listener) }
    },
  }
  return {
    db: openDatabase('caravan', { indexedDB: m.idb, IDBKeyRange }),
    host, bus, random,
    now: () => m.now++,
    exclusive(name, work) {
      const run = (held.get(name) ?? Promise.resolve()).then(work, work)
      held.set(name, run.catch(() => {}))
      return run
    },
    sleep: () => ({ done: new Promise<void>((r) => setTimeout(r, 0)), wake() {} }),
    file: async (path) => m.files[path],
  }
}
