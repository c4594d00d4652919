/** Sixteen writers at once, readers with cursors beside them: nothing is missed, nothing comes twice as new, no order is broken. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { creation, newRecord, setting, type Device } from './client.ts'
import { testServer, type TestServer } from './fixture.ts'

const WRITERS = 16
const PUSHES = 12
let server: TestServer
let writers: Device[]
let readers: Device[]
beforeAll(async () => {
  server = await testServer()
  await server.centre('C-A', ['CN'])
  await server.centre('C-B', ['SA'])
  writers = await Promise.all(Array.from({ length: WRITERS }, () => server.device('C-A')))
  readers = await Promise.all(Array.from({ length: 3 }, () => server.device('C-B')))
}, 60_000)
afterAll(() => server.close())

it('readers with cursors end with exactly what a full read gives', async () => {
  let writing = true
  const importing = (async () => {
    for (let i = 0; writing; i++) await server.lines(...Array.from({ length: 5 }, (_, j) => ({ kind: 'programme', title: `import ${i} ${j}` })))
  })()
  const reading = readers.map(async (reader, at) => {
    while (writing) await reader.sync(at === 0 ? 1 : 37)
    await reader.sync(37)
  })
  await Promise.all(writers.map(async (writer) => {
    const record = newRecord('C-A')
    await writer.send(creation(record))
    for (let i = 1; i < PUSHES; i++) {
      const more = newRecord('C-A')
      const results = await writer.send(creation(more), setting(record.id, { trl: (i % 9) + 1 }), setting(more.id, { trl: 5 }))
      expect(results.every((r) => r.status === 'ok')).toBe(true)
    }
  }))
  writing = false
  await Promise.all([...reading, importing])
  await Promise.all(readers.map((r) => r.sync(37)))

  const fresh = await server.device('C-B')
  await fresh.sync(2000)
  expect(fresh.held.size).toBeGreaterThan(WRITERS * PUSHES)
  for (const reader of readers) {
    const missed = [...fresh.held].filter(([id, row]) => reader.held.get(id)?.seq !== row.seq)
    expect(missed).toEqual([])
    expect(reader.held.size).toBe(fresh.held.size)
  }
  const { rows } = await server.db.pool.query('select seq, count(*)::int as n from mutation group by seq having count(*) > 1')
  expect(rows).toEqual([])
}, 60_000)
