import { statSync } from 'node:fs'
import { basename } from 'node:path'
import type { Locale } from '../../src-core/text/locale.ts'
import { importBatch, type Line, type LineOutcome } from '../store/import.ts'
import type { Store } from './open-store.ts'
import { rawLines, type RawLine } from './lines.ts'
import { operatorLocale, rejectWords } from './reject-words.ts'
import { createRejects } from './rejects.ts'
import { Usage } from './usage.ts'

/** Lines a transaction: small enough that a server beside it keeps answering pushes. */
const BATCH = 200
/** Characters of text a batch holds at most. */
const BATCH_SIZE = 8_000_000
const utf8 = new TextDecoder('utf-8', { fatal: true })

/** `imported` counts every record that is kept, `incomplete` those among them that still lack a required field. */
export interface ImportReport { imported: number; incomplete: number; rejected: number; rejects: string | null }

export function checkImportFile(file: string | undefined): string {
  if (file === undefined) throw new Usage('import needs a file: import FILE.jsonl')
  const found = statSync(file, { throwIfNoEntry: false })
  if (!found) throw new Usage(`${file} does not exist`)
  if (!found.isFile()) throw new Usage(`${file} is not a file`)
  return file
}

export async function importFile({ db, space }: Store, file: string, locale: Locale = operatorLocale(undefined)): Promise<ImportReport> {
  const report: ImportReport = { imported: 0, incomplete: 0, rejected: 0, rejects: null }
  const rejects = createRejects(file, rejectWords(locale))
  const reject = async (raw: RawLine, text: string | undefined, reason: string, values: object) => {
    report.rejected++
    await rejects.add(raw, text, reason, values)
  }
  let batch: (Line & { raw: RawLine })[] = []
  let size = 0
  const flush = async () => {
    if (batch.length === 0) return
    const outcomes: LineOutcome[] = await importBatch(db, space.id, batch, basename(file))
    for (const [at, outcome] of outcomes.entries()) {
      if (outcome.status === 'rejected') await reject(batch[at]!.raw, batch[at]!.text, outcome.reason, outcome.values)
      else report.imported++
      if (outcome.status === 'incomplete') report.incomplete++
    }
    batch = []
    size = 0
  }
  for await (const raw of rawLines(file)) {
    let text: string
    try {
      text = utf8.decode(raw.bytes)
    } catch {
      await reject(raw, undefined, 'not-utf8', {})
      continue
    }
    if (text.trim() === '') continue
    if (raw.truncated) {
      await reject(raw, text.slice(0, 1000), 'line-too-long', {})
      continue
    }
    batch.push({ number: raw.number, text, raw })
    size += text.length
    if (batch.length >= BATCH || size > BATCH_SIZE) await flush()
  }
  await flush()
  report.rejects = await rejects.close()
  return report
}
