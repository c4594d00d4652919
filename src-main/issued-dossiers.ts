import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeAtomic } from './atomic-file.ts'

const KEEP = 2000

/** Tokens of the folders of issued dossiers; kept over restarts, so that a dossier of last week can still be shown. */
export function issuedDossiers(dataDir: string) {
  const file = join(dataDir, 'issued-dossiers.json')
  let last: Promise<unknown> = Promise.resolve()
  async function read(): Promise<[string, string][]> {
    try {
      const list: unknown = JSON.parse(await readFile(file, 'utf8'))
      return Array.isArray(list) ? list.filter((e): e is [string, string] => Array.isArray(e) && typeof e[0] === 'string' && typeof e[1] === 'string') : []
    } catch {
      return []
    }
  }
  return {
    async add(folder: string): Promise<string> {
      const token = randomBytes(16).toString('hex')
      const next = last.then(async () => writeAtomic(file, JSON.stringify([...(await read()), [token, folder]].slice(-KEEP))))
      last = next.catch(() => undefined)
      // the dossier is on the disk: that its folder cannot be remembered is no reason to call it failed
      await next.catch(() => undefined)
      return token
    },
    folder: async (token: string): Promise<string | undefined> => (await read()).find(([t]) => t === token)?.[1],
  }
}
