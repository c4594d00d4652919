import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** A disk that does not answer for this long has failed. */
const HANGING_MS = 5000

/** Replaces a file whole or not at all: a reader, or a kill at any moment, meets the old bytes or the new ones. */
export async function writeAtomic(file: string, data: string | Uint8Array, hangingMs = HANGING_MS): Promise<void> {
  const late = Promise.withResolvers<never>()
  const state = { wanted: true }
  const timer = setTimeout(() => {
    // given up: should it wake later, it must not land on what was written since
    state.wanted = false
    late.reject(Object.assign(new Error(`writing ${basename(file)} hangs`), { code: 'HANGING' }))
  }, hangingMs)
  try {
    await Promise.race([late.promise, replace(file, data, state)])
  } finally {
    clearTimeout(timer)
  }
}

async function replace(file: string, data: string | Uint8Array, state: { wanted: boolean }): Promise<void> {
  const dir = dirname(file)
  await mkdir(dir, { recursive: true })
  const temporary = join(dir, `.${basename(file).slice(0, 60)}.${randomUUID()}.tmp`)
  try {
    await writeDurable(temporary, data)
    if (!state.wanted) return await rm(temporary, { force: true })
    await rename(temporary, file)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw error
  }
  await syncFolder(dir)
}

/** Writes a new file that only its user reads, and waits until its bytes are on the disk. */
export async function writeDurable(file: string, data: string | Uint8Array): Promise<void> {
  const handle = await open(file, 'w', 0o600)
  try {
    await handle.writeFile(data)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A rename is durable once its folder is. Windows has no folder fsync, and needs none. */
export async function syncFolder(dir: string): Promise<void> {
  const handle = await open(dir, 'r').catch(() => undefined)
  if (!handle) return
  await handle.sync().catch(() => undefined)
  await handle.close()
}

/** Temporary files that a kill left behind. */
export const isTemporary = (name: string) => name.startsWith('.') && name.endsWith('.tmp')
