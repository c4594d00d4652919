/** Rows of records, and what a change of them means for others: who loses sight of what, and who gains it. */
import { centresOfDeal, centresOfScope, denyKeys, holdsScope, keysOf, scopeOf, ALWAYS } from '../../src-core/access/access.ts'
import { withoutConfidential } from '../../src-core/access/confidential.ts'
import { missingFields, type CaravanRecord } from '../../src-core/record/record.ts'
import type { Client } from './database.ts'

export interface Held {
  record: CaravanRecord
  seq: number
  /** path -> seq of its last change */
  fv: Record<string, number>
  /** digest of the line it was last imported from */
  origin?: Buffer | null
  /** deny keys as stored: what was in force when it was last written */
  deny?: string[]
}
export interface Saved { before?: Held | undefined; after: Held }

interface CentreRow { ref: string; countries: string[]; hosts: string[] }
type RecordRow = { doc: CaravanRecord; seq: number; fv: Record<string, number>; origin_sha: Buffer | null; deny: string[] }
const COLUMNS = 'doc, seq, fv, origin_sha, deny'
const held = (row: RecordRow): Held => ({ record: row.doc, seq: row.seq, fv: row.fv, origin: row.origin_sha, deny: row.deny })

export async function recordsById(client: Client, space: string, ids: string[]): Promise<Held[]> {
  if (ids.length === 0) return []
  return (await client.query<RecordRow>(`select ${COLUMNS} from record where space = $1 and id = any($2::uuid[])`, [space, ids])).rows.map(held)
}
export async function recordsByRef(client: Client, space: string, refs: string[]): Promise<Held[]> {
  if (refs.length === 0) return []
  return (await client.query<RecordRow>(`select ${COLUMNS} from record where space = $1 and ref = any($2)`, [space, refs])).rows.map(held)
}
/** Records whose dated deny rules begin or have ended by `day`. */
export async function recordsDueBy(client: Client, space: string, day: string, limit: number): Promise<Held[]> {
  return (await client.query<RecordRow>(`select ${COLUMNS} from record where space = $1 and deny_next <= $2::date order by deny_next limit $3`, [space, day, limit])).rows.map(held)
}
/** Documents that name one of these deals. */
export async function documentsOf(client: Client, space: string, deals: string[]): Promise<Held[]> {
  if (deals.length === 0) return []
  return (await client.query<RecordRow>(`select ${COLUMNS} from record where space = $1 and kind = 'document' and doc->>'deal' = any($2)`, [space, deals])).rows.map(held)
}

/** Writes the records; the head must be locked and their seqs reserved. Each record at most once. */
export async function saveRecords(client: Client, space: string, changes: readonly Saved[], day: string): Promise<void> {
  if (changes.length === 0) return
  const column = <T>(of: (held: Held) => T) => changes.map((c) => of(c.after))
  const deny = column((h) => denyKeys(h.record, ALWAYS, day))
  await client.query(
    `insert into record(space, id, ref, kind, scope, owner, deny, deny_next, seq, doc, fv, missing, origin_sha, shown)
     select $1, id, ref, kind, scope, owner, array(select jsonb_array_elements_text(deny)), deny_next, seq, doc, fv, array(select jsonb_array_elements_text(missing)), origin, shown
     from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::jsonb[], $8::date[], $9::bigint[], $10::json[], $11::json[], $12::jsonb[], $13::bytea[], $14::json[])
       as t(id, ref, kind, scope, owner, deny, deny_next, seq, doc, fv, missing, origin, shown)
     on conflict (space, id) do update set ref = excluded.ref, scope = excluded.scope, owner = excluded.owner, deny = excluded.deny, deny_next = excluded.deny_next,
       seq = excluded.seq, doc = excluded.doc, fv = excluded.fv, missing = excluded.missing, origin_sha = excluded.origin_sha, shown = excluded.shown`,
    [space, column((h) => h.record.id), column((h) => h.record.ref), column((h) => h.record.kind), column((h) => scopeOf(h.record)), column((h) => h.record.owner), deny.map((d) => JSON.stringify(d)),
      column((h) => nextDenyChange(h.record, day)), column((h) => h.seq), column((h) => JSON.stringify(h.record)), column((h) => JSON.stringify(h.fv)), column((h) => JSON.stringify(missingFields(h.record))), column((h) => h.origin ?? null), column((h) => shownToOthers(h.record))])
  const moved = changes.filter((c, at) => c.before && (c.before.record.owner !== c.after.record.owner || scopeOf(c.before.record) !== scopeOf(c.after.record) || (c.before.deny ?? []).join() !== deny[at]!.join()))
  const roomsBefore = await membersOf(client, space, moved.map((c) => scopeOf(c.before!.record)))
  await saveRooms(client, space, changes)
  await saveCentres(client, space, changes)
  await saveExits(client, space, moved, roomsBefore, day)
}

/** What others get instead of the record; null where that is all of it. A deal is whole for everybody in its room. */
function shownToOthers(record: CaravanRecord): string | null {
  if (record.kind === 'deal') return null
  const shown = withoutConfidential(record)
  return shown === record ? null : JSON.stringify(shown)
}

/** The day on which a dated rule begins or has ended, if one is still to come. */
function nextDenyChange(record: CaravanRecord, day: string): string | null {
  const days = (record.deny ?? []).flatMap((r) => [r.from, r.until && dayAfter(r.until)]).filter((d) => d !== undefined && d > day)
  return (days as string[]).sort()[0] ?? null
}
const dayAfter = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)

