/** Refused lines, written out whole with their number and reason, so that they can be mended and imported again. */
import { accessSync, constants, createWriteStream, mkdtempSync, type WriteStream } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { basename, dirname, extname, join, resolve } from 'node:path'
import type { RawLine } from './lines.ts'

export interface Rejects {
  add(line: RawLine, text: string | undefined, reason: string, values: object): Promise<void>
  /** where they are, or null when there were none */
  close(): Promise<string | null>
}

export function createRejects(file: string, words: (reason: string, values: object) => string): Rejects {
  let out: WriteStream | undefined
  return {
    async add(line, text, reason, values) {
      out ??= createWriteStream(pathFor(file))
      const content = text === undefined ? { base64: line.bytes.toString('base64') } : { text }
      if (!out.write(`${JSON.stringify({ line: line.number, reason, message: words(reason, values), values, ...(line.truncated ? { truncated: true } : {}), ...content })}\n`)) await once(out, 'drain')
    },
    async close() {
      if (!out) return null
      out.end()
      await once(out, 'finish')
      return String(out.path)
    },
  }
}

/** Beside the file; where that cannot be written, among the temporary files. */
function pathFor(file: string): string {
  const name = `${basename(file, extname(file))}.rejects.jsonl`
  const folder = dirname(resolve(file))
  try {
    accessSync(folder, constants.W_OK)
    return join(folder, name)
  } catch {
    // a folder of our own: a known name in a shared one may be somebody's link
    return join(mkdtempSync(join(tmpdir(), 'caravan-')), name)
  }
}
