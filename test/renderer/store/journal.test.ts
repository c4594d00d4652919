import { describe, expect, it } from 'vitest'
import { catchUp } from '../../../src-renderer/store/journal-replay.ts'
import { openStoreCore } from '../../../src-renderer/store/store.ts'
import { deviceOf, epochOf, SPACE } from './fake-server.ts'
import { env, machine, wipe, type Machine } from './world.ts'

const title = { orig: 'en', t: { en: { text: 'Still', state: 'original' } } }
const member = (n: number) => ({ device: deviceOf(n), centre: `C-${n}`, epoch: epochOf(1), space: SPACE })
async function open(m: Machine) {
  const e = env(m)
  // nobody syncs here
  const plain = e.exclusive
  e.exclusive = (name, work) => (name === 'caravan-sync' ? new Promise(() => {}) : plain(name, work))
  const core = openStoreCore(e, () => {})
  await core.ready
  return { core, s: core.handlers, db: e.db }
}
const queued = async (db: Awaited<ReturnType<typeof open>>['db']) => (await db.outbox.where('st').equals('queued').sortBy('mseq')).map((r) => [r.device, r.mseq, r.edit.op])

describe('the journal', () => {
  it('says what the database does not show yet, whoever wrote it', async () => {
    const m = machine({ membership: member(1) })
    const a = await open(m)
    const made = await a.s.create('offer', { title, trl: 1 }, 'A')
    const ref = made.ok ? made.value.ref : ''
    // saved by an app that died before its database knew
    const mut = structuredClone(m.journal.at(-1)!) as { t: string; body: { edit: { id: string } } }
    m.journal.push({ t: 'mut', body: { ...mut.body, edit: { op: 'set', hlc: 'x', id: mut.body.edit.id, set: { trl: 7 }, base: { trl: 0 } } } })
    // the next edit finds the hole and fills it first: no number is given twice
    await a.s.change(ref, { 'summary/en': { text: 's', state: 'original' } }, 'A')
    expect((await a.s.get([ref]))[0]!.record).toMatchObject({ trl: 7, summary: { t: { en: { text: 's' } } } })
    expect(await queued(a.db)).toEqual([[deviceOf(1), 1, 'create'], [deviceOf(1), 2, 'set'], [deviceOf(1), 3, 'set']])
    a.core.close()
  })

  it('that was lost begins anew with what still waits, under its old numbers', async () => {
    const m = machine({ membership: member(1) })
    let a = await open(m)
    const made = await a.s.create('offer', { title, trl: 1 }, 'A')
    const ref = made.ok ? made.value.ref : ''
    await a.s.change(ref, { trl: 2 }, 'A')
    a.core.close()
    m.journal.splice(0)
    a = await open(m)
    expect(await queued(a.db)).toEqual([[deviceOf(1), 1, 'create'], [deviceOf(1), 2, 'set']])
    await a.s.change(ref, { trl: 3 }, 'A')
    a.core.close()
    // and from the new journal alone everything can be rebuilt
    wipe(m)
    a = await open(m)
    expect((await queued(a.db)).map(([, mseq]) => mseq)).toEqual([1, 2, 3])
    expect((await a.s.get([ref]))[0]!.record).toMatchObject({ trl: 3 })
    a.core.close()
  })

  it('leaves lines of a newer version where they are', async () => {
    const m = machine({ journal: [{ t: 'from-the-future', body: { x: 1 } }] })
    const a = await open(m)
    expect((await a.s.create('offer', { title }, 'A')).ok).toBe(true)
    expect((await catchUp(env(m))).ok).toBe(true)
    a.core.close()
  })

  it('that cannot be read makes the app read-only, and says so', async () => {
    const m = machine()
    const e = env(m, async (method) => (method === 'journal.read' ? { ok: false, error: { type: 'journal-damaged' } } : method === 'host.info' ? { membership: null } : { ok: false, error: { type: 'offline' } }))
    const core = openStoreCore(e, () => {})
    await core.ready
    expect(await core.handlers.state()).toMatchObject({ readOnly: true, reason: 'journal-damaged' })
    expect(await core.handlers.create('offer', { title }, 'A')).toEqual({ ok: false, error: { type: 'journal-damaged' } })
    core.close()
  })
})

describe('a profile enrolled anew', () => {
  it('sends with its new device what the old one had not sent', async () => {
    const m = machine({ membership: member(1) })
    const a = await open(m)
    const made = await a.s.create('offer', { title, trl: 1 }, 'A')
    await a.s.change(made.ok ? made.value.ref : '', { trl: 2 }, 'A')
    m.membership = { ...member(2), centre: 'C-1' }
    await a.s.joined()
    await a.s.joined()
    expect(await queued(a.db)).toEqual([[deviceOf(2), 1, 'create'], [deviceOf(2), 2, 'set']])
    expect(await a.s.state()).toMatchObject({ pending: 2 })
    expect(await a.s.list({ kind: 'offer' })).toMatchObject([{ trl: 2 }])
    a.core.close()
  })
})
