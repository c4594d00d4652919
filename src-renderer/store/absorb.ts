/**
 * The journal's lines, made visible. An edit is a line first and a row second: the same code runs when the edit is made, when a
 * window missed it, when the app died between the two, and when the whole database was wiped.
 *  R1 lines are absorbed in order, each once: `kv.journal` moves in the transaction that holds their effects.
 *  R2 a mutation's number is its place among the mutations after the last `device` line: no two windows can give one number twice.
 *  R3 a result is absorbed only after its line is on the disk, so a wiped database knows again what the server said.
 *  R4 a new epoch of the server, and a hole it reports, put what it may have forgotten back into the queue.
 */
import { readPath } from '../../src-core/sync/change.ts'
import type { MutationResult } from '../../src-core/sync/protocol.ts'
import type { InboxItem } from './api.ts'
import { inOneTransaction, readKv, writeKv, type Database } from './database.ts'
import type { Line } from './env.ts'
import { inboxOfConflict, inboxOfRejection } from './inbox-items.ts'
import { ON_TOP, type MutEntry, type OutboxRow } from './rows.ts'
import { refresh } from './view.ts'

export interface DeviceEntry { device: string; centre: string; epoch: string; from: number }
/** The journal began anew in the life of a device. */
export type RebaseEntry = DeviceEntry
interface EpochEntry { epoch: string }
interface RequeueEntry { from: number }
interface SettleEntry { key: string }
/** A server's answer, with the time it came. */
interface ResultEntry { result: MutationResult; at: string }

/** Absorbs `lines`; answers the ids of records they touched, or `gap` when a line before the first is missing here. */
export async function absorb(db: Database, lines: readonly Line[]): Promise<Set<string> | 'gap'> {
  return inOneTransaction(db, async () => {
    const touched = new Set<string>()
    let at = await readKv(db, 'journal')
    for (const line of lines) {
      if (line.seq <= at) continue
      if (line.seq > at + 1) return 'gap'
      for (const id of await take(db, line)) touched.add(id)
      at = line.seq
    }
    for (const id of touched) await refresh(db, id)
    await writeKv(db, 'journal', at)
    return touched
  })
}

async function take(db: Database, { seq, entry }: Line): Promise<string[]> {
  switch (entry.t) {
    case 'mut': return takeMut(db, seq, entry.body as MutEntry)
    case 'result': return takeResult(db, entry.body as ResultEntry)
    case 'device': return takeDevice(db, entry.body as DeviceEntry)
    case 'rebase': return takeRebase(db, entry.body as RebaseEntry)
    case 'epoch': return takeEpoch(db, entry.body as EpochEntry)
    case 'requeue': return requeue(db, (entry.body as RequeueEntry).from)
    case 'settle': return takeSettle(db, entry.body as SettleEntry)
    case 'sample': return writeKv(db, 'sample', true).then(() => [])
    // a newer version wrote it: it stays in the journal for the version that knows it
    default: return []
  }
}

async function takeMut(db: Database, line: number, body: MutEntry): Promise<string[]> {
  const device = await readKv(db, 'device')
  const mseq = await readKv(db, 'nextMseq')
  await writeKv(db, 'nextMseq', mseq + 1)
  await writeKv(db, 'hlc', body.edit.hlc)
  await db.outbox.put({ ...body, line, mseq, device, st: device === 'local' ? 'local' : 'queued', ids: [body.edit.id] })
  if (body.carries !== undefined) await db.outbox.update(body.carries, { st: 'carried' })
  return [body.edit.id]
}

