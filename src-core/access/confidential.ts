/** Fields that only the owner centre sees (price floor, contacts, a deal's value): they leave the server for nobody else. */
import { fieldsOf, type CaravanRecord } from '../record/record.ts'
import { KINDS, type Kind } from '../record/vocabulary.ts'
import { centresOfDeal, type Viewer } from './access.ts'

const names = new Map<Kind, readonly string[]>(KINDS.map((kind) => [kind, fieldsOf(kind).filter((f) => f.meta.confidential).map((f) => f.name)]))

export const confidentialFields = (kind: Kind): readonly string[] => names.get(kind) ?? []

/** The record itself, or a copy without what is its owner's alone. */
export function withoutConfidential(record: CaravanRecord): CaravanRecord {
  const masked = confidentialFields(record.kind).filter((name) => name in record)
  if (masked.length === 0) return record
  return Object.fromEntries(Object.entries(record).filter(([name]) => !masked.includes(name))) as unknown as CaravanRecord
}

/** The record as the viewer may hold it. A deal is whole for everybody in its room. */
export const asSeenBy = (record: CaravanRecord, viewer: Viewer): CaravanRecord =>
  record.owner === viewer.centre || centresOfDeal(record).includes(viewer.centre) ? record : withoutConfidential(record)
