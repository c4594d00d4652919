/** Every way a record changes here: checked by core's rules, saved in the journal, then visible. Saved means: on the disk. */
import { fail, ok, type Result } from '../../src-core/base/result.ts'
import { canMove } from '../../src-core/deal/stages.ts'
import type { CaravanRecord } from '../../src-core/record/record.ts'
import type { Kind } from '../../src-core/record/vocabulary.ts'
import { applyChange, readPath, same, type ChangeSet } from '../../src-core/sync/change.ts'
import { tick } from '../../src-core/sync/hlc.ts'
import { valuesAt } from './absorb.ts'
import type { Saved, SaveFailure, StoreApi } from './api.ts'
import { readKv } from './database.ts'
import type { Env } from './env.ts'
import { EDIT_LOCK, save } from './journal-replay.ts'
import { newRecord } from './new-record.ts'
import { documentsOf } from './queries.ts'
import { rightsHere } from './rights.ts'
import type { Edit, MutEntry, RecordRow } from './rows.ts'
import { asSaveFailure, asStorageError, isStorageError } from './storage-failure.ts'

export type SaveResult = Result<Saved, SaveFailure>
type EditWithout<T> = T extends unknown ? Omit<T, 'hlc' | 'id'> : never

export interface Editing {
  env: Env
  /** why nothing can be written now, or undefined */
  readOnly(): SaveFailure | undefined
  /** tries whether writing works again */
  retry(): Promise<void>
  /** after each save: tell the others, push, and know when the disk refused */
  saved(touched: ReadonlySet<string>, late: unknown): void
  refused(failure: SaveFailure): void
}

/** One saved edit: `line` is its place in the journal, by which it can be taken back. */
export async function record(editing: Editing, row: Pick<RecordRow, 'id' | 'ref'>, edit: EditWithout<Edit>, more: Pick<MutEntry, 'by' | 'before' | 'carries'>): Promise<SaveResult> {
  const { env } = editing
  const now = env.now()
  const hlc = tick((await readKv(env.db, 'hlc')) || undefined, now, await readKv(env.db, 'device'))
  const body: MutEntry = { edit: { ...edit, hlc, id: row.id } as Edit, ref: row.ref, at: new Date(now).toISOString(), ...more }
  const done = await save(env, [{ t: 'mut', body }])
  if (!done.ok) {
    const failure = asSaveFailure(done.error)
    editing.refused(failure)
    return fail(failure)
  }
  editing.saved(done.value.touched, done.value.late)
  return ok({ ref: row.ref, undo: String(done.value.first) })
}

/** `row` as it stands, when it is here and ours; every edit starts with this, inside the lock. */
export async function editable(editing: Editing, ref: string): Promise<Result<RecordRow, SaveFailure>> {
  const row = await editing.env.db.records.where('ref').equals(ref).first()
  if (!row) return fail({ type: 'not-found' })
  return (await (await rightsHere(editing.env.db)).edit(row.record)) ? ok(row) : fail({ type: 'not-mine' })
}

export async function changeRow(editing: Editing, row: RecordRow, set: ChangeSet, by: string, over = 0): Promise<SaveResult> {
  const news = Object.fromEntries(Object.entries(set).filter(([path, value]) => !same(readPath(row.record, path) ?? null, value ?? null)))
  const paths = Object.keys(news)
  if (paths.length === 0) return ok({ ref: row.ref, undo: '' })
  if (!(await (await rightsHere(editing.env.db)).fields(row.record, paths))) return fail({ type: 'not-mine' })
  const applied = applyChange(row.record, news, new Date(editing.env.now()).toISOString())
  if (!applied.ok) return applied
  // what we hold is whole as of `seq`: a path that somebody changed later than that is a path we have not seen
  const base = Object.fromEntries(paths.map((p) => [p, Math.max(row.seq, over)]))
  return record(editing, row, { op: 'set', set: news, base }, { by, before: valuesAt(row.record, paths) })
}

export async function withdrawRow(editing: Editing, row: RecordRow, reason: string, by: string): Promise<SaveResult> {
  if (row.record.tombstone) return ok({ ref: row.ref, undo: '' })
  const done = await record(editing, row, { op: 'withdraw', reason, base: row.seq }, { by })
  // the network has no way back from it, so none is offered
  return done.ok ? ok({ ...done.value, undo: '' }) : done
}

export async function createRecord(editing: Editing, kind: Kind, values: ChangeSet, by: string): Promise<SaveResult> {
  const { env } = editing
  const made = newRecord({ kind, values, by, centre: await readKv(env.db, 'centre'), now: env.now(), random: (n) => env.random(n) })
  if (!made.ok) return made
  const { id, ref } = made.value
  if (!(await (await rightsHere(env.db)).create(made.value))) return fail({ type: 'not-mine' })
  if (await env.db.records.where('ref').equals(ref).count()) return fail({ type: 'ref-taken' })
  return record(editing, { id, ref }, { op: 'create', doc: made.value as unknown as Record<string, unknown> }, { by })
}

export async function moveRow(editing: Editing, row: RecordRow, to: Parameters<typeof canMove>[1], by: string): Promise<SaveResult> {
  const deal: CaravanRecord = row.record
  if (deal.kind !== 'deal') return fail({ type: 'not-found' })
  const move = canMove(deal, to, await documentsOf(editing.env.db, deal.ref))
  if (!move.ok) return fail(move.error)
  return record(editing, row, { op: 'move-stage', from: move.value.from, to, by }, { by })
}

type Edits = Pick<StoreApi, 'create' | 'change' | 'moveStage' | 'withdraw'>

export function edits(editing: Editing): Edits {
  const onRow = (ref: string, act: (row: RecordRow) => Promise<SaveResult>) => alone(editing, async () => {
    const row = await editable(editing, ref)
    return row.ok ? act(row.value) : row
  })
  return {
    create: (kind, values, by) => alone(editing, () => createRecord(editing, kind, values, by)),
    change: (ref, set, by) => onRow(ref, (row) => changeRow(editing, row, set, by)),
    moveStage: (ref, to, by) => onRow(ref, (row) => moveRow(editing, row, to, by)),
    withdraw: (ref, reason, by) => onRow(ref, (row) => withdrawRow(editing, row, reason, by)),
  }
}

/** One edit at a time in all windows: each sees the one before. */
export async function alone<T>(editing: Editing, act: () => Promise<Result<T, SaveFailure>>): Promise<Result<T, SaveFailure>> {
  // the user may have freed space since: they are not told to wait for our next try
  if (editing.readOnly()) await editing.retry()
  const refused = editing.readOnly()
  if (refused) return fail(refused)
  try {
    return await editing.env.exclusive(EDIT_LOCK, act)
  } catch (thrown) {
    const cause = asStorageError(thrown)
    if (!isStorageError(cause)) throw thrown
    const failure = asSaveFailure(cause.failure)
    editing.refused(failure)
    return fail(failure)
  }
}
