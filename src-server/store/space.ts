/** The network this database holds, and its head: the one row that is locked first and orders everything. */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { uuidV8 } from '../../src-core/base/ids.ts'
import type { CaravanRecord } from '../../src-core/record/record.ts'
import type { Client, Database } from './database.ts'
import { saveRecords } from './records.ts'

export interface Space { id: string; name: string }
export interface Head { seq: number; epoch: string }
export interface Reserved { first: number; epoch: string }

/** Far beyond any change that a rolled-back database may have given out before. */
const EPOCH_JUMP = 1_000_000

/** Takes the lock on the order, and `count` numbers of it. */
export async function reserve(client: Client, space: string, count: number): Promise<Reserved> {
  const { rows } = await client.query<{ reserved_from: number; epoch: string }>('update space_head set reserved_from = seq + 1, seq = seq + $2 where space = $1 returning reserved_from, epoch', [space, count])
  return { first: rows[0]!.reserved_from, epoch: rows[0]!.epoch }
}

export async function readHead(client: Client | Database['pool'], space: string): Promise<Head> {
  const { rows } = await client.query<Head>('select seq, epoch from space_head where space = $1', [space])
  return rows[0]!
}

/** A new epoch tells every client that the history it knows may be another one. */
export async function renewEpoch(client: Client, space: string): Promise<void> {
  await client.query('update space_head set epoch = $2, seq = seq + $3, reserved_from = seq + $3 where space = $1', [space, randomUUID(), EPOCH_JUMP])
}

/** The space of this database, made on first use with its one centre, the hub. */
export async function openSpace(db: Database): Promise<Space> {
  return db.write(async (client) => {
    await client.query('lock table space_head in share row exclusive mode')
    const sysid = await systemId(client)
    const { rows } = await client.query<{ space: string; name: string; sysid: string | null }>('select space, name, sysid from space_head order by created_at limit 1')
    const found = rows[0]
    if (found) {
      // the same data under another engine: restored or copied, perhaps older than what clients saw
      if (sysid && found.sysid && sysid !== found.sysid) await renewEpoch(client, found.space)
      if (sysid && sysid !== found.sysid) await client.query('update space_head set sysid = $2 where space = $1', [found.space, sysid])
      return { id: found.space, name: found.name }
    }
    const made = await client.query<{ space: string; name: string }>('insert into space_head(name, sysid, secret) values($1, $2, $3) returning space, name', ['Caravan', sysid, randomBytes(32)])
    const space = made.rows[0]!.space
    const { first } = await reserve(client, space, 1)
    await saveRecords(client, space, [{ after: { record: hubRecord(new Date().toISOString()), seq: first, fv: {} } }], today())
    return { id: space, name: made.rows[0]!.name }
  })
}

/** Identifies the cluster; null where the operator does not let us ask. */
async function systemId(client: Client): Promise<string | null> {
  await client.query('savepoint s')
  try {
    const { rows } = await client.query<{ id: string }>('select system_identifier::text as id from pg_control_system()')
    return rows[0]!.id
  } catch {
    await client.query('rollback to savepoint s')
    return null
  } finally {
    // rows written inside a savepoint carry its own transaction id, and the guard would refuse them
    await client.query('release savepoint s')
  }
}

export const today = () => new Date().toISOString().slice(0, 10)
/** The same ref has the same id on every server. */
const idOfRef = (ref: string) => uuidV8(createHash('sha256').update(`caravan:${ref}`).digest())

function hubRecord(now: string): CaravanRecord {
  const text = (value: string, state: 'original' | 'human') => ({ text: value, state })
  return {
    id: idOfRef('HUB'), kind: 'centre', ref: 'HUB', owner: 'HUB', rev: 0, status: 'PUBLISHED', visibility: { level: 'network' }, createdAt: now, updatedAt: now, centreKind: 'hub', countries: [],
    title: { orig: 'en', t: { en: text('Network hub', 'original'), zh: text('网络枢纽中心', 'human'), ar: text('المركز المحوري للشبكة', 'human'), he: text('מרכז הרשת', 'human') } },
    workingLanguages: ['zh', 'ar', 'en', 'he'],
  }
}
