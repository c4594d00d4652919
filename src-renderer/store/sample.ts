/** The bundled sample network, read into a profile that has joined nothing. Edits on it stay here, and are journaled all the same. */
import { intake } from '../../src-core/record/intake.ts'
import { scopeOf } from '../../src-core/access/access.ts'
import type { CaravanRecord } from '../../src-core/record/record.ts'
import { inOneTransaction, readKv, writeKv } from './database.ts'
import type { Env } from './env.ts'
import { written } from './storage-failure.ts'
import { refresh, rowOf } from './view.ts'

const BATCH = 100

/** Answers how many records it holds; 0 when the profile has joined a network, or there is no sample. */
export async function loadSample(env: Env, changed: (ids: Iterable<string>) => void): Promise<number> {
  if ((await readKv(env.db, 'device')) !== 'local') return 0
  const text = await env.file('/sample/network.jsonl')
  if (text === undefined) return 0
  const now = new Date(env.now()).toISOString()
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  let held = 0
  for (let i = 0; i < lines.length; i += BATCH) {
    const records = (await Promise.all(lines.slice(i, i + BATCH).map((line) => readLine(line, now)))).filter((r) => r !== undefined)
    await written(put(env, records))
    held += records.length
    changed(records.map((r) => r.id))
  }
  await writeKv(env.db, 'sampleHeld', true)
  return held
}

async function readLine(line: string, now: string): Promise<CaravanRecord | undefined> {
  const taken = await intake(line, { digest, now })
  if (taken.status !== 'rejected') return taken.record
  console.error('a line of the sample was refused', taken.reason, taken.values, line.slice(0, 120))
  return undefined
}
const digest = async (text: string) => new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))

/** Local edits on top of it stay on top: after a wipe the journal was read before the sample. */
const put = ({ db }: Env, records: CaravanRecord[]) => inOneTransaction(db, async () => {
  const before = await db.records.bulkGet(records.map((r) => r.id))
  for (const [i, record] of records.entries()) {
    const row = before[i]
    const copy = { scope: scopeOf(record), seq: 0, round: 0 }
    if (row && row.edits > 0) await db.shadow.put({ id: record.id, record, ...copy })
    else await db.records.put(rowOf(record, { ...copy, edits: 0 }))
    await refresh(db, record.id)
  }
})
