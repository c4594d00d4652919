/** `npm run build`: the app into out/, when a source changed since. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { tool } from './processes.ts'
import { timed } from './progress.ts'
import { at } from './root.ts'

const SOURCES = ['src-core', 'src-main', 'src-renderer', 'src-server/sample', 'locales']
const FILES = ['electron.vite.config.ts', 'package-lock.json', 'package.json', 'tsconfig.base.json']
const STAMP = at('out/.sources')

export async function run(): Promise<number> {
  await build({ always: true })
  return 0
}

export async function build({ always = false } = {}): Promise<void> {
  const now = sources()
  if (!always && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === now) return
  await timed('building the app', async () => {
    if ((await tool('electron-vite', 'build', '--logLevel', 'warn')) !== 0) throw new Error('the build failed; see its message above')
  })
  writeFileSync(STAMP, now)
}

/** Names, sizes and times of all sources. */
function sources(): string {
  const hash = createHash('sha256')
  const add = (file: string) => {
    const { size, mtimeMs } = statSync(file)
    hash.update(`${file}\0${size}\0${mtimeMs}\n`)
  }
  for (const folder of SOURCES.filter((name) => existsSync(at(name)))) {
    const entries = readdirSync(at(folder), { recursive: true, withFileTypes: true })
    for (const file of entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort()) add(file)
  }
  for (const file of FILES) add(at(file))
  return hash.digest('hex')
}
