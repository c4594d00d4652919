/** The sample files as records, with the shorthands of docs/record-format.md written out (an import does this for real). */
import { fieldsOf, type CaravanRecord } from '../../../src-core/record/record.ts'
import type { Kind } from '../../../src-core/record/vocabulary.ts'

const files = import.meta.glob<string>('../../../src-server/sample/*.jsonl', { eager: true, query: '?raw', import: 'default' })
type Line = Record<string, unknown> & { kind: Kind; ref: string }

const ml = (value: unknown) => {
  if (typeof value !== 'object' || value === null || 't' in value) return value
  const [orig = 'en'] = Object.keys(value)
  return { orig, t: Object.fromEntries(Object.entries(value).map(([l, text]) => [l, { text, state: l === orig ? 'original' : 'human' }])) }
}
function expand(line: Line, index: number): CaravanRecord {
  const record: Record<string, unknown> = { owner: 'HUB', status: 'PUBLISHED', visibility: { level: 'network' }, rev: 3, createdAt: '2026-06-01T08:00:00Z', updatedAt: new Date(Date.UTC(2026, 10, 20) - index * 3.1 * 86_400_000).toISOString(), ...line, id: `0192a000-0000-7000-8000-${String(index).padStart(12, '0')}` }
  for (const { name, meta } of fieldsOf(line.kind)) {
    const value = record[name]
    if (value === undefined) continue
    if (meta.control === 'ml') record[name] = ml(value)
    if (meta.control === 'date' && typeof value === 'string') record[name] = { iso: value }
    if (meta.control === 'rows' && Array.isArray(value)) record[name] = value.map((row: object, i) => ({ id: `r${i + 1}`, ...row }))
  }
  return record as unknown as CaravanRecord
}
export const sampleRecords = (): CaravanRecord[] => Object.values(files).flatMap((text) => text.split('\n').filter((l) => l.trim() !== '')).flatMap((l, i) => {
  try {
    return [expand(JSON.parse(l) as Line, i)]
  } catch {
    return []
  }
})
