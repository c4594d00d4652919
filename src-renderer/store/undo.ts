/** Taking back: by a new change that restores what stood before, so that it works after a sync and is seen by all. */
import { fail, ok } from '../../src-core/base/result.ts'
import { readPath, same } from '../../src-core/sync/change.ts'
import { alone, changeRow, editable, moveRow, withdrawRow, type Editing, type SaveResult } from './edits.ts'
import type { MutEntry } from './rows.ts'

/** `token`: the edit's line in the journal. */
export const undo = (editing: Editing, token: string): Promise<SaveResult> => alone(editing, async (): Promise<SaveResult> => {
  const edited = await editing.env.db.outbox.get(Number(token) || 0)
  if (!edited) return fail({ type: 'not-found' })
  const row = await editable(editing, edited.ref)
  if (!row.ok) return row
  const { edit, by } = edited
  switch (edit.op) {
    case 'create': return withdrawRow(editing, row.value, 'undo', by)
    case 'move-stage': return moveRow(editing, row.value, edit.from, by)
    case 'withdraw': return fail({ type: 'not-settable', values: { field: 'tombstone' } })
    case 'set': return restore(editing, row.value, edited, edit.set)
  }
})

/** Only the paths that still hold what that edit wrote: what somebody wrote later is not swept away with it. */
async function restore(editing: Editing, row: Parameters<typeof changeRow>[1], { before = {}, by }: MutEntry, set: Record<string, unknown>): Promise<SaveResult> {
  const mine = Object.keys(before).filter((path) => same(readPath(row.record, path) ?? null, set[path] ?? null))
  if (mine.length === 0) return ok({ ref: row.ref, undo: '' })
  return changeRow(editing, row, Object.fromEntries(mine.map((path) => [path, before[path]])), by)
}
