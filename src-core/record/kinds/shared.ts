import * as z from 'zod'
import { ml, rows, text, type Section } from '../field.ts'
import { VOCABULARIES } from '../vocabulary.ts'

/** Codes of other classifications, kept as given. */
export const codes = () => rows({ scheme: z.enum(VOCABULARIES.codeScheme), code: z.string().max(40) }, 30, { section: 'codes' })
/** Registered identifiers of an organisation or person. */
export const ids = () => rows({ scheme: z.enum(VOCABULARIES.idScheme), value: z.string().max(120) }, 20, { section: 'codes' })
export const contact = () => rows({ name: text(120).optional(), role: text(80).optional(), email: z.string().max(200).optional(), phone: z.string().max(40).optional() }, 10, { section: 'contact', confidential: true })

/** Where the technology works, or where it shall: compared as intervals. `param` is a code of `locales/<lang>/vocabulary.json` `siteParam`. */
export const SITE_PARAMS = ['ambient', 'salinity', 'dust', 'power', 'water', 'area', 'flow', 'staff', 'training'] as const
export const site = () => rows({ param: z.enum(SITE_PARAMS), min: z.number().optional(), max: z.number().optional(), unit: z.string().max(24), note: text(200).optional() }, 20, { section: 'site' })

export const control = () => rows({ regime: z.enum(VOCABULARIES.controlRegime), listVersion: z.string().max(40), code: z.string().max(40), rationale: text(600).optional(), by: text(120).optional(), at: z.string().max(30).optional() }, 10, { section: 'control' })

/** The face shown to those who may not know who is behind it: written for that, never derived. */
export const publicFace = { publicTitle: ml(256, { section: 'control' }), publicSummary: ml(500, { section: 'control' }) }

export const ipRights = (section: Section = 'rights') => rows({
  office: z.enum(VOCABULARIES.ipOffice), kind: z.enum(VOCABULARIES.ipKind), state: z.enum(VOCABULARIES.ipState),
  application: z.string().max(40).optional(), publication: z.string().max(40).optional(), grant: z.string().max(40).optional(), priority: z.string().max(10).optional(),
  owners: text(300).optional(), nextFee: z.string().max(10).optional(), expires: z.string().max(10).optional(), encumbrance: text(300).optional(),
}, 40, { section })

export const metrics = () => rows({ name: text(120), value: z.string().max(40), unit: z.string().max(24).optional(), baseline: text(160).optional(), evidence: text(200).optional() }, 20, { section: 'facts', required: true })
export const criteria = () => rows({ param: text(120), op: z.enum(VOCABULARIES.criterionOp), value: z.string().max(60), unit: z.string().max(24).optional(), force: z.enum(VOCABULARIES.criterionForce) }, 20, { section: 'facts' })
