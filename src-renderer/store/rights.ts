/** What core's rules say about this profile's centre, with what the database knows about it. The server says it again, and last. */
import { centresOfDeal, dealOf, HUB, mayCreate, mayEdit, mayEditField, type Viewer } from '../../src-core/access/access.ts'
import type { CaravanRecord } from '../../src-core/record/record.ts'
import { splitPath } from '../../src-core/sync/change.ts'
import { readKv, type Database } from './database.ts'

export interface Rights {
  edit(record: CaravanRecord): Promise<boolean>
  fields(record: CaravanRecord, paths: readonly string[]): Promise<boolean>
  create(record: CaravanRecord): Promise<boolean>
}
const yes = () => Promise.resolve(true)

/** A profile that has joined nothing works alone on a sample: there is nobody else whose record it could be. */
export async function rightsHere(db: Database): Promise<Rights> {
  if ((await readKv(db, 'device')) === 'local') return { edit: yes, fields: yes, create: yes }
  const viewer = await viewerHere(db, await readKv(db, 'centre'))
  const centresFor = async (record: CaravanRecord): Promise<string[]> => {
    const ref = record.kind === 'deal' ? undefined : dealOf(record)
    const deal = ref === undefined ? record : (await db.records.where('ref').equals(ref).first())?.record
    return deal ? centresOfDeal(deal) : []
  }
  return {
    edit: async (record) => mayEdit(record, viewer, await centresFor(record)),
    fields: async (record, paths) => paths.every((path) => mayEditField(record, viewer, splitPath(path).field)),
    create: async (record) => mayCreate(record, viewer, await centresFor(record)),
  }
}

async function viewerHere(db: Database, centre: string): Promise<Viewer> {
  const own = (await db.records.where('ref').equals(centre).first())?.record
  const hub = centre === HUB || (own?.kind === 'centre' && own.centreKind === 'hub')
  return { centre, hub, countries: own?.kind === 'centre' ? (own.countries ?? []) : [], hosts: own?.kind === 'centre' ? (own.hosts ?? []) : [] }
}
