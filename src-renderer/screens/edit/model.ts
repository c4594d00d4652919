/** The form's own rules: what a field holds while it is written, what is wrong with it, and what a save sends. */
import { fieldsOf, missingFields, type CaravanRecord, type Field } from '../../../src-core/record/record.ts'
import { SECTIONS, type Section } from '../../../src-core/record/field.ts'
import type { Kind } from '../../../src-core/record/vocabulary.ts'
import { changesBetween, COMMAND_FIELDS, splitPath, type ChangeSet } from '../../../src-core/sync/change.ts'
import { graphemes } from '../../../src-core/text/graphemes.ts'
import { isLocale, LOCALES } from '../../../src-core/text/locale.ts'
import type { MlText } from '../../../src-core/text/multilingual.ts'
import type { FieldValues, RowValue } from '../../app/field-types.ts'

/** Envelope fields that the form offers beside the kind's own. */
const ENVELOPE_IN_FORM = ['status', 'visibility', 'validUntil', 'openForEoi'] as const

const PUBLISHED_BY_A_PERSON: readonly Kind[] = ['offer', 'request', 'rd-request']
/**
 * Who sees a new record unless the person says otherwise. An offer or a need is its centre's own until it is published: to show it is
 * already marketing, and gate G1 stands before that.
 */
export function firstLevel(kind: Kind, status: unknown): 'deal-room' | 'centre' | 'network' {
  if (kind === 'deal') return 'deal-room'
  return PUBLISHED_BY_A_PERSON.includes(kind) && status !== 'PUBLISHED' ? 'centre' : 'network'
}
/** What a save of a new record sends. */
export function valuesOfNew(kind: Kind, values: FieldValues): FieldValues {
  const tidied = tidyAll(kind, values)
  return tidied['visibility'] === undefined && firstLevel(kind, tidied['status']) === 'centre' ? { ...tidied, visibility: { level: 'centre' } } : tidied
}
/** A choice of status: publishing what only its centre sees shows it to the network, in the same panel, where it can be chosen otherwise. */
export function withStatus(values: FieldValues, status: string): FieldValues {
  const level = (values['visibility'] as { level?: string } | undefined)?.level
  return { status, ...(status === 'PUBLISHED' && values['status'] !== 'PUBLISHED' && level === 'centre' ? { visibility: { level: 'network' } } : {}) }
}

/** The fields a form shows: not those that only a command changes. */
export const formFields = (kind: Kind): Field[] => fieldsOf(kind).filter((f) => !COMMAND_FIELDS.includes(f.name))
export const sectionsOf = (kind: Kind): { section: Section; fields: Field[] }[] => SECTIONS.map((section) => ({ section, fields: formFields(kind).filter((f) => f.meta.section === section) })).filter((s) => s.fields.length > 0)

/** What is empty is absent: an empty text, list, amount or line is not sent. */
export function tidy(field: Field, value: unknown): unknown {
  if (value === undefined || value === null || value === '') return undefined
  switch (field.meta.control) {
    case 'ml': return tidyMl(value as MlText)
    case 'money': return (value as { amount?: string }).amount ? value : undefined
    case 'money-range': {
      const { min, max, ...rest } = value as { min?: string; max?: string }
      return min || max ? { ...rest, ...(min ? { min } : {}), ...(max ? { max } : {}) } : undefined
    }
    case 'date': return (value as { iso?: string }).iso ? value : undefined
    case 'rows': {
      const rows = (value as RowValue[]).map(tidyRow).filter((r) => Object.keys(r).length > 1)
      return rows.length > 0 ? rows : undefined
    }
    default: return Array.isArray(value) && value.length === 0 ? undefined : value
  }
}
const tidyRow = (row: RowValue): RowValue => Object.fromEntries(Object.entries(row).filter(([, v]) => v !== undefined && v !== '' && !(Array.isArray(v) && v.length === 0))) as RowValue

function tidyMl(ml: MlText): MlText | undefined {
  const kept = LOCALES.filter((l) => (ml.t[l]?.text ?? '').trim() !== '')
  const orig = kept.includes(ml.orig) ? ml.orig : kept[0]
  if (!orig) return undefined
  return { orig, t: Object.fromEntries(kept.map((l) => [l, l === orig ? { ...ml.t[l]!, state: 'original' as const } : ml.t[l]!])) }
}
export const tidyAll = (kind: Kind, values: FieldValues): FieldValues => {
  const out: FieldValues = {}
  for (const field of formFields(kind)) {
    const value = tidy(field, values[field.name])
    if (value !== undefined) out[field.name] = value
  }
  for (const name of ENVELOPE_IN_FORM) if (values[name] !== undefined && values[name] !== '') out[name] = values[name]
  return out
}

