/** Fields that only the owner centre sees (price floor, contacts, a deal's value): they leave the server for nobody else. */
import { fieldsOf, type CaravanRecord } from '../record/record.ts'
import { KINDS, type Kind } from '../record/vocabulary.ts'
import { centresOfDeal, type Viewer } from './access.ts'

const names = new Map<Kind, readonly string[]>(KINDS.map((kind) => [kind, fieldsOf(kind).filter((f) => f.meta.confidential).map((f) => f.name)]))

export const confidentialFields = (kind: Kind): readonly string[] => names.get(kind) ?? []

/** Names of the fields of this record that the viewer must not receive. */
export function maskedFields(record: CaravanRecord, viewer: Viewer): readonly string[] {
  if (record.owner === viewer.centre || centresOfDeal(record).includes(viewer.centre)) return []
  return confidentialFields(record.kind).filter((name) => name in record)
}

/** The record as the viewer may hold it: itself, or a copy without what is masked. */
export function asSeenBy(record: CaravanRecord, viewer: Viewer): CaravanRecord {
  const masked = maskedFields(record, viewer)
  if (masked.length === 0) return record
  return Object.fromEntries(Object.entries(record).filter(([name]) => !masked.includes(name))) as unknown as CaravanRecord
}
