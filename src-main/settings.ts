import { readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { ok, type Result } from '../src-core/base/result.ts'
import { settingsSchema, type Settings } from '../src-core/host/contract.ts'
import { writeAtomic } from './atomic-file.ts'
import { writeFailure } from './failure.ts'

/** Small preferences in one file. What is written is laid over what is there, so a newer version's keys survive an older one. */
export function settingsStore(dataDir: string) {
  const file = join(dataDir, 'settings.json')
  let last: Promise<unknown> = Promise.resolve()

  async function read(): Promise<Settings> {
    const text = await readFile(file, 'utf8').catch(() => undefined)
    if (text === undefined) return {}
    const parsed = settingsSchema.safeParse(parseJson(text))
    if (parsed.success) return parsed.data
    // kept for a look, and out of the way: preferences are not worth refusing to start
    await rename(file, `${file}.damaged`).catch(() => undefined)
    return {}
  }

  async function write(given: Settings): Promise<Result<null>> {
    try {
      await writeAtomic(file, JSON.stringify({ ...(await read()), ...given }, null, 1))
      return ok(null)
    } catch (error) {
      return writeFailure(error)
    }
  }

  return {
    read,
    /** one after another: two windows must not lose each other's keys */
    write(given: Settings): Promise<Result<null>> {
      const next = last.then(() => write(given))
      last = next
      return next
    },
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
