/** The store that a command works on: a database by URL, or the private engine on a folder, shared with a running server. */
import { resolve } from 'node:path'
import pg from 'pg'
import type { Log } from '../log.ts'
import { startEngine, type Engine } from '../postgres/engine.ts'
import { alive } from '../postgres/postmaster.ts'
import { openDatabase, type Database } from '../store/database.ts'
import { migrate } from '../store/migrate.ts'
import { openSpace, type Space } from '../store/space.ts'

export interface Where { data?: string | undefined; databaseUrl?: string | undefined; bin?: string | undefined }
export interface Store {
  db: Database
  space: Space
  /** starts the private engine again when it dies, until closed; a database by URL is its operator's */
  keepRunning(): void
  close(): Promise<void>
}

const DEFAULT_DATA = resolve(import.meta.dirname, '../../.cache/server')

export async function openStore({ data = DEFAULT_DATA, databaseUrl, bin }: Where, log: Log): Promise<Store> {
  const start = () => startEngine({ data, ...(bin === undefined ? {} : { bin }) })
  let engine = databaseUrl === undefined ? await start() : undefined
  const db = openDatabase(() => engine?.connection ?? { connectionString: databaseUrl! }, log, SESSIONS)
  let watch: NodeJS.Timeout | undefined
  let starting: Promise<void> | undefined
  const restart = async () => {
    log.warn('engine-died', { pid: engine?.pid })
    await start().then((next) => { engine = next }, (error: Error) => log.error('engine-not-started', { message: error.message }))
    starting = undefined
  }
  const close = async () => {
    clearInterval(watch)
    await starting
    await db.close()
    if (engine) await stopWhenLast(engine)
  }
  const keepRunning = () => {
    if (engine) watch = setInterval(() => { if (!alive(engine!.pid)) starting ??= restart() }, WATCH_MS)
  }
  try {
    await migrate(db)
    return { db, space: await openSpace(db), keepRunning, close }
  } catch (error) {
    await close().catch(() => {})
    throw error
  }
}

const WATCH_MS = 500
const SESSIONS = `caravan-${process.pid}`

/** Whoever leaves last stops the engine: a server and an import may share it, and either may end first. */
async function stopWhenLast(engine: Engine): Promise<void> {
  if ((await othersConnected(engine)) === false) await engine.stop()
}

async function othersConnected(engine: Engine): Promise<boolean | undefined> {
  const client = new pg.Client({ ...engine.connection, application_name: SESSIONS, connectionTimeoutMillis: 2000 })
  client.on('error', () => {})
  try {
    await client.connect()
    // our own sessions were closed just now and may still be on their way out
    const { rows } = await client.query<{ others: boolean }>(`select exists(select 1 from pg_stat_activity where backend_type = 'client backend' and application_name <> $1) as others`, [SESSIONS])
    return rows[0]!.others
  } catch {
    return undefined // it has been stopped already
  } finally {
    await client.end().catch(() => {})
  }
}
