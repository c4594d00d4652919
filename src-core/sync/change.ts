/**
 * Changes to records. Clients send operations on fields, never whole documents, so that an old client cannot erase what it does
 * not know, and two people may change two fields at once.
 *
 * A path names what an operation touches:
 *   `title/ar`      one language of a multilingual text      value: a rendering, or null to remove it
 *   `notes/<rowId>` one row of a repeated group              value: the row, or null to remove it
 *   `trl`           any other field, whole                   value: the field, or null to empty it
 */
import { fail, ok, type Result } from '../base/result.ts'
import { fieldOf, recordSchemas, type CaravanRecord } from '../record/record.ts'
import { ENVELOPE_FIELDS } from '../record/envelope.ts'
import type { Kind } from '../record/vocabulary.ts'
import { isLocale, LOCALES } from '../text/locale.ts'
import type { MlText } from '../text/multilingual.ts'

export type Path = string
export type ChangeSet = Record<Path, unknown>

/** Envelope fields that an edit may set. Identity, ownership, counters and times are the system's. */
export const SETTABLE_ENVELOPE: readonly string[] = ['steward', 'status', 'openForEoi', 'visibility', 'deny', 'validUntil', 'verification', 'provenance']
/** Fields that only a command changes: the server checks who moves a deal, from where, and why. */
export const COMMAND_FIELDS: readonly string[] = ['stage', 'stageHistory', 'tombstone']

export type ChangeFailure =
  | { type: 'unknown-field'; values: { field: string } }
  | { type: 'not-settable'; values: { field: string } }
  | { type: 'invalid-value'; values: { field: string; issue: string } }

const values = (record: CaravanRecord) => record as unknown as Record<string, unknown>

/** The value at `path`, or undefined. */
export function readPath(record: CaravanRecord, path: Path): unknown {
  const { field, key } = splitPath(path)
  const value = values(record)[field]
  if (key === undefined) return value
  if (Array.isArray(value)) return (value as { id?: string }[]).find((row) => row.id === key)
  return (value as MlText | undefined)?.t?.[key as never]
}

export function splitPath(path: Path): { field: string; key: string | undefined } {
  const slash = path.indexOf('/')
  return slash < 0 ? { field: path, key: undefined } : { field: path.slice(0, slash), key: path.slice(slash + 1) }
}

/** `record` with `set` applied and its `rev` advanced, checked against the kind's schema. `record` itself is untouched. */
export function applyChange(record: CaravanRecord, set: ChangeSet, at: string): Result<CaravanRecord, ChangeFailure> {
  const next = { ...values(record) }
  for (const [path, value] of Object.entries(set)) {
    const { field, key } = splitPath(path)
    const known = fieldOf(record.kind, field)
    if (!known && !ENVELOPE_FIELDS.includes(field as never)) return fail({ type: 'unknown-field', values: { field } })
    if (COMMAND_FIELDS.includes(field) || (!known && !SETTABLE_ENVELOPE.includes(field))) return fail({ type: 'not-settable', values: { field } })
    if (key === undefined) next[field] = value ?? undefined
    else if (known?.meta.control === 'ml' && isLocale(key)) next[field] = setRendering(next[field] as MlText | undefined, key, value)
    else if (known?.meta.control === 'rows') next[field] = setRow(next[field] as { id: string }[] | undefined, key, value)
    else return fail({ type: 'unknown-field', values: { field: path } })
    if (next[field] === undefined) delete next[field]
  }
  next['rev'] = record.rev + 1
  next['updatedAt'] = at
  return check(record.kind, next)
}

export function check(kind: Kind, candidate: unknown): Result<CaravanRecord, ChangeFailure> {
  const parsed = recordSchemas[kind].safeParse(candidate)
  if (parsed.success) return ok(parsed.data as CaravanRecord)
  const issue = parsed.error.issues[0]!
  return fail({ type: 'invalid-value', values: { field: issue.path.join('.'), issue: issue.message } })
}

function setRendering(ml: MlText | undefined, lang: (typeof LOCALES)[number], value: unknown): MlText | undefined {
  const t = { ...ml?.t }
  if (value === null || value === undefined) delete t[lang]
  else t[lang] = value as never
  const left = LOCALES.filter((l) => t[l])
  if (left.length === 0) return undefined
  const orig = ml && t[ml.orig] ? ml.orig : left.includes(lang) ? lang : left[0]!
  return { orig, t }
}

function setRow(rows: { id: string }[] | undefined, id: string, value: unknown): { id: string }[] | undefined {
  const before = rows ?? []
  if (value === null || value === undefined) return before.filter((r) => r.id !== id)
  const row = { ...(value as object), id }
  return before.some((r) => r.id === id) ? before.map((r) => (r.id === id ? row : r)) : [...before, row]
}

/** The operations that turn `before` into `after`: languages and rows one by one, the rest whole. */
export function changesBetween(before: CaravanRecord, after: CaravanRecord): ChangeSet {
  const set: ChangeSet = {}
  const a = values(before)
  const b = values(after)
  for (const field of new Set([...Object.keys(a), ...Object.keys(b)])) {
    if (same(a[field], b[field])) continue
    const known = fieldOf(before.kind, field)
    if (!known && !SETTABLE_ENVELOPE.includes(field)) continue
    if (known?.meta.control === 'ml') {
      const [x, y] = [a[field] as MlText | undefined, b[field] as MlText | undefined]
      for (const lang of LOCALES) if (!same(x?.t[lang], y?.t[lang])) set[`${field}/${lang}`] = y?.t[lang] ?? null
    } else if (known?.meta.control === 'rows') {
      const [x, y] = [(a[field] ?? []) as { id: string }[], (b[field] ?? []) as { id: string }[]]
      for (const id of new Set([...x, ...y].map((r) => r.id))) {
        const [p, q] = [x.find((r) => r.id === id), y.find((r) => r.id === id)]
        if (!same(p, q)) set[`${field}/${id}`] = q ?? null
      }
    } else set[field] = b[field] ?? null
  }
  return set
}

/** Equality of plain JSON values, whatever the order of keys. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const [ka, kb] = [Object.keys(a), Object.keys(b)]
  return ka.length === kb.length && ka.every((k) => k in b && same((a as never)[k], (b as never)[k]))
}

