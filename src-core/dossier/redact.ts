/** What may leave in a dossier. It is decided here, once, on the records: what is laid out and what is attached as data are made from the result. */
import type { CaravanRecord, Deal } from '../record/record.ts'
import { fieldsOf } from '../record/record.ts'
import type { Audience, DossierInput, Need } from './input.ts'

/** Notes to ourselves: only our own board reads them, and others are not told that they exist. */
const INTERNAL: Partial<Record<CaravanRecord['kind'], readonly string[]>> = {
  deal: ['probability', 'checklist', 'tasks', 'notes', 'lossReason', 'lessons', 'stageHistory'],
  person: ['consent'],
}
/** Personal data and the rules that hide records from others: in no copy. */
const NEVER: readonly string[] = ['contact', 'contacts', 'deny']

export interface Withheld {
  ref: string
  kind: CaravanRecord['kind']
  field: string
}
export interface Redacted {
  deal: Deal
  offers: DossierInput['offers']
  requests: readonly Need[]
  organisations: DossierInput['organisations']
  documents: DossierInput['documents']
  /** confidential fields that held something and were taken out */
  withheld: Withheld[]
  /** documents that this audience is not even told of */
  hiddenDocuments: number
}

export function redact(input: DossierInput): Redacted {
  const withheld: Withheld[] = []
  const cut = <R extends CaravanRecord>(record: R): R => {
    const gone = new Set(hiddenFields(record.kind, input.audience))
    const kept: Record<string, unknown> = {}
    for (const [name, value] of Object.entries(record)) {
      if (!gone.has(name)) kept[name] = value
      else if (isConfidential(record.kind, name) && !NEVER.includes(name) && !INTERNAL[record.kind]?.includes(name) && hasValue(value)) withheld.push({ ref: record.ref, kind: record.kind, field: name })
    }
    return kept as R
  }
  const documents = input.documents.filter((d) => input.audience === 'board' || d.confidentiality !== 'own-side')
  return {
    deal: cut(input.deal),
    offers: input.offers.map(cut),
    requests: input.requests.map(cut),
    organisations: named(input).map(cut),
    // who uploaded a version is the deal room's business
    documents: documents.map((d) => (d.versions ? { ...cut(d), versions: d.versions.map((v) => ({ ...v, by: '' })) } : cut(d))),
    withheld,
    hiddenDocuments: input.documents.length - documents.length,
  }
}

/** Only organisations that the deal or its items name: a dossier is no directory. */
function named({ deal, offers, requests, organisations }: DossierInput): DossierInput['organisations'] {
  const refs = new Set([...(deal.parties ?? []).map((p) => p.organisation), ...offers.map((o) => o.organisation), ...requests.map((r) => r.organisation)])
  return organisations.filter((o) => refs.has(o.ref))
}

const isConfidential = (kind: CaravanRecord['kind'], name: string) => fieldsOf(kind).some((f) => f.name === name && f.meta.confidential)

function hiddenFields(kind: CaravanRecord['kind'], audience: Audience): string[] {
  if (audience === 'board') return [...NEVER]
  const confidential = fieldsOf(kind).filter((f) => f.meta.confidential).map((f) => f.name)
  return [...NEVER, ...confidential, ...(INTERNAL[kind] ?? [])]
}

const hasValue = (value: unknown) => value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0)
