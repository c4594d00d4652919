/** Many devices' pushes in one commit: the head is locked, everything is decided in memory, and few statements write it. */
import { createHash } from 'node:crypto'
import { dealOf } from '../../src-core/access/access.ts'
import type { DealDocument } from '../../src-core/deal/checklist.ts'
import { canonical } from '../../src-core/record/intake.ts'
import type { CaravanRecord } from '../../src-core/record/record.ts'
import type { Mutation, MutationResult } from '../../src-core/sync/protocol.ts'
import { apply, type Ground } from './apply.ts'
import type { Client } from './database.ts'
import { devicesById } from './devices.ts'
import { documentsOf, recordsById, recordsByRef, saveRecords, type Held } from './records.ts'
import { reserve, today } from './space.ts'

export interface PushRequest { device: string; epoch: string; muts: Mutation[] }
export type PushOutcome =
  | { ok: true; results: MutationResult[]; gap?: number }
  | { ok: false; type: 'revoked' | 'not-enrolled' | 'epoch' | 'device-forked'; values?: Record<string, string | number> }

const shaOf = (mutation: Mutation) => createHash('sha256').update(canonical(mutation)).digest()

/** The outcomes in the order of the requests, and the head after it. `wrote` is false when all of it was answered before. */
export async function commitPushes(client: Client, space: string, requests: readonly PushRequest[]): Promise<{ outcomes: PushOutcome[]; head: number; wrote: boolean }> {
  const count = requests.reduce((n, r) => n + r.muts.length, 0)
  const { first, epoch } = await reserve(client, space, count)
  const devices = await devicesById(client, space, [...new Set(requests.map((r) => r.device))])
  const stored = await storedAnswers(client, space, requests.flatMap((r) => r.muts.filter((m) => m.mseq <= (devices.get(r.device)?.lastMseq ?? 0)).map((m) => ({ device: r.device, mseq: m.mseq }))))
  const memory = await loadMemory(client, space, requests)

  const now = new Date().toISOString()
  const day = today()
  const log: LogRow[] = []
  let seq = first
  const outcomes = requests.map((request): PushOutcome => {
    const device = devices.get(request.device)
    if (!device) return { ok: false, type: 'not-enrolled' }
    if (device.revoked) return { ok: false, type: 'revoked' }
    if (request.epoch !== epoch) return { ok: false, type: 'epoch', values: { epoch } }
    const results: MutationResult[] = []
    // a number seen before with another content: this device is a copy of another
    const forked = request.muts.find((m) => stored.get(`${request.device} ${m.mseq}`)?.sha.equals(shaOf(m)) === false)
    if (forked) return { ok: false, type: 'device-forked', values: { mseq: forked.mseq } }
    for (const mutation of request.muts) {
      const before = stored.get(`${request.device} ${mutation.mseq}`)
      if (before) {
        if (!before.sha.equals(shaOf(mutation))) return { ok: false, type: 'device-forked', values: { mseq: mutation.mseq } }
        results.push(before.result)
        continue
      }
      if (mutation.mseq !== device.lastMseq + 1) return { ok: true, results, gap: device.lastMseq + 1 }
      const { result, held } = apply(mutation, { viewer: device.viewer, device: request.device, seq, now, today: day }, memory.ground)
      if (held) memory.put(held, request.device)
      const sha = shaOf(mutation)
      stored.set(`${request.device} ${mutation.mseq}`, { sha, result })
      log.push({ device: request.device, mutation, seq, sha, result })
      device.lastMseq = mutation.mseq
      results.push(result)
      seq++
    }
    return { ok: true, results }
  })
  if (log.length > 0) {
    await saveRecords(client, space, memory.changes(), day)
    await saveLog(client, space, log)
  }
  return { outcomes, head: first + count - 1, wrote: log.length > 0 }
}

interface LogRow { device: string; mutation: Mutation; seq: number; sha: Buffer; result: MutationResult }

async function saveLog(client: Client, space: string, log: LogRow[]): Promise<void> {
  const column = <T>(of: (row: LogRow) => T) => log.map(of)
  await client.query(
    `with entries as (select * from unnest($2::uuid[], $3::bigint[], $4::bigint[], $5::text[], $6::text[], $7::text[], $8::uuid[], $9::text[], $10::json[], $11::json[], $12::bytea[])
       as t(device, mseq, seq, gid, hlc, op, record, status, result, body, sha)),
     logged as (insert into mutation(space, device, mseq, seq, gid, hlc, op, record, status, result, body, body_sha) select $1, * from entries)
     update device set last_mseq = l.mseq, seen_at = now() from (select device, max(mseq) as mseq from entries group by device) l where device.space = $1 and device.id = l.device`,
    [space, column((r) => r.device), column((r) => r.mutation.mseq), column((r) => r.seq), column((r) => clean(r.mutation.gid ?? null)), column((r) => clean(r.mutation.hlc)), column((r) => r.mutation.op), column((r) => r.mutation.id),
      column((r) => r.result.status), column((r) => JSON.stringify(r.result)), column((r) => JSON.stringify(r.mutation)), column((r) => r.sha)])
}
/** U+0000 cannot be stored as text; the body keeps the original. */
const clean = (text: string | null) => text?.replaceAll('\u0000', '') ?? null

