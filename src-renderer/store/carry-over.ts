/** Records made before the profile joined go with it: they become new records of its centre. Edits of the sample stay with the sample. */
import { recordSchema } from '../../src-core/record/record.ts'
import { readKv } from './database.ts'
import { record, type Editing } from './edits.ts'
import type { OutboxRow } from './rows.ts'
import { applyEdit } from './view.ts'

/** Runs at every start: what a crash left half carried is carried on; each line is carried once. */
export async function carryOver(editing: Editing): Promise<void> {
  const { db } = editing.env
  const owner = await readKv(db, 'centre')
  if ((await readKv(db, 'device')) === 'local') return
  const local = (await db.outbox.where('st').equals('local').toArray()).sort((a, b) => a.line - b.line)
  for (const made of local.filter((r) => r.edit.op === 'create')) {
    const mine = local.filter((r) => r.edit.id === made.edit.id)
    const doc = asItStood(mine)
    if (!doc || doc.tombstone) continue
    const saved = await record(editing, { id: doc.id, ref: doc.ref }, { op: 'create', doc: { ...doc, owner, rev: 0 } }, { by: made.by, carries: made.line })
    if (!saved.ok) return
  }
}

const asItStood = (edits: OutboxRow[]) => {
  const doc = edits.reduce<ReturnType<typeof applyEdit>>((before, e) => applyEdit(before, e), undefined)
  return doc && recordSchema.safeParse(doc).success ? doc : undefined
}
