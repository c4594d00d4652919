/** What a column of a repeated group is, read from its schema: the same schema that checks it also says how it is shown and edited. */
import * as z from 'zod'
import { VOCABULARIES, type VocabularyName } from '../../src-core/record/vocabulary.ts'
import { SITE_PARAMS } from '../../src-core/record/kinds/shared.ts'
import { LOCALES } from '../../src-core/text/locale.ts'
import { countrySchema, currencySchema, dateSchema, instantSchema, refSchema } from '../../src-core/record/field.ts'

type ColumnKind = 'text' | 'code' | 'number' | 'flag' | 'locale' | 'locales' | 'ref' | 'date' | 'instant' | 'currency' | 'country' | 'enum'
export interface Column { name: string; kind: ColumnKind; required: boolean; options?: readonly string[]; vocabulary?: VocabularyName | 'siteParam' | 'term' | 'checklist' }

const same = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((x, i) => x === b[i])

/** The vocabulary whose codes these are, so that a code has a label. */
function vocabularyOf(options: readonly string[], name: string): Column['vocabulary'] {
  if (same(options, SITE_PARAMS)) return 'siteParam'
  if (name === 'term') return 'term'
  return (Object.keys(VOCABULARIES) as VocabularyName[]).find((v) => same(VOCABULARIES[v], options))
}

function columnOf(name: string, schema: z.ZodType): Column {
  const required = !(schema instanceof z.ZodOptional)
  const inner = (schema instanceof z.ZodOptional ? schema.unwrap() : schema) as z.ZodType
  const column = (kind: ColumnKind, more: Partial<Column> = {}): Column => ({ name, kind, required, ...more })
  if (inner === refSchema) return column('ref')
  if (inner === dateSchema) return column('date')
  if (inner === instantSchema) return column('instant')
  if (inner === currencySchema) return column('currency')
  if (inner === countrySchema) return column('country')
  if (inner instanceof z.ZodEnum) {
    const options = inner.options.map(String)
    if (same(options, LOCALES)) return column('locale', { options })
    const vocabulary = vocabularyOf(options, name)
    return column('enum', vocabulary ? { options, vocabulary } : { options })
  }
  if (inner instanceof z.ZodArray) return column('locales', { options: LOCALES })
  if (inner instanceof z.ZodNumber) return column('number')
  if (inner instanceof z.ZodBoolean) return column('flag')
  if (name === 'item') return column('text', { vocabulary: 'checklist' })
  // what people write goes through `text()`; a bare string is a code, a number or an address: Latin whatever the interface
  return column(inner instanceof z.ZodString ? 'code' : 'text')
}
export const columnsOf = (columns: Record<string, z.ZodType>): Column[] => Object.entries(columns).map(([name, schema]) => columnOf(name, schema))
