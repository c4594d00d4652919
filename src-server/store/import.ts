/**
 * A file of records into the network: one transaction a batch, each line answered, repeatable.
 * A line imported once changes nothing when it comes again, even if somebody has edited the record since.
 */
import { createHash } from 'node:crypto'
import { intake, mergeIntake, type Intake } from '../../src-core/record/intake.ts'
import { missingFields, type CaravanRecord } from '../../src-core/record/record.ts'
import { changesBetween, check, same } from '../../src-core/sync/change.ts'
import { Abandon, type Client, type Database } from './database.ts'
import { recordsById, recordsByRef, saveRecords, type Held, type Saved } from './records.ts'
import { reserve, today } from './space.ts'
import { storable } from './storable.ts'

export interface Line { number: number; text: string }
export type LineOutcome = { status: 'complete' | 'incomplete' } | { status: 'rejected'; reason: string; values: Record<string, string | number> }

const digest = (text: string) => createHash('sha256').update(text).digest()
type Accepted = Extract<Intake, { status: 'complete' | 'incomplete' }>

/** The outcomes in the order of the lines. All that is accepted is committed when it answers. */
export async function importBatch(db: Database, space: string, lines: readonly Line[], source: string): Promise<LineOutcome[]> {
  const now = new Date().toISOString()
  const read = await Promise.all(lines.map((line) => intake(line.text, { digest, now })))
  return db.write(async (client) => {
    const { first } = await reserve(client, space, lines.length)
    const accepted = read.filter((r) => r.status !== 'rejected')
    const memory = await loadMemory(client, space, accepted)
    const outcomes = read.map((entry, at): LineOutcome => (entry.status === 'rejected' ? entry : place(entry, { memory, seq: first + at, origin: digest(lines[at]!.text), now })))
    const changes = memory.changes()
    // the numbers just reserved are given back
    if (changes.length === 0) throw new Abandon(outcomes)
    await saveRecords(client, space, changes, today())
    await client.query('insert into import_batch(space, seq, source, records) values($1, $2, $3, $4)', [space, first, source, changes.length])
    return outcomes
  })
}

type Memory = Awaited<ReturnType<typeof loadMemory>>

function place(line: Accepted, { memory, seq, origin, now }: { memory: Memory; seq: number; origin: Buffer; now: string }): LineOutcome {
  const reject = (reason: string, values: Record<string, string | number> = {}): LineOutcome => ({ status: 'rejected', reason, values })
  const { record } = line
  const held = memory.byRef(record.ref)
  if (!held) {
    if (memory.byId(record.id)) return reject('id-taken', { id: record.id })
    if (!storable(record)) return reject('invalid-value', { field: '', issue: 'control-character' })
    memory.put({ record, seq, fv: {}, origin })
    return { status: line.status }
  }
  if (held.record.kind !== record.kind) return reject('other-kind', { ref: record.ref, kind: held.record.kind })
  if (held.origin?.equals(origin)) return statusOf(held.record)
  if (held.record.tombstone) return reject('withdrawn', { ref: record.ref })
  const merged = mergeIntake(held.record, line)
  if (same(merged, held.record)) return statusOf(held.record)
  if (!storable(merged)) return reject('invalid-value', { field: '', issue: 'control-character' })
  const checked = check(record.kind, { ...merged, rev: held.record.rev + 1, updatedAt: now })
  if (!checked.ok) return reject(checked.error.type, checked.error.values)
  const paths = Object.keys(changesBetween(held.record, checked.value))
  memory.put({ record: checked.value, seq, fv: { ...held.fv, ...Object.fromEntries(paths.map((p) => [p, seq])) }, origin, deny: held.deny ?? [] })
  return statusOf(checked.value)
}

const statusOf = (record: CaravanRecord): LineOutcome => ({ status: missingFields(record).length === 0 ? 'complete' : 'incomplete' })

async function loadMemory(client: Client, space: string, lines: readonly Accepted[]) {
  const byRef = new Map<string, Held>()
  const byId = new Map<string, Held>()
  const before = new Map<string, Held>()
  const keep = (held: Held) => {
    byRef.set(held.record.ref, held)
    byId.set(held.record.id, held)
  }
  const found = [...(await recordsByRef(client, space, lines.map((l) => l.record.ref))), ...(await recordsById(client, space, lines.map((l) => l.record.id)))]
  for (const held of found) {
    keep(held)
    before.set(held.record.id, held)
  }
  const touched = new Set<string>()
  return {
    byRef: (ref: string) => byRef.get(ref),
    byId: (id: string) => byId.get(id),
    put(held: Held) {
      keep(held)
      touched.add(held.record.id)
    },
    changes: (): Saved[] => [...touched].map((id) => ({ before: before.get(id), after: byId.get(id)! })),
  }
}