async function takeResult(db: Database, { result, at }: ResultEntry): Promise<string[]> {
  const row = await ofDevice(db, result.mseq)
  if (!row) return []
  if (result.status === 'rejected') {
    await toInbox(db, inboxOfRejection(row, result, at), row, 0)
    await db.outbox.put({ ...row, st: 'rejected' })
    return row.ids
  }
  const next: OutboxRow = { ...row, st: 'acked', seq: result.seq ?? 0 }
  if (result.conflicts?.length) {
    next.lost = result.conflicts.map((c) => c.path)
    await toInbox(db, inboxOfConflict(row, result.conflicts, at), row, Math.max(...result.conflicts.map((c) => c.seq)))
  }
  if (next.seq! <= (await readKv(db, 'cursor'))) next.st = 'done'
  await db.outbox.put(next)
  return row.ids
}

const toInbox = (db: Database, item: InboxItem, row: OutboxRow, over: number) => db.inbox.put({ ...item, rid: row.edit.id, line: row.line, over })

export async function ofDevice(db: Database, mseq: number): Promise<OutboxRow | undefined> {
  const device = await readKv(db, 'device')
  return (await db.outbox.where('mseq').equals(mseq).toArray()).find((r) => r.device === device)
}

/** The profile joined (or joined anew): what stood here belonged to another network, or to the sample. */
async function takeDevice(db: Database, body: DeviceEntry): Promise<string[]> {
  await db.records.clear()
  await db.shadow.clear()
  await db.aside.clear()
  await db.history.clear()
  for (const [k, v] of Object.entries({ device: body.device, centre: body.centre, epoch: body.epoch, nextMseq: body.from, cursor: 0, round: 1, complete: false, sample: false, sampleHeld: false })) await db.kv.put({ k, v })
  return []
}

/** The edits that still wait follow, with the numbers they had. */
async function takeRebase(db: Database, { device, centre, epoch, from }: RebaseEntry): Promise<string[]> {
  const stale = (await db.outbox.where('mseq').aboveOrEqual(from).toArray()).filter((r) => r.device === device && ON_TOP.includes(r.st))
  await db.outbox.bulkDelete(stale.map((r) => r.line))
  for (const [k, v] of Object.entries({ device, centre, epoch, nextMseq: from })) await db.kv.put({ k, v })
  return stale.flatMap((r) => r.ids)
}

/** Everything is pulled again; the copies held stay readable until the new pull is complete. */
async function takeEpoch(db: Database, { epoch }: EpochEntry): Promise<string[]> {
  await writeKv(db, 'epoch', epoch)
  await writeKv(db, 'cursor', 0)
  await writeKv(db, 'complete', false)
  await writeKv(db, 'round', (await readKv(db, 'round')) + 1)
  const device = await readKv(db, 'device')
  const acked = (await db.outbox.where('st').equals('acked').toArray()).filter((r) => r.device === device)
  // the newest one goes again even when it was done: a server that went back in time answers with the hole
  const newest = await ofDevice(db, (await readKv(db, 'nextMseq')) - 1)
  for (const row of [...acked, ...(newest ? [newest] : [])]) await again(db, row)
  return acked.flatMap((r) => r.ids)
}

async function requeue(db: Database, from: number): Promise<string[]> {
  const device = await readKv(db, 'device')
  const rows = (await db.outbox.where('mseq').aboveOrEqual(from).toArray()).filter((r) => r.device === device)
  for (const row of rows) await again(db, row)
  return rows.flatMap((r) => r.ids)
}

async function again(db: Database, row: OutboxRow): Promise<void> {
  const { seq: _seq, lost: _lost, ...rest } = row
  await db.outbox.put({ ...rest, st: 'queued' })
  const waiting = await db.inbox.where('rid').equals(row.edit.id).filter((i) => i.line === row.line).primaryKeys()
  await db.inbox.bulkDelete(waiting)
}

async function takeSettle(db: Database, { key }: SettleEntry): Promise<string[]> {
  await db.inbox.delete(key)
  return []
}

/** The values at the paths of a change, as they stand in `record`; null where nothing stands. */
export const valuesAt = (record: Parameters<typeof readPath>[0], paths: readonly string[]) => Object.fromEntries(paths.map((p) => [p, readPath(record, p) ?? null]))
