/** 3,814 real records in, and the same out; skipped where the data do not lie beside the checkout. */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { absent, realRecords, writeRealRecords } from '../../bench/real-data.ts'
import { importFile } from '../../src-server/cli/import.ts'
import { testServer, type TestServer } from './fixture.ts'
import { newFolder } from './postgres.ts'

const why = absent()
if (why) it.skip(`skipped: ${why}`)
else {
  const folder = newFolder()
  const file = join(folder, 'real.jsonl')
  let server: TestServer
  beforeAll(async () => {
    mkdirSync(folder)
    server = await testServer()
  }, 60_000)
  afterAll(async () => {
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('all are kept, none rejected, the second time changes nothing, and a device receives every one in its own words', async () => {
    const count = await writeRealRecords(file)
    expect(count).toBeGreaterThanOrEqual(3800)
    const report = await importFile(server.store, file)
    expect(report).toMatchObject({ imported: count, rejected: 0 })
    const head = (await server.db.pool.query('select seq from space_head')).rows[0].seq
    expect(await importFile(server.store, file)).toEqual(report)
    expect((await server.db.pool.query('select seq from space_head')).rows[0].seq).toBe(head)

    const device = await server.device('HUB')
    await device.sync(1000)
    expect(device.held.size).toBe(count + 1)
    const texts = new Map([...device.held.values()].map((r) => [r.doc.ref, r.doc.title]))
    for (const line of realRecords()) {
      const title = line['title'] as Record<string, string>
      if (typeof title === 'object') for (const [lang, text] of Object.entries(title)) expect(texts.get(line['ref'] as string)?.t[lang as 'en']?.text).toBe(text.normalize('NFC'))
    }
  }, 60_000)
}
