/** What came back is settled by a person. The settlement is a line of the journal, together with what it sends. */
import { fail, ok, type Result } from '../../src-core/base/result.ts'
import { alone, changeRow, createRecord, editable, moveRow, withdrawRow, type Editing, type SaveResult } from './edits.ts'
import type { Saved, SaveFailure } from './api.ts'
import { save } from './journal-replay.ts'
import type { InboxRow, OutboxRow } from './rows.ts'
import { asSaveFailure } from './storage-failure.ts'
import type { Kind } from '../../src-core/record/vocabulary.ts'

export const settle = (editing: Editing, key: string, keep: 'mine' | 'theirs') => alone(editing, async (): Promise<Result<Saved | null, SaveFailure>> => {
  const { db } = editing.env
  const item = await db.inbox.get(key)
  const edited = item && (await db.outbox.get(item.line))
  if (!item || !edited) return fail({ type: 'not-found' })
  if (keep === 'theirs') return close(editing, key)
  const again = await sendAgain(editing, item, edited)
  if (!again.ok) return again
  // the edit and the settlement are two lines: should the second be lost, the item is still there, and settling it again changes nothing
  const closed = await close(editing, key)
  return closed.ok ? again : closed
})

async function close(editing: Editing, key: string): Promise<Result<null, SaveFailure>> {
  const done = await save(editing.env, [{ t: 'settle', body: { key } }])
  if (!done.ok) return fail(asSaveFailure(done.error))
  editing.saved(done.value.touched, done.value.late)
  return ok(null)
}

async function sendAgain(editing: Editing, item: InboxRow, { edit, by }: OutboxRow): Promise<SaveResult> {
  // what could not be published goes again as what it is: a draft
  const held = item.code === 'incomplete' ? ['status'] : []
  if (edit.op === 'create') return createAgain(editing, edit.doc, by, held)
  const row = await editable(editing, item.ref)
  if (!row.ok) return row
  switch (edit.op) {
    case 'set': return changeRow(editing, row.value, Object.fromEntries(item.paths.filter((p) => !held.includes(p.path)).map((p) => [p.path, p.mine])), by, item.over)
    case 'move-stage': return moveRow(editing, row.value, edit.to, by)
    case 'withdraw': return withdrawRow(editing, row.value, edit.reason, by)
  }
}

const SYSTEM = ['id', 'kind', 'ref', 'owner', 'rev', 'createdAt', 'updatedAt', 'tombstone', 'stage', 'stageHistory']

/** The same words in a new record: the old id and ref may be what the server did not take. */
async function createAgain(editing: Editing, doc: Record<string, unknown>, by: string, held: readonly string[]): Promise<SaveResult> {
  return createRecord(editing, doc['kind'] as Kind, Object.fromEntries(Object.entries(doc).filter(([k]) => !SYSTEM.includes(k) && !held.includes(k))), by)
}
