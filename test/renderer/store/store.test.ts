import { describe, expect, it } from 'vitest'
import { openStoreCore } from '../../../src-renderer/store/store.ts'
import { env, machine, wipe, type Machine } from './world.ts'

const open = async (m: Machine) => {
  const core = openStoreCore(env(m), () => {})
  await core.ready
  return core
}
const title = (text: string) => ({ orig: 'en' as const, t: { en: { text, state: 'original' as const } } })
const offer = { title: title('Solar still'), country: 'CN', trl: 6 }
const sample = ['{"kind":"offer","ref":"TO-X-1","title":"First","trl":4}', '{"kind":"organisation","ref":"ORG-1","title":{"zh":"机构"}}'].join('\n')

describe('a profile that has joined nothing', () => {
  it('creates, changes, undoes and withdraws, each saved in the journal', async () => {
    const m = machine()
    const { handlers: s } = await open(m)
    const made = await s.create('offer', offer, 'Li')
    if (!made.ok) throw new Error(made.error.type)
    const { ref } = made.value
    expect(ref).toMatch(/^TO-CN-2026-[0-9A-HJKMNP-TV-Z]{5}$/)
    const changed = await s.change(ref, { trl: 7, 'title/ar': { text: 'مقطر شمسي', state: 'human' } }, 'Li')
    if (!changed.ok) throw new Error(changed.error.type)
    expect((await s.get([ref]))[0]).toMatchObject({ pending: 0, mine: true, record: { trl: 7, status: 'DRAFT', title: { t: { ar: { text: 'مقطر شمسي' } } } } })
    expect((await s.undo(changed.value.undo)).ok).toBe(true)
    const record = (await s.get([ref]))[0]!.record
    expect(record).toMatchObject({ trl: 6 })
    expect(record.title!.t.ar).toBeUndefined()
    await s.withdraw(ref, 'no longer offered', 'Li')
    expect(await s.list({ kind: 'offer' })).toEqual([])
    expect((await s.history(ref)).map((h) => h.what)).toEqual(['withdraw', 'set', 'set', 'create'])
    expect(m.journal.map((e) => e.t)).toEqual(['mut', 'mut', 'mut', 'mut'])
  })

  it('refuses what the schema refuses, and keeps nothing of it', async () => {
    const m = machine()
    const { handlers: s } = await open(m)
    expect(await s.create('offer', { title: title('x'), trl: 12 }, 'Li')).toMatchObject({ ok: false, error: { type: 'invalid-value' } })
    expect(await s.change('TO-NONE', { trl: 3 }, 'Li')).toEqual({ ok: false, error: { type: 'not-found' } })
    expect(await s.create('offer', { title: title('x'), nothing: 1 }, 'Li')).toMatchObject({ ok: false, error: { type: 'unknown-field' } })
    expect(m.journal).toEqual([])
  })

  it('reads the sample, and edits of it survive a wiped database', async () => {
    const m = machine({ files: { '/sample/network.jsonl': sample } })
    let core = await open(m)
    expect(await core.handlers.loadSample()).toBe(2)
    await core.handlers.change('TO-X-1', { trl: 9 }, 'Li')
    const made = await core.handlers.create('offer', offer, 'Li')
    core.close()
    wipe(m)
    core = await open(m)
    const s = core.handlers
    expect((await s.state()).records).toBe(3)
    expect((await s.get(['TO-X-1', made.ok ? made.value.ref : ''])).map((h) => h.record.kind === 'offer' && h.record.trl)).toEqual([9, 6])
    expect(await s.list({ kind: 'offer', where: { trl: 9 } })).toHaveLength(1)
    expect(await s.counts()).toMatchObject({ offer: 2, organisation: 1 })
  })

  it('says no when the disk does, and acknowledges nothing', async () => {
    const m = machine()
    const { handlers: s } = await open(m)
    m.appendFails = { type: 'disk-full' }
    expect(await s.create('offer', offer, 'Li')).toEqual({ ok: false, error: { type: 'disk-full' } })
    expect(await s.state()).toMatchObject({ readOnly: true, records: 0 })
    expect(await s.create('offer', offer, 'Li')).toEqual({ ok: false, error: { type: 'disk-full' } })
  })
})

describe('two windows on one profile', () => {
  it('give no number twice, and each sees what the other wrote', async () => {
    const m = machine({ membership: { device: '018f6b1e-0000-7000-8000-000000000001', centre: 'C-A', space: '018f6b1e-0000-7000-8000-00000000005a', epoch: '018f6b1e-0000-7000-8000-0000000000e1' } })
    const [a, b] = [await open(m), await open(m)]
    const made = await a.handlers.create('offer', offer, 'A')
    const ref = made.ok ? made.value.ref : ''
    await Promise.all([...Array(10).keys()].map((n) => (n % 2 ? a : b).handlers.change(ref, { trl: 1 + (n % 9) }, 'AB')))
    const e = env(m)
    const rows = await e.db.outbox.toArray()
    expect(new Set(rows.map((r) => r.mseq)).size).toBe(rows.length)
    expect(rows.map((r) => r.mseq)).toEqual(rows.map((_, i) => i + 1))
    expect((await a.handlers.get([ref]))[0]!.record).toEqual((await b.handlers.get([ref]))[0]!.record)
  })
})
