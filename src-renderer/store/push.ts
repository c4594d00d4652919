/** The outbox goes out oldest first, and what the server said is on the disk before it is believed. */
import { mutationSchema, pushAnswerSchema, type Mutation } from '../../src-core/sync/protocol.ts'
import type { Line } from './env.ts'
import { ofDevice } from './absorb.ts'
import { readKv } from './database.ts'
import { EDIT_LOCK, save } from './journal-replay.ts'
import type { OutboxRow } from './rows.ts'
import type { LoopHooks } from './sync-loop.ts'
import { ask, SyncError } from './transport.ts'
import type { Env } from './env.ts'

const MAX_PUSH = 200
/** Far below what the server takes; a few long texts fill it. */
const MAX_BYTES = 2_000_000

/** Until nothing waits. */
export async function pushAll(env: Env, hooks: LoopHooks): Promise<void> {
  let lastGap = 0
  let lastLine = 0
  for (;;) {
    const rows = await nextRows(env)
    if (rows.length === 0) return
    if (rows[0]!.line === lastLine) throw new SyncError({ type: 'no-progress', values: { mseq: rows[0]!.mseq } })
    const epoch = await readKv(env.db, 'epoch')
    const answer = await ask(env, { method: 'POST', path: '/v1/push', body: { epoch, muts: rows.map(asMutation) }, timeoutMs: 60_000 }, pushAnswerSchema)
    const sent = new Set(rows.map((r) => r.mseq))
    const at = new Date(env.now()).toISOString()
    const entries: Line['entry'][] = answer.results.filter((r) => sent.has(r.mseq)).map((result) => ({ t: 'result', body: { result, at } }))
    const { gap } = answer
    const hole = gap !== undefined && gap < rows[0]!.mseq
    if (hole) entries.push({ t: 'requeue', body: { from: gap } })
    // neither a result nor a new hole: asking again would only ask again
    if (entries.length === 0 || (hole && gap === lastGap)) throw new SyncError({ type: 'no-progress', values: { mseq: rows[0]!.mseq } })
    if (hole && !(await ofDevice(env.db, gap))) throw new SyncError({ type: 'journal-damaged', values: { mseq: gap } })
    lastGap = hole ? gap : 0
    lastLine = hole ? 0 : rows[0]!.line
    await keep(env, hooks, entries)
  }
}

/** Results and epochs are lines of the journal too. */
export async function keep(env: Env, hooks: LoopHooks, entries: Line['entry'][]): Promise<void> {
  const saved = await env.exclusive(EDIT_LOCK, () => save(env, entries))
  if (!saved.ok) throw new SyncError(saved.error)
  if (saved.value.late !== undefined) throw saved.value.late
  hooks.changed(saved.value.touched)
}

async function nextRows({ db }: Env): Promise<OutboxRow[]> {
  const device = await readKv(db, 'device')
  const queued = (await db.outbox.where('st').equals('queued').toArray()).filter((r) => r.device === device).sort((a, b) => a.mseq - b.mseq)
  let bytes = 0
  return queued.slice(0, MAX_PUSH).filter((row, i) => (bytes += JSON.stringify(row.edit).length) < MAX_BYTES || i === 0)
}

const asMutation = ({ edit, mseq }: OutboxRow): Mutation => mutationSchema.parse({ ...edit, mseq })
