/**
 * What waited when the profile joined, or was enrolled anew, goes with it. Records made before joining become records of the new
 * centre; edits of the sample stay with the sample; what an earlier device had not sent yet is sent by this one.
 */
import { recordSchema } from '../../src-core/record/record.ts'
import { readKv } from './database.ts'
import { record, type Editing } from './edits.ts'
import type { OutboxRow } from './rows.ts'
import { applyEdit } from './view.ts'

/** Runs at every start: what a crash left half carried is carried on; each line is carried once. */
export async function carryOver(editing: Editing): Promise<void> {
  const { db } = editing.env
  const device = await readKv(db, 'device')
  if (device === 'local') return
  const owner = await readKv(db, 'centre')
  const waiting = (await db.outbox.where('st').anyOf('local', 'queued').toArray()).filter((r) => r.device !== device).sort((a, b) => a.line - b.line)
  for (const row of waiting) {
    const { edit, ref, by, line, before } = row
    const doc = row.st === 'local' && edit.op === 'create' ? asItStood(waiting.filter((r) => r.st === 'local' && r.edit.id === edit.id)) : undefined
    const news = doc && !doc.tombstone ? ({ op: 'create', doc: { ...doc, owner, rev: 0 } } as const) : row.st === 'queued' ? edit : undefined
    if (!news) continue
    const saved = await record(editing, { id: edit.id, ref }, news, { by, carries: line, ...(before ? { before } : {}) })
    if (!saved.ok) return
  }
}

function asItStood(edits: OutboxRow[]) {
  const doc = edits.reduce<ReturnType<typeof applyEdit>>((before, e) => applyEdit(before, e), undefined)
  return doc && recordSchema.safeParse(doc).success ? doc : undefined
}
