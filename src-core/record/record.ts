import * as z from 'zod'
import { envelope } from './envelope.ts'
import { metaOf, type FieldMeta } from './field.ts'
import { offer, rdRequest, request } from './kinds/catalogue.ts'
import { deal, document } from './kinds/deal.ts'
import { centre, event, facility, organisation, person, programme } from './kinds/network.ts'
import type { Kind } from './vocabulary.ts'

/** The fields of each kind, in the order a form shows them. */
export const FIELDS = { centre, organisation, person, facility, event, programme, offer, request, 'rd-request': rdRequest, deal, document } as const satisfies Record<Kind, Record<string, z.ZodType>>

const schemaOf = <K extends Kind>(kind: K) => z.strictObject({ ...envelope, kind: z.literal(kind), ...FIELDS[kind] })
export const recordSchemas = {
  centre: schemaOf('centre'), organisation: schemaOf('organisation'), person: schemaOf('person'), facility: schemaOf('facility'), event: schemaOf('event'), programme: schemaOf('programme'),
  offer: schemaOf('offer'), request: schemaOf('request'), 'rd-request': schemaOf('rd-request'), deal: schemaOf('deal'), document: schemaOf('document'),
} as const

/** A whole record, as stored, sent and shown. A draft may lack required fields: see `missingFields`. */
export const recordSchema = z.discriminatedUnion('kind', [
  recordSchemas.centre, recordSchemas.organisation, recordSchemas.person, recordSchemas.facility, recordSchemas.event, recordSchemas.programme,
  recordSchemas.offer, recordSchemas.request, recordSchemas['rd-request'], recordSchemas.deal, recordSchemas.document,
])
export type CaravanRecord = z.infer<typeof recordSchema>
export type RecordOf<K extends Kind> = z.infer<(typeof recordSchemas)[K]>
export type Offer = RecordOf<'offer'>
export type Request = RecordOf<'request'>
export type RdRequest = RecordOf<'rd-request'>
export type Deal = RecordOf<'deal'>
export type Organisation = RecordOf<'organisation'>

/** The start of a new ref: `TO-CN-2026-7K3QF`. EEN's letters for profiles, the field's for the rest. */
export const REF_PREFIX: Record<Kind, string> = { centre: 'C', organisation: 'ORG', person: 'P', facility: 'F', event: 'EV', programme: 'PR', offer: 'TO', request: 'TR', 'rd-request': 'RDR', deal: 'D', document: 'DOC' }

export interface Field {
  name: string
  schema: z.ZodType
  meta: FieldMeta
}
/** The fields of `kind` with their metadata, in form order. */
export const fieldsOf = (kind: Kind): Field[] => Object.entries(FIELDS[kind]).map(([name, schema]) => ({ name, schema, meta: metaOf(schema)! }))

export const fieldOf = (kind: Kind, name: string): Field | undefined => {
  // own fields only: `constructor` is not a field
  const schema = Object.hasOwn(FIELDS[kind], name) ? (FIELDS[kind] as Record<string, z.ZodType>)[name] : undefined
  return schema && { name, schema, meta: metaOf(schema)! }
}

/** Names of required fields that hold nothing. A record may be kept and worked on without them, but not published. */
export function missingFields(record: CaravanRecord): string[] {
  const values = record as unknown as Record<string, unknown>
  return fieldsOf(record.kind).filter((f) => f.meta.required && isEmpty(values[f.name])).map((f) => f.name)
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true
  if (Array.isArray(value)) return value.length === 0
  if (typeof value === 'object' && 't' in value) return Object.values(value.t as Record<string, { text: string }>).every((r) => r.text === '')
  return false
}
