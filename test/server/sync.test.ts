import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { revokeDevice } from '../../src-server/store/devices.ts'
import { renewEpoch } from '../../src-server/store/space.ts'
import { call, creation, deviceFor, mlText, newKey, newRecord, setting, type Device } from './client.ts'
import { testServer, type TestServer } from './fixture.ts'
import { ENGINES } from './postgres.ts'

describe.each(ENGINES)('on PostgreSQL: $name', ({ bin, missing }) => {
  if (missing) {
    it.skip(`skipped: ${missing}`)
    return
  }
  let server: TestServer
  let a: Device
  let b: Device
  beforeAll(async () => {
    server = await testServer(bin)
    await server.centre('C-A', ['CN'])
    await server.centre('C-B', ['SA'])
    ;[a, b] = [await server.device('C-A'), await server.device('C-B')]
  }, 60_000)
  afterAll(() => server.close())
  const shared = async (more: object = {}) => {
    const record = newRecord('C-A', more)
    const [made] = await a.send(creation(record))
    expect(made).toMatchObject({ status: 'ok' })
    return { record, seq: made!.seq! }
  }

  it('a record made by one centre reaches the other, and its edit too', async () => {
    const { record, seq } = await shared()
    await b.sync()
    expect(b.held.get(record.id)).toMatchObject({ seq, scope: 'net', kind: 'offer', fv: {} })
    const [edited] = await a.send(setting(record.id, { 'title/ar': { text: 'ري', state: 'human' }, trl: 6 }))
    await b.sync()
    expect(b.held.get(record.id)).toMatchObject({ seq: edited!.seq, fv: { trl: edited!.seq, 'title/ar': edited!.seq }, doc: { trl: 6, rev: 1 } })
  })

  it('the same push again gets the same answer and changes nothing', async () => {
    const record = newRecord('C-A')
    const mutations = [creation(record), setting(record.id, { trl: 3 })].map((o) => a.number(o))
    const first = await a.push(mutations)
    const head = (await call(server.url, '/v1/hello')).body['head']
    expect(await a.push(mutations)).toEqual(first)
    expect((await call(server.url, '/v1/hello')).body['head']).toBe(head)
    const { rows } = await server.db.pool.query('select count(*)::int as n from mutation where record = $1', [record.id])
    expect(rows[0].n).toBe(2)
  })

  it('a number used for something else is a forked device; a hole is a gap', async () => {
    const twin = deviceFor(server.url, a.enrolled, a.key)
    twin.mseq = a.mseq - 1
    expect(await twin.push([twin.number(setting(a.enrolled.device, { trl: 9 }))])).toMatchObject({ status: 409, body: { error: { type: 'device-forked' } } })
    const ahead = deviceFor(server.url, a.enrolled, a.key)
    ahead.mseq = a.mseq + 5
    expect((await ahead.push([ahead.number(setting(a.enrolled.device, { trl: 9 }))])).body).toEqual({ results: [], gap: a.mseq + 1 })
  })

  it('a rejection still counts: the next change is taken', async () => {
    const results = await b.send(setting(crypto.randomUUID(), { trl: 1 }), creation(newRecord('C-B')))
    expect(results.map((r) => [r.status, r.code])).toEqual([['rejected', 'unknown-record'], ['ok', undefined]])
  })

  describe('refusals', () => {
    it('not the owner', async () => {
      const { record } = await shared()
      expect((await b.send(setting(record.id, { trl: 2 })))[0]).toMatchObject({ code: 'not-owner', values: { owner: 'C-A' } })
      expect((await b.send(creation(newRecord('C-A'))))[0]).toMatchObject({ code: 'not-owner' })
    })
    it('unknown, unsettable and invalid fields, prototype names among them', async () => {
      const { record } = await shared()
      const codes = (await a.send(setting(record.id, { colour: 1 }), setting(record.id, { owner: 'C-B' }), setting(record.id, { trl: 12 }), setting(record.id, { constructor: 1 }), setting(record.id, { '__proto__/x': 1 }), setting(record.id, { title: null }), setting(record.id, { codes: [{ id: 'a', scheme: 'HS', code: 'x\u0000' }] }))).map((r) => r.code)
      expect(codes).toEqual(['unknown-field', 'not-settable', 'invalid-value', 'unknown-field', 'unknown-field', undefined, 'invalid-value'])
    })
    it('a ref that is taken', async () => {
      const { record } = await shared()
      expect((await b.send(creation(newRecord('C-B', { ref: record.ref }))))[0]).toMatchObject({ code: 'ref-taken', values: { ref: record.ref } })
    })
    it('an unfinished profile is not published', async () => {
      const { record } = await shared()
      expect((await a.send(setting(record.id, { status: 'PUBLISHED' })))[0]).toMatchObject({ code: 'incomplete', values: { fields: expect.stringContaining('summary') } })
    })
    it('withdrawn means gone, and not without having seen the latest', async () => {
      const { record, seq } = await shared()
      const other = await server.device('C-A')
      await other.send(setting(record.id, { trl: 4 }))
      expect((await a.send({ op: 'withdraw', id: record.id, reason: 'sold', base: seq }))[0]).toMatchObject({ code: 'changed-since' })
      const [done, after] = await a.send({ op: 'withdraw', id: record.id, reason: 'sold', base: 1e9 }, setting(record.id, { trl: 5 }))
      expect([done!.status, after!.code]).toEqual(['ok', 'gone'])
      await b.sync()
      expect(b.held.get(record.id)?.doc).toMatchObject({ status: 'WITHDRAWN', tombstone: { reason: 'sold' } })
    })
  })

  describe('two devices change one record (P5)', () => {
    it('different paths both stand; the same path comes back with both values', async () => {
      const { record, seq } = await shared({ price: { min: '1', currency: 'CNY' } })
      const other = await server.device('C-A')
      const [theirs] = await other.send(setting(record.id, { price: { min: '5', currency: 'CNY' }, trl: 4 }, { price: seq, trl: seq }))
      const [mine] = await a.send(setting(record.id, { price: { min: '9', currency: 'CNY' }, environment: 'pilot' }, { price: seq, environment: seq }))
      expect(mine).toMatchObject({ status: 'ok', conflicts: [{ path: 'price', mine: { min: '9' }, theirs: { min: '5' }, seq: theirs!.seq }] })
      await a.sync()
      expect(a.held.get(record.id)?.doc).toMatchObject({ price: { min: '5' }, trl: 4, environment: 'pilot' })
      // knowing theirs, mine is a decision
      expect((await a.send(setting(record.id, { price: { min: '9', currency: 'CNY' } }, { price: theirs!.seq! })))[0]!.conflicts).toBeUndefined()
    })
    it('languages and rows do not meet, a whole and its part do', async () => {
      const { record, seq } = await shared()
      const other = await server.device('C-A')
      await other.send(setting(record.id, { 'title/ar': { text: 'أ', state: 'human' }, 'standards/r1': { name: 'ISO' } }))
      const base = { 'title/he': seq, 'standards/r2': seq, title: seq, 'title/ar': seq }
      const [apart] = await a.send(setting(record.id, { 'title/he': { text: 'א', state: 'human' }, 'standards/r2': { name: 'GB' } }, base))
      expect(apart!.conflicts).toBeUndefined()
      const [whole] = await a.send(setting(record.id, { title: mlText('all new') }, base))
      expect(whole!.conflicts).toMatchObject([{ path: 'title' }])
    })
    it('one device\'s own changes never conflict, offline for however long', async () => {
      const { record, seq } = await shared()
      const results = await a.send(...[2, 3, 4].map((trl) => setting(record.id, { trl }, { trl: seq })))
      expect(results.map((r) => [r.status, r.conflicts])).toEqual(Array(3).fill(['ok', undefined]))
    })
    it('the same value from two devices is no conflict', async () => {
      const { record, seq } = await shared()
      await (await server.device('C-A')).send(setting(record.id, { trl: 7 }, { trl: seq }))
      expect((await a.send(setting(record.id, { trl: 7 }, { trl: seq })))[0]).toMatchObject({ status: 'ok' })
    })
    it('sharing is not overwritten silently either', async () => {
      const { record, seq } = await shared()
      await (await server.device('C-A')).send(setting(record.id, { visibility: { level: 'centre' } }, { visibility: seq }))
      expect((await a.send(setting(record.id, { visibility: { level: 'public' } }, { visibility: seq })))[0]!.conflicts).toMatchObject([{ path: 'visibility', theirs: { level: 'centre' } }])
    })
  })

  describe('a deal', () => {
    const checklist = ['client-consent', 'control-classified', 'funder-limits', 'ip-priority', 'deny-rules'].map((item) => ({ id: item, item, done: true }))
    const deal = (more: object = {}) => newRecord('C-A', { kind: 'deal', ref: `D-${crypto.randomUUID().slice(0, 8)}`, centres: ['C-A', 'C-B'], stage: 'lead', checklist, ...more })
    it('moves by command, checked: from where it is, through its gate', async () => {
      const record = deal()
      const closed = deal({ checklist: [] })
      const move = (id: string, from: 'lead' | 'qualified', to: 'qualified' | 'signature') => ({ op: 'move-stage' as const, id, from, to, by: 'K' })
      const results = await a.send(creation(record), creation(closed), move(record.id, 'qualified', 'signature'), move(record.id, 'lead', 'signature'), move(closed.id, 'lead', 'qualified'), move(record.id, 'lead', 'qualified'), setting(record.id, { stage: 'signature' }))
      expect(results.map((r) => r.code)).toEqual([undefined, undefined, 'stage-not-here', 'stage-not-allowed', 'gate-not-met', undefined, 'not-settable'])
      expect(results[4]!.values).toMatchObject({ gate: 'G1', missing: expect.stringContaining('client-consent') })
      await b.sync()
      expect(b.held.get(record.id)?.doc).toMatchObject({ stage: 'qualified', stageHistory: [{ from: 'lead', to: 'qualified', by: 'K' }] })
    })
    it('begins without a history that nobody moved it through', async () => {
      const begun = { id: 'm-0', to: 'lead', at: '2026-11-22T00:00:00Z', by: 'K' }
      const results = await a.send(creation(deal({ stageHistory: [begun] })), creation(deal({ stageHistory: [begun, { id: 'm-1', from: 'lead', to: 'qualified', at: '2026-11-22T00:00:00Z', by: 'K' }] })), creation(deal({ stageHistory: [{ ...begun, to: 'signature' }] })))
      expect(results.map((r) => r.code)).toEqual([undefined, 'not-settable', 'not-settable'])
    })
    it('is edited by its other centre, which cannot change who shares it', async () => {
      const record = deal()
      await a.send(creation(record))
      const results = await b.send(setting(record.id, { 'notes/n1': { text: 'met', lang: 'en', by: 'B', at: '2026-11-22T00:00:00Z' } }), setting(record.id, { centres: ['C-B'] }))
      expect(results.map((r) => r.code)).toEqual([undefined, 'not-owner'])
    })
    it('a strange centre cannot put a document into its room', async () => {
      const record = deal({ centres: ['C-A'] })
      await a.send(creation(record))
      expect((await b.send(creation(newRecord('C-B', { kind: 'document', ref: `DOC-${record.ref}`, deal: record.ref, visibility: { level: 'deal-room', deal: record.ref } }))))[0]).toMatchObject({ code: 'not-party' })
    })
  })

  describe('the cursor', () => {
    it('pages never split or skip, whatever their size', async () => {
      const many = Array.from({ length: 57 }, () => newRecord('C-A'))
      await a.send(...many.map(creation))
      const small = await server.device('C-B')
      await small.sync(3)
      await b.sync()
      expect(new Map(small.held)).toEqual(new Map(b.held))
    })
    it('a long poll wakes when another device pushes, and gives up in time', async () => {
      await b.sync()
      const at = performance.now()
      const waiting = b.pull('&wait=20')
      setTimeout(() => void a.send(creation(newRecord('C-A'))), 50)
      expect((await waiting).body['rows']).toHaveLength(1)
      expect(performance.now() - at).toBeLessThan(3000)
      await b.sync()
      expect(await b.pull('&wait=1')).toMatchObject({ status: 200, body: { rows: [], more: false } })
    })
    it('a long poll hears what another process imported', async () => {
      await b.sync()
      const waiting = b.pull('&wait=20')
      await server.lines({ kind: 'programme', title: 'new' })
      expect((await waiting).body['rows']).toHaveLength(1)
    })
    it('news that is not for me does not end the wait with rows', async () => {
      await b.sync()
      const waiting = b.pull('&wait=1')
      await a.send(creation(newRecord('C-A', { visibility: { level: 'centre' } })))
      expect((await waiting).body).toMatchObject({ rows: [] })
    })
  })

  describe('who is let in', () => {
    it('a code works once; its own device may ask again', async () => {
      const code = await server.code('C-A')
      const { devicePub } = await newKey()
      const first = await call(server.url, '/v1/enrol', { body: { code: code.toLowerCase().replaceAll('-', ' '), devicePub, name: 'x' } })
      expect(first).toMatchObject({ status: 200, body: { centre: 'C-A', centreName: 'C-A' } })
      expect((await call(server.url, '/v1/enrol', { body: { code, devicePub, name: 'x' } })).body).toEqual(first.body)
      expect(await call(server.url, '/v1/enrol', { body: { code, devicePub: (await newKey()).devicePub, name: 'x' } })).toMatchObject({ status: 409, body: { error: { type: 'code-used' } } })
    })
    it('an old code is expired', async () => {
      const code = await server.code('C-A')
      await server.db.pool.query(`update enrolment_code set expires_at = now() - interval '1 s' where used_at is null`)
      expect(await call(server.url, '/v1/enrol', { body: { code, devicePub: (await newKey()).devicePub, name: 'x' } })).toMatchObject({ status: 410, body: { error: { type: 'code-expired' } } })
    })
    it('a token needs the device\'s own key, this network, and a fresh assertion', async () => {
      const { privateKey } = await newKey()
      const now = Math.floor(Date.now() / 1000)
      expect(await deviceFor(server.url, a.enrolled, privateKey).token()).toMatchObject({ status: 401, body: { error: { type: 'assertion-refused' } } })
      expect(await a.token({ aud: crypto.randomUUID() })).toMatchObject({ status: 401 })
      expect(await a.token({ iat: now - 5000, exp: now - 4950 })).toMatchObject({ status: 401 })
      expect(await a.token({ exp: now + 86_400 })).toMatchObject({ status: 401 })
      expect(await deviceFor(server.url, { ...a.enrolled, device: crypto.randomUUID() }, a.key).token()).toMatchObject({ status: 401, body: { error: { type: 'not-enrolled' } } })
    })
    it('an assertion that names itself is taken once', async () => {
      const jti = crypto.randomUUID()
      expect(await a.token({ jti })).toMatchObject({ status: 200 })
      expect(await a.token({ jti })).toMatchObject({ status: 401, body: { error: { type: 'assertion-refused' } } })
      expect(await a.token({ jti: crypto.randomUUID() })).toMatchObject({ status: 200 })
    })
    it('a revoked device gets nothing more, not even on a token it still holds', async () => {
      const gone = await server.device('C-A')
      await gone.sync()
      await revokeDevice(server.db, server.space.id, gone.enrolled.device)
      for (const answer of [await gone.pull(), await gone.push([gone.number(creation(newRecord('C-A')))]), await gone.token()]) expect(answer).toMatchObject({ status: 403, body: { error: { type: 'revoked' } } })
    })
    it('guessing codes is stopped', async () => {
      const { devicePub } = await newKey()
      const answers = []
      for (let i = 0; i < 12; i++) answers.push(await call(server.url, '/v1/enrol', { body: { code: `GUESS-${i}`, devicePub, name: 'x' } }))
      expect(answers.at(-1)).toMatchObject({ status: 429, body: { error: { type: 'too-many-attempts', values: { seconds: expect.any(Number) } } } })
    })
  })

  it('bad requests get a named answer and no stack', async () => {
    expect(await call(server.url, '/v1/push', { raw: '{' })).toMatchObject({ status: 400, body: { error: { type: 'bad-input' } } })
    expect(await call(server.url, '/v1/push', { raw: JSON.stringify({ x: 'a'.repeat(5_000_000) }) })).toMatchObject({ status: 413, body: { error: { type: 'too-large' } } })
    expect(await call(server.url, '/v1/pull?since=0', { token: 'x.y.z' })).toMatchObject({ status: 401, body: { error: { type: 'token-invalid' } } })
    expect(await a.pull('&limit=0')).toMatchObject({ status: 400, body: { error: { type: 'bad-input' } } })
    expect(await a.push([])).toMatchObject({ status: 400 })
    expect(await call(server.url, '/nowhere')).toMatchObject({ status: 404, body: { error: { type: 'not-found' } } })
  })

  it('a row whose number was not reserved is refused by the database itself', async () => {
    await expect(server.db.pool.query('update record set seq = seq')).rejects.toThrow('not reserved')
  })

  // last: it ends the history that the other tests live in
  it('another epoch, or a cursor from the future, starts the client again', async () => {
    expect(await a.push([a.number(creation(newRecord('C-A')))], crypto.randomUUID())).toMatchObject({ status: 409, body: { error: { type: 'epoch' } } })
    a.mseq--
    a.cursor = 10_000_000
    const answer = await a.pull()
    expect(answer).toMatchObject({ status: 409, body: { error: { type: 'epoch', values: { epoch: expect.not.stringMatching(a.enrolled.epoch) } } } })
    await server.db.write((client) => renewEpoch(client, server.space.id))
    expect(await b.pull()).toMatchObject({ status: 409 })
  })
})
