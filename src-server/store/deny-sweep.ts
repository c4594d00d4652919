/** Deny rules with a first or last day: on that day the record leaves or returns, though nobody touched it. */
import type { Database } from './database.ts'
import { recordsDueBy, saveRecords } from './records.ts'
import { reserve, today } from './space.ts'

const BATCH = 500

/** Applies the rules that begin or end by today; true when anything changed. */
export async function sweepDenyRules(db: Database, space: string, day = today()): Promise<boolean> {
  const due = await db.pool.query('select 1 from record where space = $1 and deny_next <= $2::date limit 1', [space, day])
  if (due.rowCount === 0) return false
  await db.write(async (client) => {
    const { first } = await reserve(client, space, BATCH)
    const held = await recordsDueBy(client, space, day, BATCH)
    await saveRecords(client, space, held.map((before, at) => ({ before, after: { ...before, seq: first + at } })), day)
  })
  await sweepDenyRules(db, space, day)
  return true
}