async function storedAnswers(client: Client, space: string, asked: { device: string; mseq: number }[]): Promise<Map<string, { sha: Buffer; result: MutationResult }>> {
  if (asked.length === 0) return new Map()
  const { rows } = await client.query<{ device: string; mseq: number; body_sha: Buffer; result: MutationResult }>(
    'select m.device, m.mseq, m.body_sha, m.result from mutation m join unnest($2::uuid[], $3::bigint[]) as a(device, mseq) using (device, mseq) where m.space = $1',
    [space, asked.map((a) => a.device), asked.map((a) => a.mseq)])
  return new Map(rows.map((r) => [`${r.device} ${r.mseq}`, { sha: r.body_sha, result: r.result }]))
}

/** What the mutations of one commit may need, and what they have changed so far. */
async function loadMemory(client: Client, space: string, requests: readonly PushRequest[]) {
  const mutations = requests.flatMap((r) => r.muts)
  const byId = new Map<string, Held>()
  const idOf = new Map<string, string>()
  const firstSeen = new Map<string, Held | undefined>()
  const keep = (held: Held) => {
    if (byId.has(held.record.id)) return
    byId.set(held.record.id, held)
    idOf.set(held.record.ref, held.record.id)
    firstSeen.set(held.record.id, held)
  }
  const touched = await recordsById(client, space, [...new Set(mutations.map((m) => m.id))])
  touched.forEach(keep)
  // deals whose centres decide about a document, and refs that a new record wants
  const refs = new Set<string>(touched.map((h) => dealOf(h.record)).filter((d) => d !== undefined))
  for (const m of mutations) {
    if (m.op === 'create') for (const ref of [m.doc['ref'], m.doc['deal'], roomOf(m.doc['visibility'])]) if (typeof ref === 'string') refs.add(ref)
    if (m.op === 'set') for (const ref of [m.set['deal'], roomOf(m.set['visibility'])]) if (typeof ref === 'string') refs.add(ref)
  }
  ;(await recordsByRef(client, space, [...refs].filter((ref) => !idOf.has(ref)).map((ref) => ref.replaceAll('\u0000', '')))).forEach(keep)
  const moving = new Set(mutations.filter((m) => m.op === 'move-stage').map((m) => m.id))
  const deals = [...byId.values()].filter((h) => moving.has(h.record.id)).map((h) => h.record.ref)
  const documents = (await documentsOf(client, space, deals)).map((h) => h.record)
  const writers = await writersOf(client, space, mutations, byId)

  const ground: Ground = {
    byId: (id) => byId.get(id),
    byRef: (ref) => byId.get(idOf.get(ref) ?? ''),
    documentsOf: (deal) => {
      // a document changed in this same commit counts as it is now
      const now = new Map<string, CaravanRecord>(documents.map((d) => [d.id, byId.get(d.id)?.record ?? d]))
      for (const { record } of byId.values()) if (record.kind === 'document') now.set(record.id, record)
      return [...now.values()].filter((d): d is DealDocument => d.kind === 'document' && d.deal === deal && !d.tombstone)
    },
    writerOf: (seq) => writers.get(seq),
  }
  return {
    ground,
    put(held: Held, device: string) {
      if (!firstSeen.has(held.record.id)) firstSeen.set(held.record.id, undefined)
      byId.set(held.record.id, held)
      idOf.set(held.record.ref, held.record.id)
      writers.set(held.seq, device)
    },
    changes: () => [...firstSeen].filter(([id, before]) => byId.get(id) !== before).map(([id, before]) => ({ before, after: byId.get(id)! })),
  }
}

const roomOf = (visibility: unknown): unknown => (typeof visibility === 'object' && visibility !== null ? (visibility as { deal?: unknown }).deal : undefined)

/** Which device made the changes that a mutation was not based on. Asked for only when there are any. */
async function writersOf(client: Client, space: string, mutations: Mutation[], byId: Map<string, Held>): Promise<Map<number, string>> {
  const seqs = new Set<number>()
  for (const m of mutations) {
    const held = byId.get(m.id)
    if (!held) continue
    if (m.op === 'withdraw' && held.seq > m.base) seqs.add(held.seq)
    if (m.op === 'set') {
      const oldest = Math.min(...Object.keys(m.set).map((path) => m.base[path] ?? 0))
      for (const seq of Object.values(held.fv)) if (seq > oldest) seqs.add(seq)
    }
  }
  if (seqs.size === 0) return new Map()
  const { rows } = await client.query<{ seq: number; device: string }>('select seq, device from mutation where space = $1 and seq = any($2::bigint[])', [space, [...seqs]])
  return new Map(rows.map((r) => [r.seq, r.device]))
}

