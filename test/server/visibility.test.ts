/** Who receives what: every visibility and deny rule against every centre, in fresh pulls and when rights shrink or grow. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mayRead, type Viewer } from '../../src-core/access/access.ts'
import { confidentialFields } from '../../src-core/access/confidential.ts'
import type { CaravanRecord } from '../../src-core/record/record.ts'
import { sweepDenyRules } from '../../src-server/store/deny-sweep.ts'
import { creation, deviceFor, newRecord, setting, type Device } from './client.ts'
import { testServer, type TestServer } from './fixture.ts'

const CENTRES: Record<string, string[]> = { 'C-A': ['CN'], 'C-B': ['SA'], 'C-C': ['SA', 'EG'], 'C-D': ['IL'] }
const today = new Date().toISOString().slice(0, 10)
const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10)
const viewer = (centre: string): Viewer => ({ centre, countries: CENTRES[centre] ?? [], hub: centre === 'HUB', hosts: centre === 'C-D' ? ['ORG-H'] : [] })
const rule = (scope: string, target: string, applies: string[] = ['sync'], more: object = {}) => ({ scope, target, applies, reasonCode: 'owner-wish', ...more })

let server: TestServer
let devices: Record<string, Device>
beforeAll(async () => {
  server = await testServer()
  for (const [ref, countries] of Object.entries(CENTRES)) await server.centre(ref, countries, ref === 'C-D' ? { hosts: ['ORG-H'] } : {})
  devices = Object.fromEntries(await Promise.all([...Object.keys(CENTRES), 'HUB'].map(async (ref) => [ref, await server.device(ref)] as const)))
}, 60_000)
afterAll(() => server.close())
const all = () => Promise.all(Object.values(devices).map((d) => d.sync()))
const holders = async (id: string) => {
  await all()
  const holding = Object.keys(devices).filter((c) => devices[c]!.held.has(id)).sort()
  // whoever starts anew must see exactly the same
  for (const [centre, known] of Object.entries(devices)) {
    const fresh = deviceFor(server.url, known.enrolled, known.key)
    await fresh.sync()
    expect([...fresh.held.keys()].sort(), centre).toEqual([...known.held.keys()].sort())
  }
  return holding
}
const make = async (more: object) => {
  const record = newRecord('C-A', more)
  expect((await devices['C-A']!.send(creation(record)))[0]).toMatchObject({ status: 'ok' })
  return record
}
const EVERYBODY = ['C-A', 'C-B', 'C-C', 'C-D', 'HUB']

it('the matrix: what core says is what arrives, and nothing else, in no field', async () => {
  const visibilities = [{ level: 'public' }, { level: 'network' }, { level: 'centre' }, { level: 'compliance' }, { level: 'bilateral', centres: ['C-B'] }, { level: 'bilateral', centres: ['C-C', 'C-D'] }]
  const denials = [undefined, ...(['country', 'centre', 'org'] as const).flatMap((scope) => [['sync'], ['read'], ['match', 'count', 'export'], ['read', 'sync']].map((applies) => [rule(scope, { country: 'SA', centre: 'C-D', org: 'ORG-H' }[scope], applies)])),
    [rule('country', 'SA', ['sync'], { from: day(1) })], [rule('country', 'SA', ['sync'], { until: day(-1) })], [rule('country', 'SA', ['sync'], { from: today, until: today })]]
  const records = visibilities.flatMap((visibility) => denials.map((deny) => newRecord('C-A', { visibility, ...(deny ? { deny } : {}), price: { min: '471100471100', currency: 'CNY' } })))
  const deal = newRecord('C-A', { kind: 'deal', ref: 'D-M', centres: ['C-A', 'C-B'], value: { amount: '471100471100', currency: 'CNY' } })
  const room = [deal, newRecord('C-A', { kind: 'document', ref: 'DOC-M', deal: 'D-M', visibility: { level: 'deal-room', deal: 'D-M' } }), newRecord('C-A', { kind: 'document', ref: 'DOC-O', deal: 'D-M', confidentiality: 'own-side' })]
  for (const batch of [records.slice(0, 100), [...records.slice(100), ...room]]) if (batch.length > 0) expect((await devices['C-A']!.send(...batch.map(creation))).every((r) => r.status === 'ok')).toBe(true)
  await all()
  let leaks = 0
  for (const centre of EVERYBODY) {
    for (const record of [...records, ...room]) {
      const expected = mayRead(record, viewer(centre), today, room.includes(record) ? ['C-A', 'C-B'] : [])
      const got = devices[centre]!.held.get(record.id)
      expect(got !== undefined, `${centre} ${JSON.stringify(record.visibility)} ${JSON.stringify(record.deny)}`).toBe(expected)
      if (!expected && devices[centre]!.seen.some((row) => row.id === record.id)) leaks++
      if (got && centre !== 'C-A' && record.kind !== 'deal') for (const field of confidentialFields(record.kind)) if (field in got.doc) leaks++
    }
  }
  expect(leaks).toBe(0)
  expect(JSON.stringify([...devices['C-B']!.held.values()].filter((r) => r.kind === 'offer'))).not.toContain('471100471100')
  expect(devices['C-B']!.held.get(deal.id)?.doc).toHaveProperty('value')
})

describe('when rights shrink, the row leaves; when they grow, it arrives', () => {
  it('visibility', async () => {
    const { id } = await make({})
    expect(await holders(id)).toEqual(EVERYBODY)
    const to = async (visibility: object) => {
      await devices['C-A']!.send(setting(id, { visibility }))
      return holders(id)
    }
    expect(await to({ level: 'bilateral', centres: ['C-C'] })).toEqual(['C-A', 'C-C'])
    expect(await to({ level: 'centre' })).toEqual(['C-A'])
    expect(await to({ level: 'public' })).toEqual(EVERYBODY)
  })
  it('a deny rule, and its end', async () => {
    const { id } = await make({})
    await all()
    await devices['C-A']!.send(setting(id, { deny: [rule('country', 'SA')] }))
    expect(await holders(id)).toEqual(['C-A', 'C-D', 'HUB'])
    await devices['C-A']!.send(setting(id, { deny: null }))
    expect(await holders(id)).toEqual(EVERYBODY)
  })
  it('another owner, by import', async () => {
    const { id, ref } = await make({ visibility: { level: 'centre' } })
    expect(await holders(id)).toEqual(['C-A'])
    await server.lines({ kind: 'offer', ref, title: 'x', owner: 'C-B' })
    expect(await holders(id)).toEqual(['C-B'])
  })
  it('nobody learns that something exists which they never saw', async () => {
    const { id } = await make({ visibility: { level: 'centre' } })
    await devices['C-A']!.send(setting(id, { visibility: { level: 'bilateral', centres: ['C-B'] } }), setting(id, { visibility: { level: 'centre' } }))
    await all()
    for (const other of ['C-C', 'C-D', 'HUB']) expect(devices[other]!.seen.filter((r) => r.id === id)).toEqual([])
  })
  it('a deal room that a centre leaves and another joins, with what lies in it', async () => {
    const deal = await make({ kind: 'deal', ref: 'D-R', centres: ['C-A', 'C-B'] })
    const paper = await make({ kind: 'document', ref: 'DOC-R', deal: 'D-R', visibility: { level: 'deal-room', deal: 'D-R' } })
    expect([await holders(deal.id), await holders(paper.id)]).toEqual([['C-A', 'C-B'], ['C-A', 'C-B']])
    await devices['C-A']!.send(setting(deal.id, { centres: ['C-A', 'C-C'] }))
    expect([await holders(deal.id), await holders(paper.id)]).toEqual([['C-A', 'C-C'], ['C-A', 'C-C']])
    expect((await devices['C-B']!.send(setting(paper.id, { language: 'en' })))[0]).toMatchObject({ code: 'unknown-record' })
    expect((await devices['C-C']!.send(setting(paper.id, { language: 'en' })))[0]).toMatchObject({ status: 'ok' })
  })
  it('a rule that begins or ends by the calendar', async () => {
    const { id } = await make({ deny: [rule('country', 'IL', ['sync'], { from: day(1), until: day(1) })] })
    expect(await holders(id)).toEqual(EVERYBODY)
    expect(await sweepDenyRules(server.db, server.space.id, day(1))).toBe(true)
    expect(await holders(id)).toEqual(['C-A', 'C-B', 'C-C', 'HUB'])
    expect(await sweepDenyRules(server.db, server.space.id, day(2))).toBe(true)
    expect(await holders(id)).toEqual(EVERYBODY)
  })
  it('a centre that comes to work for a denied country, which it cannot undo itself', async () => {
    const { id } = await make({ deny: [rule('country', 'JO')] })
    expect(await holders(id)).toEqual(EVERYBODY)
    await server.centre('C-D', ['IL', 'JO'], { hosts: ['ORG-H'], owner: 'C-D' })
    expect(await holders(id)).toEqual(['C-A', 'C-B', 'C-C', 'HUB'])
    const own = [...devices['C-D']!.held.values()].find((r) => (r.doc as CaravanRecord).ref === 'C-D')!
    expect((await devices['C-D']!.send(setting(own.id, { countries: ['IL'] })))[0]).toMatchObject({ code: 'not-owner' })
    expect((await devices['HUB']!.send(setting(own.id, { countries: ['IL'] }, { countries: 1e9 })))[0]).toMatchObject({ status: 'ok' })
    expect(await holders(id)).toEqual(EVERYBODY)
  })
  it('what is hidden cannot be felt for: an edit of it answers as if it were not there', async () => {
    const { id } = await make({ visibility: { level: 'centre' } })
    const [hidden, absent] = await devices['C-B']!.send(setting(id, { trl: 1 }), setting(crypto.randomUUID(), { trl: 1 }))
    expect({ ...hidden, mseq: 0 }).toEqual({ ...absent, mseq: 0 })
  })
})