/** Scopes that several centres hold. When a room's centres change, all that is in it leaves or arrives. */
async function saveRooms(client: Client, space: string, changes: readonly Saved[]): Promise<void> {
  const rooms = new Map<string, { centres: string[]; seq: number }>()
  for (const { after } of changes) {
    const scope = scopeOf(after.record)
    if (after.record.kind === 'deal') rooms.set(scope, { centres: centresOfDeal(after.record), seq: after.seq })
    else if (scope.startsWith('bil:')) rooms.set(scope, { centres: centresOfScope(scope)!, seq: after.seq })
  }
  if (rooms.size === 0) return
  const { rows } = await client.query<{ scope: string; centres: string[] }>('select scope, centres from room where space = $1 and scope = any($2)', [space, [...rooms.keys()]])
  const old = new Map(rows.map((r) => [r.scope, r.centres]))
  for (const [scope, { centres, seq }] of rooms) {
    const before = old.get(scope)
    const lost = (before ?? []).filter((c) => !centres.includes(c))
    const gained = centres.filter((c) => !before?.includes(c))
    if (before && lost.length + gained.length === 0) continue
    await client.query('insert into room(space, scope, centres) values($1, $2, $3) on conflict (space, scope) do update set centres = excluded.centres', [space, scope, centres])
    if (lost.length > 0) await client.query(
      `insert into scope_exit(space, scope, id, seq) select $1, 'ctr:' || c, id, $3 from record, unnest($4::text[]) c where space = $1 and record.scope = $2 and owner <> c
       on conflict (space, scope, id) do update set seq = excluded.seq`, [space, scope, seq, lost])
    // what was put into a deal's room before the deal itself arrived is reached only now
    if (gained.length > 0 && scope.startsWith('deal:')) await client.query('update record set seq = $3 where space = $1 and scope = $2 and seq < $3', [space, scope, seq])
  }
}

/** The countries and hosts of a centre decide which deny rules bind it. */
async function saveCentres(client: Client, space: string, changes: readonly Saved[]): Promise<void> {
  for (const { before, after: { record, seq } } of changes) {
    if (record.kind !== 'centre') continue
    const now = { ref: record.ref, countries: record.countries ?? [], hosts: record.hosts ?? [] }
    await client.query('insert into centre(space, ref, countries, hosts) values($1, $2, $3, $4) on conflict (space, ref) do update set countries = excluded.countries, hosts = excluded.hosts', [space, now.ref, now.countries, now.hosts])
    if (before?.record.kind !== 'centre') continue
    const was = keysOf(viewerOf({ ref: record.ref, countries: before.record.countries ?? [], hosts: before.record.hosts ?? [] }))
    const is = keysOf(viewerOf(now))
    if (was.join() === is.join()) continue
    await client.query(
      `insert into scope_exit(space, scope, id, seq) select $1, 'ctr:' || $2::text, id, $3 from record where space = $1 and deny && $5 and not deny && $4 and owner <> $2
       on conflict (space, scope, id) do update set seq = excluded.seq`, [space, record.ref, seq, was, is])
    await client.query('update record set seq = $2 where space = $1 and deny && $3 and not deny && $4 and seq < $2', [space, seq, was, is])
  }
}

async function membersOf(client: Client, space: string, scopes: string[]): Promise<Map<string, string[]>> {
  if (scopes.length === 0) return new Map()
  const { rows } = await client.query<{ scope: string; centres: string[] }>('select scope, centres from room where space = $1 and scope = any($2)', [space, scopes])
  return new Map(rows.map((r) => [r.scope, r.centres]))
}

/** A record that moved to another scope, or came under a rule, leaves the centres that saw it and may not any longer; others learn nothing. */
async function saveExits(client: Client, space: string, moved: readonly Saved[], roomsBefore: Map<string, string[]>, day: string): Promise<void> {
  if (moved.length === 0) return
  const { rows: centres } = await client.query<CentreRow>('select ref, countries, hosts from centre where space = $1', [space])
  const roomsAfter = await membersOf(client, space, moved.map((c) => scopeOf(c.after.record)))
  const exits: { scope: string; id: string; seq: number }[] = []
  for (const { before, after } of moved) {
    const [from, to] = [scopeOf(before!.record), scopeOf(after.record)]
    const deny = denyKeys(after.record, ALWAYS, day)
    for (const viewer of centres.map(viewerOf)) {
      const keys = keysOf(viewer)
      const sees = (owner: string, scope: string, rooms: Map<string, string[]>, rules: string[]) => owner === viewer.centre || (holdsScope(scope, viewer, rooms.get(scope)) && !keys.some((k) => rules.includes(k)))
      if (!sees(before!.record.owner, from, roomsBefore, before!.deny ?? []) || sees(after.record.owner, to, roomsAfter, deny)) continue
      exits.push({ scope: `ctr:${viewer.centre}`, id: after.record.id, seq: after.seq })
    }
  }
  if (exits.length === 0) return
  await client.query('insert into scope_exit(space, scope, id, seq) select $1, * from unnest($2::text[], $3::uuid[], $4::bigint[]) on conflict (space, scope, id) do update set seq = excluded.seq',
    [space, exits.map((e) => e.scope), exits.map((e) => e.id), exits.map((e) => e.seq)])
}

export const viewerOf = (centre: CentreRow) => ({ centre: centre.ref, countries: centre.countries, hosts: centre.hosts, hub: centre.ref === 'HUB' })
