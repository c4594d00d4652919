/** A database of each earlier version becomes one of today, with what it holds. */
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, it } from 'vitest'
import { openStore } from '../../src-server/cli/open-store.ts'
import { silentLog } from '../../src-server/log.ts'
import { startEngine } from '../../src-server/postgres/engine.ts'
import { newRecord } from './client.ts'
import { newFolder } from './postgres.ts'

const folder = newFolder()
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const MIGRATIONS = join(import.meta.dirname, '../../src-server/store/migrations')

it('version 1: documents become text, and what is confidential is kept from others', async () => {
  const engine = await startEngine({ data: folder })
  const old = new pg.Client(engine.connection)
  await old.connect()
  await old.query('create table schema_version(version int primary key, name text not null, applied_at timestamptz not null default now())')
  await old.query(readFileSync(join(MIGRATIONS, '0001-log.sql'), 'utf8'))
  await old.query(`insert into schema_version(version, name) values(1, '0001-log.sql')`)
  const records = [newRecord('C-A', { price: { min: '471100471100', currency: 'CNY' } }), newRecord('C-A', {})]
  await old.query('begin')
  const { rows } = await old.query<{ space: string }>(`insert into space_head(name, seq, reserved_from, secret) values('Old', 2, 1, '\\x00') returning space`)
  for (const [at, r] of records.entries()) await old.query(`insert into record(space, id, ref, kind, scope, owner, seq, doc, fv) values($1, $2, $3, 'offer', 'net', 'C-A', $4, $5, '{"trl":1}')`, [rows[0]!.space, r.id, r.ref, at + 1, JSON.stringify(r)])
  await old.query('commit')
  await old.end()

  const store = await openStore({ data: folder }, silentLog)
  expect(store.space).toEqual({ id: rows[0]!.space, name: 'Old' })
  const now = (await store.db.pool.query('select doc, shown, fv from record order by seq')).rows
  expect(now[0]).toMatchObject({ doc: records[0], fv: { trl: 1 } })
  expect(now[0].shown).not.toHaveProperty('price')
  expect(now[0].shown.ref).toBe(records[0]!.ref)
  expect(now[1].shown).toBeNull()
  await store.close()
  // and once more: nothing is applied twice
  await (await openStore({ data: folder }, silentLog)).close()
  await engine.stop()
}, 60_000)

it('a database of a later version is left alone', async () => {
  const data = newFolder()
  const store = await openStore({ data }, silentLog)
  await store.db.pool.query(`insert into schema_version(version, name) values(9999, 'later')`)
  await expect(openStore({ data }, silentLog)).rejects.toThrow('start a newer server')
  await store.close()
  rmSync(data, { recursive: true, force: true })
}, 60_000)
