/** Brings a database to the current shape: one file a version, in order, each once, never changed after it was released. */
import { readdirSync, readFileSync } from 'node:fs'
import type { Database } from './database.ts'

const folder = new URL('migrations/', import.meta.url)
const migrations = () => readdirSync(folder).filter((name) => /^\d{4}-.*\.sql$/.test(name)).sort().map((name) => ({ version: Number(name.slice(0, 4)), name }))

export async function migrate(db: Database): Promise<void> {
  const known = migrations()
  const newest = known.at(-1)!.version
  await db.pool.query('create table if not exists schema_version(version int primary key, name text not null, applied_at timestamptz not null default now())').catch(ignoreRace)
  await db.write(async (client) => {
    await client.query('lock table schema_version in exclusive mode')
    const { rows } = await client.query<{ version: number }>('select version from schema_version')
    const applied = new Set(rows.map((r) => r.version))
    const ahead = Math.max(0, ...applied)
    if (ahead > newest) throw new Error(`this database has version ${ahead}, this server knows ${newest}: start a newer server`)
    for (const { version, name } of known) {
      if (applied.has(version)) continue
      await client.query(readFileSync(new URL(name, folder), 'utf8'))
      await client.query('insert into schema_version(version, name) values($1, $2)', [version, name])
    }
  })
}

/** Two starts at once: `if not exists` is not atomic, and the loser finds the table there. */
const ignoreRace = (error: { code?: string }) => {
  if (error.code !== '23505' && error.code !== '42P07') throw error
}
