/** A server in this process on a real engine, with centres to be members of. */
import { closeApp, createApp } from '../../src-server/http/app.ts'
import { createAttempts } from '../../src-server/http/attempts.ts'
import { silentLog } from '../../src-server/log.ts'
import { issueCode } from '../../src-server/store/devices.ts'
import { createDoorbell } from '../../src-server/store/doorbell.ts'
import { importBatch } from '../../src-server/store/import.ts'
import { createWriter } from '../../src-server/store/writer.ts'
import { enrol, type Device } from './client.ts'
import { testStore } from './postgres.ts'

export async function testServer(bin?: string) {
  const store = await testStore(bin)
  const { db, space } = store
  const doorbell = createDoorbell(db, space.id, 100)
  const writer = createWriter(db, space.id, doorbell, silentLog)
  const app = await createApp({ db, space, writer, doorbell, log: silentLog, attempts: createAttempts({ delayMs: 0 }) })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  return {
    db, space, url, store,
    lines: (...records: object[]) => importBatch(db, space.id, records.map((r, at) => ({ number: at + 1, text: JSON.stringify(r) })), 'test'),
    centre(ref: string, countries: string[], more: object = {}) {
      return this.lines({ kind: 'centre', ref, title: ref, centreKind: 'node', countries, workingLanguages: ['en'], ...more })
    },
    async code(centre: string): Promise<string> {
      const code = await issueCode(db, space.id, centre, 'test')
      if (!code.ok) throw new Error(code.error.type)
      return code.value
    },
    async device(centre: string): Promise<Device> {
      return enrol(url, await this.code(centre))
    },
    async close() {
      doorbell.close()
      await closeApp(app)
      await writer.close()
      await store.close()
    },
  }
}
export type TestServer = Awaited<ReturnType<typeof testServer>>
