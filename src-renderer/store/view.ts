/** The record a person sees: the server's copy with the local edits on top, in the order they were made. */
import type { CaravanRecord, Deal } from '../../src-core/record/record.ts'
import { recordSchema } from '../../src-core/record/record.ts'
import { applyChange, type ChangeSet } from '../../src-core/sync/change.ts'
import { readKv, type Database } from './database.ts'
import { ON_TOP, type OutboxRow, type RecordRow, type ShadowRow } from './rows.ts'

export const rowOf = (record: CaravanRecord, copy: Pick<RecordRow, 'scope' | 'seq' | 'round' | 'edits'>): RecordRow => ({ id: record.id, ref: record.ref, kind: record.kind, owner: record.owner, updatedAt: record.updatedAt, record, ...copy })

/** The edits of `id` that the server's copy does not show, oldest first. */
async function editsOnTop(db: Database, id: string): Promise<OutboxRow[]> {
  const rows = await db.outbox.where('ids').equals(id).toArray()
  const device = await readKv(db, 'device')
  return rows.filter((r) => r.device === device && ON_TOP.includes(r.st)).sort((a, b) => a.line - b.line)
}

/** Makes the row of `id` again from the server's copy and what is on top. Runs inside the transaction that changed either. */
export async function refresh(db: Database, id: string): Promise<void> {
  const [row, shadow, edits] = [await db.records.get(id), await db.shadow.get(id), await editsOnTop(db, id)]
  const copy: ShadowRow | undefined = shadow ?? (row && row.edits === 0 ? { id, record: row.record, scope: row.scope, seq: row.seq, round: row.round } : undefined)
  if (edits.length === 0) {
    if (shadow) await db.shadow.delete(id)
    if (copy) await db.records.put(rowOf(copy.record, { ...pickCopy(copy), edits: 0 }))
    else if (row) await db.records.delete(id)
    return
  }
  const record = edits.reduce<CaravanRecord | undefined>((before, e) => applyEdit(before, e), copy?.record)
  if (copy && !shadow) await db.shadow.put(copy)
  if (record) await db.records.put(rowOf(record, { ...(copy ? pickCopy(copy) : { scope: 'local', seq: 0, round: 0 }), edits: edits.length }))
  else if (row) await db.records.delete(id)
}
const pickCopy = ({ scope, seq, round }: ShadowRow) => ({ scope, seq, round })

/** An edit whose record is not here changes nothing that can be seen. */
export function applyEdit(before: CaravanRecord | undefined, { edit, at, lost }: Pick<OutboxRow, 'edit' | 'at' | 'lost'>): CaravanRecord | undefined {
  switch (edit.op) {
    case 'create': return before ?? (recordSchema.safeParse(edit.doc).data as CaravanRecord | undefined)
    case 'set': return before && applySet(before, Object.fromEntries(Object.entries(edit.set).filter(([path]) => !lost?.includes(path))), at)
    case 'move-stage': return before?.kind === 'deal' ? moved(before, edit.from, edit.to, edit.by, at) : before
    case 'withdraw': return before && { ...before, status: 'WITHDRAWN', tombstone: { at, reason: edit.reason }, rev: before.rev + 1, updatedAt: at }
  }
}

/** Whole when it can be; else path by path: the copy underneath may have changed so that one path no longer fits. */
function applySet(before: CaravanRecord, set: ChangeSet, at: string): CaravanRecord {
  const whole = applyChange(before, set, at)
  if (whole.ok) return whole.value
  return Object.entries(set).reduce((record, [path, value]) => {
    const one = applyChange(record, { [path]: value }, at)
    return one.ok ? one.value : record
  }, before)
}

function moved(deal: Deal, from: Deal['stage'], to: NonNullable<Deal['stage']>, by: string, at: string): Deal {
  const row = { id: `m-${at}`, ...(from ? { from } : {}), to, at, by: by || '-' }
  return { ...deal, stage: to, stageHistory: [...(deal.stageHistory ?? []), row], rev: deal.rev + 1, updatedAt: at }
}
