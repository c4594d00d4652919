/** The connection to PostgreSQL: pool, transactions, and the errors that must not end the process. */
import pg from 'pg'
import type { Log } from '../log.ts'

// seq stays far below 2^53
const types = { getTypeParser: (oid: number, format?: 'text' | 'binary') => (oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format as 'text')) } as pg.CustomTypesConfig

export type Client = pg.PoolClient | pg.Client
export interface Database {
  pool: pg.Pool
  read<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T>
  write<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** Thrown inside `write`: nothing is to be kept, and `value` is the answer all the same. */
export class Abandon<T> extends Error {
  readonly value: T
  constructor(value: T) {
    super('abandoned')
    this.value = value
  }
}

/** `connection` is asked each time one is made: a private engine that was started again has another socket. */
export function openDatabase(connection: () => pg.ClientConfig, log: Log, application: string): Database {
  class CurrentClient extends pg.Client {
    constructor(config?: pg.ClientConfig) {
      super({ ...config, ...connection() })
    }
  }
  // idle sessions stay: they also tell a command that ends beside us that the engine is still wanted
  const pool = new pg.Pool({ Client: CurrentClient, types, max: 16, application_name: application, connectionTimeoutMillis: 10_000, idleTimeoutMillis: 0 })
  // a restarted engine ends idle connections; without a listener that would end us too
  let closing = false
  pool.on('error', (error) => { if (!closing) log.warn('database-connection-lost', { message: error.message }) })
  const transaction = async <T>(begin: string, work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
    const client = await pool.connect()
    let broken: Error | undefined
    const lost = (error: Error) => { broken = error }
    client.on('error', lost)
    try {
      await client.query(begin)
      const value = await work(client)
      await client.query('commit')
      return value
    } catch (error) {
      await client.query('rollback').catch((e: Error) => { broken = e })
      if (error instanceof Abandon) return error.value as T
      throw error
    } finally {
      client.off('error', lost)
      client.release(broken)
    }
  }
  return {
    pool,
    read: (work) => transaction('begin isolation level repeatable read read only', work),
    // a writer that hangs must not hold the head row for ever
    write: (work) => transaction(`begin; set local lock_timeout = '10s'; set local idle_in_transaction_session_timeout = '15s'`, work),
    close() {
      closing = true
      return pool.end()
    },
  }
}
