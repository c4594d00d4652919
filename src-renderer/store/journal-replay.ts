/** Brings the database up to the journal: at every start, before every edit that may have been preceded by a lost one, after a wipe. */
import { fail, ok, type Result } from '../../src-core/base/result.ts'
import { absorb, type RebaseEntry } from './absorb.ts'
import { inOneTransaction, readKv, writeKv } from './database.ts'
import { appendJournal, readJournal, type Env, type Line } from './env.ts'
import { written } from './storage-failure.ts'

export const EDIT_LOCK = 'caravan-edit'

/** Absorbs every line this database has not seen. Answers the ids touched. */
export async function catchUp(env: Env): Promise<Result<Set<string>>> {
  const touched = new Set<string>()
  for (;;) {
    const after = await readKv(env.db, 'journal')
    const read = await readJournal(env, after)
    if (!read.ok) return read
    if (read.value.head < after) {
      const rewritten = await journalLost(env, read.value.head)
      if (!rewritten.ok) return rewritten
      continue
    }
    if (read.value.lines.length === 0) return ok(touched)
    const ids = await written(absorb(env.db, read.value.lines), 60_000)
    // another window was faster; look again
    if (ids === 'gap') continue
    for (const id of ids) touched.add(id)
  }
}

/**
 * Saves `entries`: they are on the disk when this answers ok, and then visible here. When only the second half fails, the edit is
 * still saved: the next catch-up shows it.
 */
export async function save(env: Env, entries: Line['entry'][]): Promise<Result<{ first: number; touched: Set<string>; late: unknown }>> {
  const appended = await appendJournal(env, entries)
  if (!appended.ok) return appended
  const first = appended.value.seq - entries.length + 1
  try {
    const touched = await written(absorb(env.db, entries.map((entry, i) => ({ seq: first + i, entry }))))
    if (touched !== 'gap') return ok({ first, touched, late: undefined })
    const caught = await catchUp(env)
    return caught.ok ? ok({ first, touched: caught.value, late: undefined }) : ok({ first, touched: new Set(), late: caught.error })
  } catch (late) {
    return ok({ first, touched: new Set(), late })
  }
}

/**
 * The journal is shorter than what we absorbed: it was lost or put back. What still waits is written into it again, after a line
 * that says where its numbers go on; what was known by the old line numbers is moved out of the new ones' way.
 */
async function journalLost(env: Env, head: number): Promise<Result<null>> {
  const { db } = env
  const device = await readKv(db, 'device')
  const waiting = (await db.outbox.where('st').anyOf('queued', 'local').toArray()).filter((r) => r.device === device).sort((a, b) => a.mseq - b.mseq)
  const from = waiting[0]?.mseq ?? (await readKv(db, 'nextMseq'))
  const body: RebaseEntry = { device, from, centre: await readKv(db, 'centre'), epoch: await readKv(db, 'epoch') }
  const muts = waiting.map(({ edit, ref, at, by, before }) => ({ t: 'mut', body: { edit, ref, at, by, ...(before ? { before } : {}) } }))
  const entries = [{ t: 'rebase', body }, ...muts]
  for (let i = 0; i < entries.length; i += 500) {
    const appended = await appendJournal(env, entries.slice(i, i + 500))
    if (!appended.ok) return fail(appended.error)
  }
  await inOneTransaction(db, async () => {
    const rows = await db.outbox.toArray()
    await db.outbox.clear()
    await db.outbox.bulkPut(rows.map((r) => ({ ...r, line: r.line - OLD_JOURNAL })))
    await db.inbox.toCollection().modify((item) => { item.line -= OLD_JOURNAL })
    await writeKv(db, 'journal', head)
  })
  return ok(null)
}
const OLD_JOURNAL = 1_000_000_000
