import * as z from 'zod'
import { countrySchema, dateSchema, instantSchema, refSchema, text } from './field.ts'
import { KINDS, VOCABULARIES } from './vocabulary.ts'

export const visibilitySchema = z.discriminatedUnion('level', [
  z.strictObject({ level: z.enum(['public', 'network', 'centre', 'compliance']) }),
  z.strictObject({ level: z.literal('bilateral'), centres: z.array(refSchema).min(1).max(20) }),
  z.strictObject({ level: z.literal('deal-room'), deal: refSchema }),
])
export type Visibility = z.infer<typeof visibilitySchema>

/** Who must not see, match, count, receive or export a record: a country, a centre or an organisation, from and until a day. */
export const denyRuleSchema = z.strictObject({
  scope: z.enum(VOCABULARIES.denyScope),
  target: z.union([countrySchema, refSchema]),
  applies: z.array(z.enum(VOCABULARIES.denyApplies)).min(1),
  reasonCode: z.enum(VOCABULARIES.denyReason),
  from: dateSchema.optional(),
  until: dateSchema.optional(),
})

export const provenanceSchema = z.strictObject({ kind: z.enum(VOCABULARIES.provenance), sourceUrl: z.string().max(500).optional(), source: text(300).optional(), retrievedAt: dateSchema.optional(), licence: z.string().max(80).optional() })

/** What every record carries. `rev` counts its accepted changes; order between devices is the server's `seq`, kept beside the record. */
export const envelope = {
  id: z.uuid(),
  kind: z.enum(KINDS),
  ref: refSchema,
  /** ref of the centre that owns it: only it edits, others propose */
  owner: refSchema,
  steward: refSchema.optional(),
  rev: z.int().min(0),
  status: z.enum(VOCABULARIES.status),
  /** expressions of interest are welcome; separate from status, as EEN has it */
  openForEoi: z.boolean().optional(),
  visibility: visibilitySchema,
  deny: z.array(denyRuleSchema).max(50).optional(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  validUntil: dateSchema.optional(),
  verification: z.strictObject({ level: z.enum(VOCABULARIES.verification), by: text(120).optional(), at: dateSchema.optional(), method: text(200).optional() }).optional(),
  provenance: z.array(provenanceSchema).max(20).optional(),
  /** a withdrawn record is never removed from the log: it is marked */
  tombstone: z.strictObject({ at: instantSchema, reason: text(300) }).optional(),
} as const
export const ENVELOPE_FIELDS = Object.keys(envelope) as (keyof typeof envelope)[]
