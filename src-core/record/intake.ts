/**
 * One line of a file in, one record out: `docs/record-format.md` in code. Lenient in form, strict in content: shorthands are spelled
 * out and what is absent is filled in, but nothing unknown or oversized passes. The digest (SHA-256) and the time are passed in.
 */
import { crockford, uuidV8 } from '../base/ids.ts'
import { isLocale, type Locale } from '../text/locale.ts'
import type { MlText } from '../text/multilingual.ts'
import { ENVELOPE_FIELDS } from './envelope.ts'
import { fieldOf, missingFields, REF_PREFIX, recordSchemas, type CaravanRecord } from './record.ts'
import { spellOut } from './shorthand.ts'
import { KINDS, type Kind } from './vocabulary.ts'

type RejectReason = 'line-too-long' | 'not-json' | 'not-object' | 'no-kind' | 'unknown-kind' | 'no-title' | 'unknown-field' | 'invalid-value'
export type Intake =
  | { status: 'complete' | 'incomplete'; record: CaravanRecord; missing: string[]; named: string[] }
  | { status: 'rejected'; reason: RejectReason; values: Record<string, string | number> }

export interface IntakeOptions {
  digest: (text: string) => Uint8Array | Promise<Uint8Array>
  /** ISO instant of the import */
  now: string
}

/** A record of the largest texts in four languages is far below this. */
export const MAX_LINE = 1_048_576
const IGNORED: readonly string[] = ['lang']
/** Made by the system; a file does not set them. */
const OWN_COUNTERS: readonly string[] = ['rev']

const reject = (reason: RejectReason, values: Record<string, string | number> = {}): Intake => ({ status: 'rejected', reason, values })

export async function intake(line: string, options: IntakeOptions): Promise<Intake> {
  // before anything looks inside: a 20 MB line must not be parsed to be refused
  if (line.length > MAX_LINE) return reject('line-too-long', { length: line.length, max: MAX_LINE })
  let input: unknown
  try {
    input = JSON.parse(line)
  } catch {
    return reject('not-json')
  }
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return reject('not-object')
  try {
    return await fromObject(input as Record<string, unknown>, options)
  } catch (error) {
    // only nesting deeper than the stack gets here: no field is that deep
    if (error instanceof RangeError) return reject('invalid-value', { field: '', issue: 'too-deep' })
    throw error
  }
}

async function fromObject(input: Record<string, unknown>, { digest, now }: IntakeOptions): Promise<Intake> {
  const { kind } = input
  if (typeof kind !== 'string' || kind === '') return reject('no-kind')
  if (!KINDS.includes(kind as Kind)) return reject('unknown-kind', { kind: kind.slice(0, 60) })
  const known = kind as Kind
  if (input['lang'] !== undefined && !isLocale(input['lang'])) return reject('invalid-value', { field: 'lang', issue: 'not-a-language' })
  const lang: Locale = isLocale(input['lang']) ? input['lang'] : 'en'

  const fields: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(input)) {
    if (IGNORED.includes(name) || value === null || value === undefined) continue
    const field = fieldOf(known, name)
    if (!field && !ENVELOPE_FIELDS.includes(name as never)) return reject('unknown-field', { field: name.slice(0, 60) })
    const whole = field ? spellOut(field, value, lang) : value
    if (whole !== undefined) fields[name] = whole
  }
  if (!hasText(fields['title'])) return reject('no-title')
  const named = Object.keys(fields).filter((name) => !OWN_COUNTERS.includes(name))

  const ref = fields['ref'] ?? `${REF_PREFIX[known]}-${crockford(await digest(canonical(input)), 12)}`
  const candidate = {
    // another value is refused below; made a text here, `{"toString":1}` would throw
    id: uuidV8(await digest(`caravan:${typeof ref === 'string' ? ref : ''}`)),
    owner: 'HUB', status: 'PUBLISHED', visibility: { level: 'network' }, rev: 0, createdAt: now, updatedAt: now,
    ...fields, ref,
  }
  const parsed = recordSchemas[known].safeParse(candidate)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!
    return reject('invalid-value', { field: issue.path.join('.').slice(0, 120), issue: issue.message.slice(0, 200) })
  }
  const doubled = doubledRow(parsed.data as CaravanRecord)
  if (doubled) return reject('invalid-value', { field: doubled, issue: 'row-id-twice' })
  const record = parsed.data as CaravanRecord
  const missing = missingFields(record)
  return { status: missing.length === 0 ? 'complete' : 'incomplete', record, missing, named }
}

/**
 * The held record with what a line names; unchecked. A record keeps its id and its counters: a file says what a record says,
 * not who it is.
 */
export function mergeIntake(held: CaravanRecord, line: { record: CaravanRecord; named: readonly string[] }): Record<string, unknown> {
  const incoming = line.record as unknown as Record<string, unknown>
  const identity: readonly string[] = ['id', 'kind', 'ref', 'rev', 'createdAt', 'updatedAt']
  return { ...(held as unknown as Record<string, unknown>), ...Object.fromEntries(line.named.filter((n) => !identity.includes(n)).map((n) => [n, incoming[n]])) }
}

const hasText = (title: unknown): boolean => {
  if (typeof title !== 'object' || title === null) return false
  const t = (title as Partial<MlText>).t
  return typeof t === 'object' && t !== null && Object.values(t).some((r) => typeof (r as { text?: unknown })?.text === 'string' && (r as { text: string }).text.trim() !== '')
}

function doubledRow(record: CaravanRecord): string | undefined {
  for (const [name, value] of Object.entries(record)) {
    if (!Array.isArray(value) || typeof value[0] !== 'object' || fieldOf(record.kind, name)?.meta.control !== 'rows') continue
    if (new Set((value as { id: string }[]).map((row) => row.id)).size !== value.length) return name
  }
  return undefined
}

/** JSON with sorted keys: the same content is the same text, however it was written. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).filter(([, v]) => v !== undefined).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`).join(',')}}`
}
