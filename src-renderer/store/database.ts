import { Dexie, type EntityTable } from 'dexie'
import type { AsideRow, HistoryRow, InboxRow, KvRow, OutboxRow, RecordRow, ShadowRow } from './rows.ts'
import { schema1 } from './schema-1.ts'
import { StorageError } from './storage-failure.ts'

export type Database = Dexie & {
  records: EntityTable<RecordRow, 'id'>
  shadow: EntityTable<ShadowRow, 'id'>
  outbox: EntityTable<OutboxRow, 'line'>
  inbox: EntityTable<InboxRow, 'key'>
  history: EntityTable<HistoryRow, 'key'>
  aside: EntityTable<AsideRow, 'id'>
  kv: EntityTable<KvRow, 'k'>
}

/** Durability is relaxed: the journal in the main process, not this, is what an edit is saved by. */
export function openDatabase(name = 'caravan', options: ConstructorParameters<typeof Dexie>[1] = {}): Database {
  const db = new Dexie(name, { chromeTransactionDurability: 'relaxed', ...options }) as Database
  schema1(db)
  return db
}

/** Small facts, each with its first value. */
const KV = {
  /** the last line of the journal whose effect is in this database */
  journal: 0,
  device: 'local',
  centre: 'HUB',
  /** the number the next mutation gets */
  nextMseq: 1,
  epoch: '',
  cursor: 0,
  /** how many full pulls have begun; a copy of an older round has not been confirmed by this one */
  round: 0,
  /** the full pull of this round is complete */
  complete: false,
  hlc: '',
  lastSuccess: '',
  /** the profile works on the bundled sample */
  sample: false,
  /** ... and its records are in this database */
  sampleHeld: false,
}
export type Kv = typeof KV

export async function readKv<K extends keyof Kv>(db: Database, k: K): Promise<Kv[K]> {
  const row = await db.kv.get(k)
  return row ? (row.v as Kv[K]) : KV[k]
}
export const writeKv = <K extends keyof Kv>(db: Database, k: K, v: Kv[K]) => db.kv.put({ k, v })

/** Everything that must change together does so in this one transaction. */
export const inOneTransaction = <T>(db: Database, work: () => Promise<T>): Promise<T> => db.transaction('rw', [db.records, db.shadow, db.outbox, db.inbox, db.history, db.aside, db.kv], work)

/**
 * Opens; a database that cannot be opened three times is thrown away and made anew: it is a view, the journal and the server hold
 * what it showed. Unless the disk refuses everybody: then nothing is wrong with it, and it opens again when there is space.
 */
export async function openOrRebuild(db: Database, diskTakesWrites: () => Promise<boolean>): Promise<void> {
  for (let attempt = 1; attempt <= 3; attempt++) {
    try {
      await db.open()
      return
    } catch (cause) {
      console.error('the database did not open', attempt, cause)
    }
  }
  if (!(await diskTakesWrites())) throw new StorageError('disk-full', 'at opening')
  await db.delete()
  await db.open()
}

/** After a disk was full the browser may have given the database up: it is opened anew when it does not answer. */
export async function reopen(db: Database): Promise<void> {
  try {
    await db.kv.count()
  } catch {
    db.close({ disableAutoOpen: false })
    await db.open()
  }
}
