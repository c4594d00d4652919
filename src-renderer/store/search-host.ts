/** Keeps a search engine in step with the database, in small steps, so that typing never waits for a sync. */
import type { SearchAnswer, SearchEngine, SearchRequest } from '../../src-core/search/engine.ts'
import type { CaravanRecord } from '../../src-core/record/record.ts'
import type { Database } from './database.ts'
import type { RecordRow } from './rows.ts'

const CHUNK = 100
/** beyond this many it is said that much changed, not what */
const NAMED = 40

export interface SearchHost {
  /** Reads everything the database holds; the engine answers all the while. */
  fill(): Promise<void>
  /** These records changed; null: many did. */
  note(ids: readonly string[] | null): void
  search(request: SearchRequest): Promise<SearchAnswer>
  /** what the engine holds, by id */
  held: ReadonlyMap<string, CaravanRecord>
}

export function searchHost(db: Database, engine: SearchEngine, changed: (refs: string[] | null) => void, pause: () => Promise<void>): SearchHost {
  const noted = new Set<string>()
  const held = new Map<string, CaravanRecord>()
  let draining: Promise<void> | undefined
  let inHand = 0

  async function fill() {
    let last = ''
    const left = new Set(held.keys())
    for (;;) {
      const rows = await db.records.where('id').above(last).limit(CHUNK).toArray()
      if (rows.length === 0) break
      take(rows)
      for (const row of rows) left.delete(row.id)
      last = rows.at(-1)!.id
      await pause()
    }
    drop([...left])
    changed(null)
  }

  async function drain() {
    while (noted.size > 0) {
      const ids = [...noted].slice(0, CHUNK)
      for (const id of ids) noted.delete(id)
      inHand = ids.length
      const rows = await db.records.bulkGet(ids)
      const gone = ids.filter((_, i) => !rows[i])
      drop(gone)
      const present = rows.filter((r) => r !== undefined)
      take(present)
      inHand = 0
      changed(gone.length > 0 || present.length > NAMED ? null : present.map((r) => r.ref))
      if (noted.size > 0) await pause()
    }
  }
  const drained = () => (draining ??= drain().finally(() => { draining = undefined }))

  function take(rows: RecordRow[]) {
    drop(rows.filter((r) => r.record.tombstone).map((r) => r.id))
    const records = rows.map((r) => r.record).filter((r) => !r.tombstone)
    for (const record of records) held.set(record.id, record)
    try {
      engine.put(records)
    } catch {
      // one record the engine cannot read must not keep the others out
      for (const record of records) putAlone(record)
    }
  }
  function drop(ids: string[]) {
    engine.remove(ids)
    for (const id of ids) held.delete(id)
  }
  function putAlone(record: RecordRow['record']) {
    try {
      engine.put([record])
    } catch (cause) {
      console.error('not indexed', record.ref, cause)
    }
  }

  return {
    fill, held,
    note(ids) {
      if (ids === null) return void fill()
      for (const id of ids) noted.add(id)
      void drained()
    },
    async search(request) {
      // an edit just saved is found; a long backlog (a first sync) is not waited for
      const behind = noted.size + inHand
      if (behind > 0 && behind <= NAMED) await drained()
      return engine.search(request)
    },
  }
}
