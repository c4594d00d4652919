import { describe, expect, it } from 'vitest'
import { Dexie } from 'dexie'
import type { SyncState } from '../../../src-renderer/store/api.ts'
import type { Env } from '../../../src-renderer/store/env.ts'
import { openStoreCore } from '../../../src-renderer/store/store.ts'
import { deviceOf, epochOf, FakeServer, SPACE } from './fake-server.ts'
import { env, machine, type Machine } from './world.ts'

const title = { orig: 'en', t: { en: { text: 'Still', state: 'original' } } }
const wait = (ms: number) => new Promise((r) => setTimeout(r, ms))
async function until(holds: () => boolean | Promise<boolean>, what: string) {
  // generous: a busy machine is slow, not wrong
  for (const end = Date.now() + 15_000; Date.now() < end; await wait(5)) if (await holds()) return
  throw new Error(`never: ${what}`)
}

/** A device whose long polls are held open until something is new, and whose sleeps are noted. */
function device(n: number, server: FakeServer, more: Partial<Machine> = {}) {
  server.enrol(deviceOf(n), `C-${n}`)
  const asked: string[] = []
  const m: Machine = machine({
    membership: { device: deviceOf(n), centre: `C-${n}`, epoch: epochOf(1), space: SPACE },
    async send(request) {
      asked.push(request.path.split('?')[0]!)
      for (let i = 0; /wait=25/.test(request.path) && i < 400; i++) {
        const answer = server.send(deviceOf(n), 'ok', request) as { value: { body: { rows?: unknown[] } } }
        if (!answer.value.body.rows || answer.value.body.rows.length > 0) return answer
        await wait(5)
      }
      return server.send(deviceOf(n), 'ok', request)
    },
    ...more,
  })
  return { m, asked }
}

function open(m: Machine) {
  const sleeps: number[] = []
  const said: SyncState[] = []
  const e: Env = env(m)
  let rouse = () => {}
  e.sleep = (ms) => {
    sleeps.push(ms)
    let wake = () => {}
    const done = new Promise<void>((r) => { wake = r })
    rouse = wake
    return { done, wake }
  }
  const core = openStoreCore(e, (s) => said.push(s))
  return { core, s: core.handlers, e, sleeps, said, tick: () => rouse() }
}

describe('the sync loop', () => {
  it('carries an edit from one device to another through the waiting poll', async () => {
    const server = new FakeServer()
    const [a, b] = [open(device(1, server).m), open(device(2, server).m)]
    await until(async () => (await a.s.state()).status === 'idle' && (await b.s.state()).status === 'idle', 'idle')
    const made = await a.s.create('offer', { title, trl: 5 }, 'A')
    const ref = made.ok ? made.value.ref : ''
    await until(async () => (await b.s.get([ref])).length === 1, 'arrival')
    await until(async () => (await a.s.state()).pending === 0, 'acceptance')
    expect((await a.s.get([ref]))[0]).toMatchObject({ pending: 0, mine: true })
    expect((await b.s.get([ref]))[0]).toMatchObject({ mine: false })
    expect(await b.s.state()).toMatchObject({ status: 'idle', enrolled: true, records: 1, reason: null })
    a.core.close()
    b.core.close()
  })

  it('waits longer after each failure, at most five minutes, and an edit tries at once', async () => {
    const { m, asked } = device(1, new FakeServer())
    m.send = async (request) => (asked.push(request.path), { ok: false, error: { type: 'offline' } })
    const a = open(m)
    await until(() => a.sleeps.length === 1, 'the first rest')
    expect(await a.s.state()).toMatchObject({ status: 'offline', reason: 'offline' })
    for (let n = 2; n < 14; n++) {
      a.tick()
      await until(() => a.sleeps.length === n, `rest ${n}`)
    }
    for (const [n, ms] of a.sleeps.entries()) expect(ms).toBeLessThanOrEqual(Math.min(300_000, 1000 * 2 ** n))
    expect(asked).toHaveLength(13)
    await a.s.create('offer', { title }, 'A')
    await until(() => asked.length === 14, 'the edit tries')
    expect(await a.s.state()).toMatchObject({ pending: 1 })
    a.core.close()
  })

  it.each([
    ['a captive portal', { ok: true, value: { status: 200, body: '<html>' } }, 'error', 'not-caravan'],
    ['another network', { ok: true, value: { status: 200, body: { caravan: true, space: epochOf(9), epoch: epochOf(1), time: '2026-11-22T00:00:00Z', proto: { min: 1, max: 1 }, head: 0, name: 'x' } } }, 'error', 'wrong-server'],
    ['a broken server', { ok: true, value: { status: 500, body: 'oops' } }, 'error', 'server-failed'],
    ['a device that was revoked', { ok: false, error: { type: 'revoked' } }, 'error', 'revoked'],
  ])('says so of %s, and rests', async (_name, answer, status, reason) => {
    const { m } = device(1, new FakeServer())
    m.send = async () => answer
    const a = open(m)
    await until(() => a.sleeps.length === 1, 'rest')
    expect(await a.s.state()).toMatchObject({ status, reason })
    a.core.close()
  })

  it('does not ask again at once when an answer moved nothing', async () => {
    const server = new FakeServer()
    const { m, asked } = device(1, server)
    const honest = m.send
    m.send = async (request) => (request.path.startsWith('/v1/pull') ? (asked.push('stuck'), { ok: true, value: { status: 200, body: { epoch: epochOf(1), head: 9, next: 0, more: true, scopes: [], rows: [] } } }) : honest(request))
    const a = open(m)
    await until(() => a.sleeps.length === 1, 'rest')
    expect(asked.filter((p) => p === 'stuck')).toHaveLength(1)
    expect(await a.s.state()).toMatchObject({ status: 'error', reason: 'no-progress' })
    a.core.close()
  })

  it('keeps a row it cannot read aside, and takes the others', async () => {
    const server = new FakeServer()
    const [{ m }, other] = [device(1, server), open(device(2, server).m)]
    for (const trl of [1, 2, 3]) await other.s.create('offer', { title, trl }, 'B')
    await until(() => server.data.records.size === 3, 'three')
    const honest = m.send
    m.send = async (request) => {
      const answer = (await honest(request)) as { value: { body: { rows?: { doc: Record<string, unknown> }[] } } }
      for (const row of answer.value.body.rows ?? []) if (row.doc['trl'] === 2) row.doc['unheardOf'] = { from: 'the future' }
      return answer
    }
    const a = open(m)
    await until(async () => (await a.s.state()).status === 'idle', 'idle')
    expect(await a.s.state()).toMatchObject({ records: 2, unreadable: 1 })
    expect(await a.e.db.aside.toArray()).toMatchObject([{ row: { doc: { trl: 2, unheardOf: { from: 'the future' } } } }])
    a.core.close()
    other.core.close()
  })

  it('runs once in two windows, and both know where it is', async () => {
    const server = new FakeServer()
    const { m, asked } = device(1, server)
    const [a, b] = [open(m), open(m)]
    await until(async () => (await a.s.state()).status === 'idle' && (await b.s.state()).status === 'idle', 'both idle')
    expect(asked.filter((p) => p === '/v1/hello')).toHaveLength(1)
    const made = await b.s.create('offer', { title, trl: 5 }, 'B')
    await until(async () => (await b.s.state()).pending === 0, 'pushed by the other window')
    expect((await a.s.get([made.ok ? made.value.ref : '']))[0]).toMatchObject({ pending: 0 })
    a.core.close()
    b.core.close()
  })
})

