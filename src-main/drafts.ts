import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ok, type Result } from '../src-core/base/result.ts'
import { draftSchema } from '../src-core/host/contract.ts'
import { isTemporary, syncFolder, writeAtomic } from './atomic-file.ts'
import { failure, writeFailure } from './failure.ts'

export interface Draft { key: string; at: string; body: unknown }
const MAX_BYTES = 4_000_000

/** What is being typed: one file a draft, each replaced whole, so that a kill costs at most the last second of typing. */
export function draftStore(dataDir: string) {
  const dir = join(dataDir, 'drafts')
  // upper case is marked: two keys must not meet in one file where names ignore case
  const fileOf = (key: string) => join(dir, `draft-${key.replace(/[A-Z]/g, (c) => `+${c}`)}.json`)
  // pieces of writes that a kill cut short; before the first write, lest a live one be taken for them
  const cleaned = readdir(dir).then((names) => Promise.all(names.filter(isTemporary).map((name) => rm(join(dir, name), { force: true })))).catch(() => undefined)
  const waiting = new Map<string, Promise<unknown>>()
  /** writes of one draft happen in the order they were asked for */
  function inOrder<T>(key: string, work: () => Promise<T>): Promise<T> {
    const next = (waiting.get(key) ?? cleaned).then(work)
    waiting.set(key, next)
    void next.finally(() => { if (waiting.get(key) === next) waiting.delete(key) })
    return next
  }
  return {
    async list(): Promise<Result<Draft[]>> {
      const names = await readdir(dir).catch(() => [])
      const drafts: Draft[] = []
      for (const name of names) {
        const draft = isTemporary(name) ? undefined : await readDraft(join(dir, name))
        if (draft) drafts.push(draft)
      }
      return ok(drafts.sort((a, b) => (a.at < b.at ? 1 : -1)))
    },
    put: (draft: Draft): Promise<Result<null>> => inOrder(draft.key, async () => {
      const text = JSON.stringify(draft)
      if (Buffer.byteLength(text) > MAX_BYTES) return failure('too-large', { max: MAX_BYTES })
      try {
        await writeAtomic(fileOf(draft.key), text)
        return ok(null)
      } catch (error) {
        return writeFailure(error)
      }
    }),
    remove: (key: string): Promise<Result<null>> => inOrder(key, async () => {
      try {
        await rm(fileOf(key), { force: true })
        await syncFolder(dir)
        return ok(null)
      } catch (error) {
        return writeFailure(error)
      }
    }),
  }
}

/** A draft that cannot be read stays where it is, and is not listed. */
async function readDraft(file: string): Promise<Draft | undefined> {
  try {
    const parsed = draftSchema.safeParse(JSON.parse(await readFile(file, 'utf8')))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}