/** One thing that is wrong: `where` is a language, a row id and column, or nothing. */
export interface Issue { code: string; lang?: string | undefined; row?: string | undefined; column?: string | undefined; over?: number | undefined }

export function issuesOf(field: Field, value: unknown): Issue[] {
  const tidied = tidy(field, value)
  if (tidied === undefined) return []
  const parsed = field.schema.safeParse(tidied)
  if (parsed.success) return []
  return parsed.error.issues.map((issue): Issue => {
    const path = issue.path
    if (field.meta.control === 'ml' && path[0] === 't') return { code: 'too-long', lang: String(path[1]), over: Math.max(1, graphemes((tidied as MlText).t[path[1] as 'en']?.text ?? '') - (field.meta.max ?? 0)) }
    if (field.meta.control === 'rows' && typeof path[0] === 'number') return { code: rowCode(issue), row: (tidied as RowValue[])[path[0]]?.id, column: path[1] === undefined ? undefined : String(path[1]) }
    return { code: issue.code === 'too_big' && Array.isArray(tidied) && path.length === 0 ? 'too-many' : codeOf(issue.code, issue.message, path) }
  })
}
type ZodIssue = { code?: string; message: string; input?: unknown; path: PropertyKey[] }
const rowCode = (issue: ZodIssue): string => (issue.message === 'too-long' ? 'tooLongPlain' : issue.message.includes('undefined') || issue.code === 'invalid_value' ? 'required' : codeOf(issue.code, issue.message, issue.path))
function codeOf(code: string | undefined, message: string, path: PropertyKey[]): string {
  const last = path.at(-1)
  if (message === 'too-long') return 'tooLongPlain'
  if (message === 'range-reversed') return 'range-reversed'
  if (last === 'currency') return 'currency'
  if (last === 'amount' || last === 'min' || last === 'max') return code === 'invalid_format' ? 'amount' : 'number'
  if (code === 'too_big' || code === 'too_small') return 'range'
  return 'invalid'
}

export const allIssues = (kind: Kind, values: FieldValues): Map<string, Issue[]> => new Map(formFields(kind).map((f) => [f.name, issuesOf(f, values[f.name])] as const).filter(([, issues]) => issues.length > 0))
export const missingIn = (kind: Kind, values: FieldValues): string[] => missingFields({ kind, ...tidyAll(kind, values) } as unknown as CaravanRecord)

/** The record's own values, as the form starts from them. */
export function valuesOf(record: CaravanRecord): FieldValues {
  const all = record as unknown as FieldValues
  return Object.fromEntries([...formFields(record.kind).map((f) => f.name), ...ENVELOPE_IN_FORM].filter((name) => all[name] !== undefined).map((name) => [name, all[name]]))
}

/** What a save sends: one operation a language, a row, a field. */
export function changesOf(record: CaravanRecord, values: FieldValues): ChangeSet {
  const base = { ...(record as unknown as FieldValues) }
  for (const name of [...formFields(record.kind).map((f) => f.name), ...ENVELOPE_IN_FORM]) delete base[name]
  return changesBetween(record, { ...base, ...tidyAll(record.kind, values) } as unknown as CaravanRecord)
}

/** A draft's changes laid over a record that may have moved on: nobody's other edits are undone. Nothing is checked here. */
export function overlay(record: CaravanRecord, set: ChangeSet): FieldValues {
  const values = valuesOf(record)
  for (const [path, value] of Object.entries(set)) {
    const { field, key } = splitPath(path)
    if (key === undefined) values[field] = value ?? undefined
    else if (isLocale(key)) {
      const ml = (values[field] as MlText | undefined) ?? { orig: key, t: {} }
      const { [key]: _gone, ...rest } = ml.t
      values[field] = { orig: ml.orig, t: value === null ? rest : { ...ml.t, [key]: value as never } }
    } else {
      const rows = (values[field] as RowValue[] | undefined) ?? []
      values[field] = value === null ? rows.filter((r) => r.id !== key) : rows.some((r) => r.id === key) ? rows.map((r) => (r.id === key ? (value as RowValue) : r)) : [...rows, value as RowValue]
    }
  }
  return values
}
