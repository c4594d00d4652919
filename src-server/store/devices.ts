/** Devices and the one-time codes that make them. */
import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import type * as z from 'zod'
import { pick, type MlText } from '../../src-core/text/multilingual.ts'
import type { Viewer } from '../../src-core/access/access.ts'
import { crockford } from '../../src-core/base/ids.ts'
import { fail, ok, type Result } from '../../src-core/base/result.ts'
import type { publicKeySchema } from '../../src-core/sync/protocol.ts'
import type { Client, Database } from './database.ts'
import { viewerOf } from './records.ts'

type PublicKey = z.infer<typeof publicKeySchema>
export interface DeviceState { viewer: Viewer; lastMseq: number; revoked: boolean }

export async function devicesById(client: Client, space: string, ids: string[]): Promise<Map<string, DeviceState>> {
  const { rows } = await client.query<{ id: string; centre: string; last_mseq: number; revoked: boolean; countries: string[] | null; hosts: string[] | null }>(
    'select d.id, d.centre, d.last_mseq, d.revoked_at is not null as revoked, c.countries, c.hosts from device d left join centre c on c.space = d.space and c.ref = d.centre where d.space = $1 and d.id = any($2::uuid[])', [space, ids])
  return new Map(rows.map((r) => [r.id, { viewer: viewerOf({ ref: r.centre, countries: r.countries ?? [], hosts: r.hosts ?? [] }), lastMseq: r.last_mseq, revoked: r.revoked }]))
}

export async function deviceKey(db: Database, space: string, id: string): Promise<{ publicKey: PublicKey; centre: string; revoked: boolean } | undefined> {
  const { rows } = await db.pool.query<{ public_key: PublicKey; centre: string; revoked: boolean }>('select public_key, centre, revoked_at is not null as revoked from device where space = $1 and id = $2', [space, id])
  return rows[0] && { publicKey: rows[0].public_key, centre: rows[0].centre, revoked: rows[0].revoked }
}

export async function revokeDevice(db: Database, space: string, id: string): Promise<boolean> {
  return ((await db.pool.query('update device set revoked_at = coalesce(revoked_at, now()) where space = $1 and id = $2', [space, id])).rowCount ?? 0) > 0
}

export interface DeviceEntry { device: string; centre: string; name: string; enrolled: Date; seen: Date | null; revoked: Date | null }
export async function listDevices(db: Database, space: string): Promise<DeviceEntry[]> {
  return (await db.pool.query<DeviceEntry>('select id as device, centre, name, created_at as enrolled, seen_at as seen, revoked_at as revoked from device where space = $1 order by created_at', [space])).rows
}

export async function secretOf(db: Database, space: string): Promise<Uint8Array> {
  const { rows } = await db.pool.query<{ secret: Buffer }>('select secret from space_head where space = $1', [space])
  return rows[0]!.secret
}

const CODE_LENGTH = 12
const CODE_DAYS = 14
/** As it is typed: any case, any separators, and the letters that look like digits. */
const normal = (code: string) => code.toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1').replace(/[^0-9A-Z]/g, '')
const hashOf = (code: string, secret: Uint8Array) => createHmac('sha256', secret).update(`enrol:${normal(code)}`).digest()

/** A one-time code for a new device of the centre; only its keyed hash is stored. */
export async function issueCode(db: Database, space: string, centre: string, name: string): Promise<Result<string, { type: 'unknown-centre'; known: string[] }>> {
  const { rows } = await db.pool.query<{ ref: string }>('select ref from centre where space = $1 order by ref', [space])
  if (!rows.some((r) => r.ref === centre)) return fail({ type: 'unknown-centre', known: rows.slice(0, 50).map((r) => r.ref) })
  const code = crockford(randomBytes(CODE_LENGTH), CODE_LENGTH).replace(/(.{4})(?=.)/g, '$1-')
  await db.pool.query(`insert into enrolment_code(space, hash, centre, name, expires_at) values($1, $2, $3, $4, now() + $5 * interval '1 day')`, [space, hashOf(code, await secretOf(db, space)), centre, name, CODE_DAYS])
  return ok(code)
}

export interface Enrolled { device: string; centre: string; centreName: string; epoch: string }
type EnrolFailure = { type: 'code-unknown' | 'code-used' | 'code-expired' }

/** Spends the code. The same code with the same key again is answered again: the first answer may have been lost on the way. */
export async function spendCode(db: Database, space: string, request: { code: string; devicePub: PublicKey; name: string }): Promise<Result<Enrolled, EnrolFailure>> {
  const hash = hashOf(request.code, await secretOf(db, space))
  return db.write(async (client) => {
    const { rows } = await client.query<{ centre: string; used: boolean; expired: boolean; device: string | null; key: PublicKey | null }>(
      `select e.centre, e.used_at is not null as used, e.expires_at < now() as expired, e.device, d.public_key as key
       from enrolment_code e left join device d on d.space = e.space and d.id = e.device where e.space = $1 and e.hash = $2 for update of e`, [space, hash])
    const code = rows[0]
    if (!code) return fail({ type: 'code-unknown' })
    const again = code.used && code.key?.x === request.devicePub.x
    if (code.used && !again) return fail({ type: 'code-used' })
    if (code.expired && !again) return fail({ type: 'code-expired' })
    const device = again ? code.device! : randomUUID()
    if (!again) {
      await client.query('insert into device(space, id, centre, name, public_key) values($1, $2, $3, $4, $5)', [space, device, code.centre, request.name.replaceAll('\u0000', ''), JSON.stringify(request.devicePub)])
      await client.query('update enrolment_code set used_at = now(), device = $3 where space = $1 and hash = $2', [space, hash, device])
    }
    const { rows: about } = await client.query<{ title: MlText | null; epoch: string }>(`select r.doc->'title' as title, h.epoch from space_head h left join record r on r.space = h.space and r.ref = $2 where h.space = $1`, [space, code.centre])
    return ok({ device, centre: code.centre, centreName: pick(about[0]!.title ?? undefined, about[0]!.title?.orig ?? 'en')?.text ?? code.centre, epoch: about[0]!.epoch })
  })
}
