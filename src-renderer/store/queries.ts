/** Reading: everything here is answered from the database alone, and waits for nothing. */
import { missingFields, type CaravanRecord, type RecordOf } from '../../src-core/record/record.ts'
import { KINDS, type Kind } from '../../src-core/record/vocabulary.ts'
import { pick } from '../../src-core/text/multilingual.ts'
import type { Held, HistoryEntry, InboxItem, KeptEdit, ListRequest } from './api.ts'
import { readKv, type Database } from './database.ts'
import { rightsHere } from './rights.ts'
import type { OutboxRow, RecordRow } from './rows.ts'

export async function get(db: Database, refs: readonly string[]): Promise<Held[]> {
  const rows = await db.records.where('ref').anyOf([...new Set(refs)]).toArray()
  const alone = (await readKv(db, 'device')) === 'local'
  const rights = await rightsHere(db)
  const byRef = new Map(rows.map((row) => [row.ref, row]))
  const held = refs.map((ref) => byRef.get(ref)).filter((row) => row !== undefined)
  return Promise.all(held.map(async ({ record, edits }) => ({ record, pending: alone ? 0 : edits, missing: missingFields(record), mine: await rights.edit(record) })))
}

export async function list(db: Database, { kind, where = {}, sort = 'updatedAt', limit }: ListRequest): Promise<CaravanRecord[]> {
  const wanted = Object.entries(where)
  const rows = await db.records.where('kind').equals(kind).filter((row) => !row.record.tombstone && wanted.every(([field, value]) => holds(row, field, value))).toArray()
  const records = rows.map((r) => r.record).sort(ORDER[sort])
  return limit === undefined ? records : records.slice(0, limit)
}

function holds(row: RecordRow, field: string, value: unknown): boolean {
  const here = (row.record as unknown as Record<string, unknown>)[field]
  return Array.isArray(here) ? here.includes(value) : here === value
}

const title = (r: CaravanRecord) => pick(r.title, r.title?.orig ?? 'en')?.text ?? r.ref
const ORDER: Record<NonNullable<ListRequest['sort']>, (a: CaravanRecord, b: CaravanRecord) => number> = {
  updatedAt: (a, b) => (a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : a.ref < b.ref ? -1 : 1),
  title: (a, b) => title(a).localeCompare(title(b)),
  ref: (a, b) => (a.ref < b.ref ? -1 : 1),
}

export async function counts(db: Database): Promise<Record<Kind, number>> {
  const pairs = await Promise.all(KINDS.map(async (kind) => [kind, await db.records.where('kind').equals(kind).count()] as const))
  return Object.fromEntries(pairs) as Record<Kind, number>
}

export async function documentsOf(db: Database, deal: string): Promise<RecordOf<'document'>[]> {
  const rows = await db.records.where('kind').equals('document').filter((row) => row.record.kind === 'document' && row.record.deal === deal).toArray()
  return rows.map((r) => r.record as RecordOf<'document'>)
}

export async function inbox(db: Database): Promise<InboxItem[]> {
  const rows = await db.inbox.toArray()
  return rows.sort((a, b) => b.line - a.line).map(({ rid: _rid, line: _line, over: _over, ...item }) => item)
}

/** Newest first: what was done here, from the outbox; what others did, as it came. */
export async function history(db: Database, ref: string): Promise<HistoryEntry[]> {
  const row = await db.records.where('ref').equals(ref).first()
  const id = row?.id ?? (await db.inbox.filter((i) => i.ref === ref).first())?.id
  if (!id) return []
  const own = (await db.outbox.where('ids').equals(id).toArray()).filter((r) => r.st !== 'carried').map(asHistory)
  const received = (await db.history.where('id').equals(id).toArray()).map(({ key: _key, id: _id, ...entry }) => entry)
  return [...own, ...received].sort((a, b) => (a.at < b.at ? 1 : -1))
}

const MOST_EDITS = 60
export async function edits(db: Database): Promise<KeptEdit[]> {
  const [waiting, last] = await Promise.all([db.outbox.where('st').equals('queued').limit(500).toArray(), db.outbox.reverse().filter((r) => r.st !== 'carried').limit(MOST_EDITS).toArray()])
  const rows = [...new Map([...waiting, ...last].map((row) => [row.line, row])).values()]
  return rows.sort((a, b) => b.line - a.line).map((row) => ({ ...asHistory(row), key: String(row.line), ref: row.ref }))
}

const STATE: Record<OutboxRow['st'], HistoryEntry['state']> = { local: 'kept', queued: 'kept', acked: 'accepted', done: 'accepted', carried: 'accepted', rejected: 'rejected' }

function asHistory({ edit, at, by, st, before }: OutboxRow): HistoryEntry {
  const after = edit.op === 'set' ? edit.set : edit.op === 'move-stage' ? { stage: edit.to } : undefined
  const was = edit.op === 'move-stage' ? { stage: edit.from } : before
  return { at, by, what: edit.op, paths: after ? Object.keys(after) : [], state: STATE[st], ...(was ? { before: was } : {}), ...(after ? { after } : {}) }
}
