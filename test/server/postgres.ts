/** Real PostgreSQL engines for tests: the packaged one always, Debian's 15 where it is installed. Each test file has its own. */
import { existsSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { openStore, type Store } from '../../src-server/cli/open-store.ts'
import { silentLog } from '../../src-server/log.ts'

export const DEBIAN_15 = '/usr/lib/postgresql/15/bin'
export const ENGINES = [
  { name: 'packaged', bin: undefined, missing: undefined },
  { name: 'Debian 15', bin: DEBIAN_15, missing: existsSync(join(DEBIAN_15, 'initdb')) ? undefined : `${DEBIAN_15} is not installed` },
] as const

export const newFolder = () => join(tmpdir(), `caravan-test-${randomUUID().slice(0, 8)}`)

export async function testStore(bin?: string): Promise<Store & { folder: string }> {
  const folder = newFolder()
  const store = await openStore({ data: folder, bin }, silentLog)
  return {
    ...store, folder,
    async close() {
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
