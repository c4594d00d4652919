/** One page of the server's rows into the database. Cursor, rows and outbox move in one transaction, or not at all. */
import { scopeOf } from '../../src-core/access/access.ts'
import type { CaravanRecord } from '../../src-core/record/record.ts'
import { changesBetween } from '../../src-core/sync/change.ts'
import { pullAnswerSchema, pullRowSchema, type PullRow } from '../../src-core/sync/protocol.ts'
import { valuesAt } from './absorb.ts'
import { inOneTransaction, readKv, writeKv, type Database } from './database.ts'
import type { Env } from './env.ts'
import type { AsideRow, RecordRow, ShadowRow } from './rows.ts'
import { written } from './storage-failure.ts'
import { ask } from './transport.ts'
import { refresh, rowOf } from './view.ts'

export interface Page { since: number; answer: ReturnType<typeof pullAnswerSchema.parse> }
type Put = Extract<PullRow, { t: 'put' }>

/** A page of a thousand rows may take its time on a slow disk. */
const PAGE_TIMEOUT_MS = 30_000

export async function fetchPage(env: Env, limit: number, wait: number): Promise<Page> {
  const since = await readKv(env.db, 'cursor')
  const epoch = await readKv(env.db, 'epoch')
  const path = `/v1/pull?since=${since}&limit=${limit}&wait=${wait}&epoch=${epoch}`
  return { since, answer: await ask(env, { method: 'GET', path, timeoutMs: (wait + 20) * 1000 }, pullAnswerSchema) }
}

/** Answers the ids touched, or `stale` when the page belongs to another time: an answer that was overtaken changes nothing. */
export async function takePage(env: Env, page: Page): Promise<Set<string> | 'stale'> {
  const { db } = env
  const { since, answer } = page
  const { rows, aside } = readRows(answer.rows)
  const now = new Date(env.now()).toISOString()
  return written(inOneTransaction(db, async () => {
    const cursor = await readKv(db, 'cursor')
    if (answer.epoch !== (await readKv(db, 'epoch')) || since > cursor) return 'stale'
    const touched = await putRows(db, rows, await readKv(db, 'round'))
    if (aside.length > 0) await db.aside.bulkPut(aside)
    const next = Math.max(cursor, answer.next)
    await writeKv(db, 'cursor', next)
    for (const id of await finishAcked(db, next)) touched.add(id)
    if (!answer.more) for (const id of await completeRound(db)) touched.add(id)
    await writeKv(db, 'lastSuccess', now)
    return touched
  }), PAGE_TIMEOUT_MS)
}

/** A row this version cannot read is kept for one that can; it never holds up the others. */
function readRows(raw: readonly unknown[]): { rows: PullRow[]; aside: AsideRow[] } {
  const rows: PullRow[] = []
  const aside: AsideRow[] = []
  for (const row of raw) {
    const parsed = pullRowSchema.safeParse(row)
    if (parsed.success) rows.push(parsed.data)
    else {
      const { id, seq, scope } = (row ?? {}) as Partial<Record<'id' | 'seq' | 'scope', unknown>>
      const issue = `${parsed.error.issues[0]?.path.join('.')}: ${parsed.error.issues[0]?.message}`
      const name = typeof id === 'string' ? id : `row-${aside.length}-${JSON.stringify(seq)}`
      aside.push({ id: name, seq: typeof seq === 'number' ? seq : 0, scope: typeof scope === 'string' ? scope : '', row, issue })
      console.error('a row of the server was put aside', name, issue)
    }
  }
  return { rows, aside }
}

async function putRows(db: Database, rows: readonly PullRow[], round: number): Promise<Set<string>> {
  const ids = [...new Set(rows.map((r) => r.id))]
  const held = new Map((await db.records.bulkGet(ids)).filter((r) => r !== undefined).map((r) => [r.id, r]))
  const shadows = new Map((await db.shadow.bulkGet(ids)).filter((r) => r !== undefined).map((r) => [r.id, r]))
  const plain = new Map<string, RecordRow>()
  const touched = new Set<string>()
  const mixed = new Set<string>()
  for (const row of rows) {
    const before = plain.get(row.id) ?? held.get(row.id)
    const copy: Pick<ShadowRow, 'seq' | 'round'> | undefined = shadows.get(row.id) ?? (before?.edits === 0 ? before : undefined)
    // an older round was another life of the server: its numbers say nothing about this one's
    if (copy && copy.round === round && copy.seq > row.seq) continue
    touched.add(row.id)
    const edited = (before?.edits ?? 0) > 0
    if (edited) mixed.add(row.id)
    if (row.t === 'exit') {
      if (edited) shadows.delete(row.id)
      else { plain.delete(row.id); held.delete(row.id) }
      if (edited) await db.shadow.delete(row.id)
      else await db.records.delete(row.id)
      continue
    }
    if (before && copy) await noteReceived(db, before, row)
    const next = { scope: row.scope || scopeOf(row.doc), seq: row.seq, round }
    if (edited) {
      const shadow: ShadowRow = { id: row.id, record: row.doc, ...next }
      shadows.set(row.id, shadow)
      await db.shadow.put(shadow)
    } else plain.set(row.id, rowOf(row.doc, { ...next, edits: 0 }))
  }
  await db.records.bulkPut([...plain.values()])
  await db.aside.bulkDelete([...touched])
  for (const id of mixed) await refresh(db, id)
  return touched
}

/** What others changed in a record that was already here. Our own change, coming back, differs from nothing. */
async function noteReceived(db: Database, before: RecordRow, { id, seq, doc }: Put): Promise<void> {
  const after = changesBetween(before.record, doc as CaravanRecord)
  const paths = Object.keys(after)
  if (paths.length === 0) return
  await db.history.put({ key: `${id} ${seq}`, id, at: doc.updatedAt, by: doc.owner, what: 'received', paths, state: 'accepted', before: valuesAt(before.record, paths), after })
}

/** An accepted edit leaves the outbox when our copy shows it: until then it stays on top, and nothing flickers. */
async function finishAcked(db: Database, cursor: number): Promise<string[]> {
  const shown = await db.outbox.where('st').equals('acked').filter((r) => (r.seq ?? 0) <= cursor).toArray()
  await db.outbox.bulkPut(shown.map((r) => ({ ...r, st: 'done' as const })))
  const ids = [...new Set(shown.flatMap((r) => r.ids))]
  for (const id of ids) await refresh(db, id)
  return ids
}

/** A whole pull in a new life of the server is done: what that life does not know is gone. A part of a pull never says so. */
async function completeRound(db: Database): Promise<string[]> {
  if (await readKv(db, 'complete')) return []
  await writeKv(db, 'complete', true)
  const round = await readKv(db, 'round')
  const ids: string[] = []
  // the first life: nothing older can be here, and a hundred thousand rows need not be looked at to know it
  if (round <= 1) return ids
  for (const row of await db.records.filter((r) => r.round < round).toArray()) {
    ids.push(row.id)
    if (row.edits === 0) await db.records.delete(row.id)
    else {
      await db.shadow.delete(row.id)
      await refresh(db, row.id)
    }
  }
  return ids
}

/** A newer version may read what an older one put aside. */
export async function retryAside(db: Database): Promise<void> {
  const waiting = await db.aside.toArray()
  const { rows } = readRows(waiting.map((a) => a.row))
  if (rows.length > 0) await inOneTransaction(db, async () => putRows(db, rows, await readKv(db, 'round')))
}