describe('a database that refuses', () => {
  it('does not take back what the journal has: the edit is saved, and shown when the disk allows', async () => {
    const { m } = device(1, new FakeServer(), { membership: null })
    const a = open(m)
    await a.core.ready
    const first = await a.s.create('offer', { title, trl: 1 }, 'A')
    const ref = first.ok ? first.value.ref : ''
    const honest = a.e.db.transaction
    a.e.db.transaction = (() => Promise.reject(new Dexie.QuotaExceededError('full'))) as never
    expect((await a.s.change(ref, { trl: 2 }, 'A')).ok).toBe(true)
    expect(await a.s.state()).toMatchObject({ readOnly: true })
    expect(await a.s.change(ref, { trl: 3 }, 'A')).toEqual({ ok: false, error: { type: 'disk-full' } })
    a.e.db.transaction = honest
    await a.s.joined()
    expect((await a.s.get([ref]))[0]!.record).toMatchObject({ trl: 2 })
    expect((await a.s.change(ref, { trl: 3 }, 'A')).ok).toBe(true)
    a.core.close()
  })

  it('is not thrown away because the disk is full at the start, and rebuilt when it alone is broken', async () => {
    const { m } = device(1, new FakeServer(), { membership: null })
    const first = open(m)
    const made = await first.s.create('offer', { title, trl: 1 }, 'A')
    const ref = made.ok ? made.value.ref : ''
    first.core.close()

    const deleted: string[] = []
    const [opening, deleting] = [m.idb.open.bind(m.idb), m.idb.deleteDatabase.bind(m.idb)]
    const heal = () => { m.idb.open = opening }
    m.idb.open = () => { throw new DOMException('Internal error opening backing store', 'UnknownError') }
    m.idb.deleteDatabase = (name) => {
      deleted.push(name)
      heal()
      return deleting(name)
    }
    m.appendFails = { type: 'disk-full' }
    const a = openStoreCore(env(m), () => {})
    expect(await a.handlers.state()).toMatchObject({ readOnly: true })
    expect(deleted).toEqual([])
    m.appendFails = undefined
    heal()
    await a.handlers.joined()
    expect((await a.handlers.get([ref]))[0]!.record).toMatchObject({ trl: 1 })
    a.close()

    m.idb.open = () => { throw new DOMException('Internal error opening backing store', 'UnknownError') }
    const b = openStoreCore(env(m), () => {})
    await b.ready
    expect(deleted).toEqual(['caravan'])
    expect((await b.handlers.get([ref]))[0]!.record).toMatchObject({ trl: 1 })
    expect((await b.handlers.change(ref, { trl: 2 }, 'A')).ok).toBe(true)
    b.close()
  })

  it('has only waited five seconds when the disk hangs', { timeout: 30_000 }, async () => {
    const { m } = device(1, new FakeServer(), { membership: null })
    const a = open(m)
    await a.core.ready
    a.e.db.transaction = (() => new Promise(() => {})) as never
    const began = Date.now()
    // beside a plain timer of the same five seconds: a busy machine slows both
    const plain = wait(5000).then(() => Date.now() - began)
    expect((await a.s.create('offer', { title }, 'A')).ok).toBe(true)
    expect(Date.now() - began).toBeLessThan(1.2 * (await plain))
    expect(await a.s.state()).toMatchObject({ readOnly: true })
    a.core.close()
  })
})

