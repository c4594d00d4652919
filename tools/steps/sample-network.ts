/** The sample network into a local server, once for each state of the sample. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LocalServer } from './local-server.ts'
import { say } from './progress.ts'
import { at } from './root.ts'

/** As the build put it together. */
const FILE = at('out/renderer/sample/network.jsonl')

export async function importSample(server: LocalServer, data: string): Promise<void> {
  const stamp = join(data, 'sample-imported')
  const now = createHash('sha256').update(readFileSync(FILE)).digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  const { imported, incomplete, rejected, rejects } = await server.command<{ imported: number; incomplete: number; rejected: number; rejects: string | null }>('import', FILE)
  say(`sample network: ${imported} records imported, ${incomplete} of them incomplete, ${rejected} rejected${rejects ? ` (see ${rejects})` : ''}`)
  writeFileSync(stamp, now)
}