describe('the inbox', () => {
  const idle = async () => {
    const server = new FakeServer()
    const a = open(device(1, server).m)
    await until(async () => (await a.s.state()).status === 'idle', 'idle')
    return { server, ...a }
  }

  it('keeps a refused record whole; mine goes again as a draft, theirs closes it', async () => {
    const { s, core } = await idle()
    for (const trl of [3, 4]) await s.create('offer', { title, trl, status: 'PUBLISHED' }, 'A')
    await until(async () => (await s.inbox()).length === 2, 'refusals')
    expect(await s.list({ kind: 'offer' })).toEqual([])
    const [four, three] = await s.inbox()
    expect(three).toMatchObject({ kind: 'rejected', code: 'incomplete' })
    expect(Object.fromEntries(three!.paths.map((p) => [p.path, p.mine]))).toMatchObject({ title, trl: 3 })
    const again = await s.settle(three!.key, 'mine')
    expect(again.ok).toBe(true)
    expect(await s.settle(four!.key, 'theirs')).toEqual({ ok: true, value: null })
    await until(async () => (await s.state()).pending === 0, 'sent again')
    expect(await s.inbox()).toEqual([])
    expect(await s.list({ kind: 'offer' })).toMatchObject([{ trl: 3, status: 'DRAFT' }])
    expect(await s.settle(four!.key, 'mine')).toEqual({ ok: false, error: { type: 'not-found' } })
    core.close()
  })
})

describe('undo', () => {
  it('restores after a sync, and leaves alone what somebody wrote since', async () => {
    const server = new FakeServer()
    const [a, b] = [open(device(1, server).m), open(device(2, server).m)]
    const made = await a.s.create('deal', { title, centres: ['C-1', 'C-2'], seat: 'Muscat' }, 'A')
    const ref = made.ok ? made.value.ref : ''
    const changed = await a.s.change(ref, { seat: 'Geneva', governingLaw: 'CH' }, 'A')
    const seatIs = async (s: typeof a.s, seat: string) => { const deal = (await s.get([ref]))[0]?.record; return deal?.kind === 'deal' && deal.seat === seat }
    await until(() => seatIs(b.s, 'Geneva'), 'arrival')
    await b.s.change(ref, { seat: 'Singapore' }, 'B')
    await until(() => seatIs(a.s, 'Singapore'), 'their seat')
    expect(changed.ok && (await a.s.undo(changed.value.undo)).ok).toBe(true)
    const deal = (await a.s.get([ref]))[0]!.record
    expect(deal).toMatchObject({ seat: 'Singapore' })
    expect(deal).not.toHaveProperty('governingLaw')
    a.core.close()
    b.core.close()
  })
})

describe('joining', () => {
  it('takes along what was made before, and leaves the sample behind', async () => {
    const server = new FakeServer()
    const { m } = device(1, server, { files: { '/sample/network.jsonl': '{"kind":"offer","ref":"TO-X-1","title":"First","trl":4}' } })
    const membership = m.membership
    m.membership = null
    const a = open(m)
    await a.s.loadSample()
    await a.s.change('TO-X-1', { trl: 9 }, 'A')
    const made = await a.s.create('offer', { title, trl: 2 }, 'A')
    const ref = made.ok ? made.value.ref : ''
    await a.s.change(ref, { trl: 3 }, 'A')
    m.membership = membership
    await a.s.joined()
    await until(() => server.data.records.size === 1, 'carried over')
    await until(async () => (await a.s.state()).pending === 0, 'accepted')
    expect([...server.data.records.values()][0]!.record).toMatchObject({ ref, owner: 'C-1', trl: 3 })
    expect(await a.s.get(['TO-X-1'])).toEqual([])
    expect((await a.s.list({ kind: 'offer' })).map((r) => r.ref)).toEqual([ref])
    a.core.close()
  })
})
