/**
 * A field is a zod schema that also knows how it is edited. The same schema checks a form, a file, an IPC call, a stored row
 * and a pushed change; the form is laid out from the metadata kept beside it. Nothing else describes a field.
 */
import * as z from 'zod'
import { graphemes } from '../text/graphemes.ts'
import { LOCALES } from '../text/locale.ts'
import { TRANSLATION_STATES } from '../text/multilingual.ts'
import { FIELD_CODES } from './technology-fields.ts'
import { VOCABULARIES, type Code, type Kind, type VocabularyName } from './vocabulary.ts'

// zod otherwise tries to compile with eval, which the app's content security policy refuses
z.config({ jitless: true })

export type Control = 'ml' | 'line' | 'choice' | 'choices' | 'money' | 'money-range' | 'quantity' | 'number' | 'date' | 'instant' | 'link' | 'links' | 'flag' | 'fields' | 'countries' | 'country' | 'language' | 'languages' | 'rows' | 'trl' | 'trl-range'
/** Where a form shows it. The order of sections in a form is the order here. */
export const SECTIONS = ['texts', 'facts', 'maturity', 'rights', 'cooperation', 'terms', 'partners', 'site', 'dates', 'codes', 'control', 'contact', 'log'] as const
export type Section = (typeof SECTIONS)[number]

export interface FieldMeta {
  control: Control
  section: Section
  /** wanted before the record may be published; a draft may lack it */
  required?: boolean | undefined
  /** graphemes for text, entries for lists */
  max?: number | undefined
  /** a text of one line (title) or of paragraphs */
  long?: boolean | undefined
  vocabulary?: VocabularyName | undefined
  kinds?: readonly Kind[] | undefined
  columns?: Record<string, z.ZodType> | undefined
  /** only the owner centre and whom it grants see it (price floor, client) */
  confidential?: boolean | undefined
}
const fieldMeta = new WeakMap<z.ZodType, FieldMeta>()

/** Metadata of a field, through `.optional()`. */
export function metaOf(schema: z.ZodType): FieldMeta | undefined {
  return fieldMeta.get(schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema)
}

type Place = { section: Section; required?: boolean; confidential?: boolean }
const put = <S extends z.ZodType>(schema: S, meta: FieldMeta): z.ZodOptional<S> => {
  fieldMeta.set(schema, meta)
  return schema.optional()
}

/** Any text that comes from outside: NFC, no direction overrides, no control characters but line breaks and tabs. */
// oxlint-disable-next-line no-control-regex -- control characters are what is taken out
const CONTROL_CHARACTERS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\ufeff]/g
const LONE_SURROGATES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
export const cleanText = (text: string) => text.replace(LONE_SURROGATES, '\ufffd').replace(CONTROL_CHARACTERS, '').normalize('NFC')
/** Text of at most `max` graphemes. The bound on UTF-16 units first: a 20 MB text must not be segmented to be refused. */
export const text = (max: number) => z.string().max(max * 8, { error: 'too-long' }).transform(cleanText).refine((s) => s.length <= max || graphemes(s) <= max, { error: 'too-long' })

// ---- values ----
export const REF = /^[A-Z0-9][A-Za-z0-9._-]{0,63}$/
export const refSchema = z.string().regex(REF)
export const localeSchema = z.enum(LOCALES)
export const countrySchema = z.string().regex(/^[A-Z]{2}$/)
/** ISO 8601 calendar date, Gregorian */
export const dateSchema = z.iso.date()
export const instantSchema = z.iso.datetime({ offset: false })
/** A decimal as text: money never passes through floating point. */
export const decimalSchema = z.string().regex(/^-?\d{1,15}(\.\d{1,4})?$/)
export const currencySchema = z.string().regex(/^[A-Z]{3}$/)
export const moneySchema = z.strictObject({ amount: decimalSchema, currency: currencySchema, asOf: dateSchema.optional() })
export type Money = z.infer<typeof moneySchema>
export const moneyRangeSchema = z.strictObject({ min: decimalSchema.optional(), max: decimalSchema.optional(), currency: currencySchema, asOf: dateSchema.optional() })
export type MoneyRange = z.infer<typeof moneyRangeSchema>
/** `value`, or `min` and/or `max`; `unit` in UCUM notation as printed (kWh/m³ is kept as written). */
export const quantitySchema = z.strictObject({ value: z.number().optional(), min: z.number().optional(), max: z.number().optional(), unit: z.string().max(24), conditions: text(200).optional(), baseline: text(200).optional() })
export type Quantity = z.infer<typeof quantitySchema>
/** Gregorian ISO, and as the document itself wrote it. */
export const dateValueSchema = z.strictObject({ iso: dateSchema, asWritten: z.strictObject({ calendar: z.enum(['gregory', 'islamic-umalqura', 'hebrew', 'chinese']), text: text(60) }).optional() })
export const renderingSchema = (max: number) => z.strictObject({ text: text(max), state: z.enum(TRANSLATION_STATES), by: z.string().max(120).optional(), at: instantSchema.optional(), basedOnRev: z.int().min(0).optional() })
export const mlSchema = (max: number) => z.strictObject({ orig: localeSchema, t: z.partialRecord(localeSchema, renderingSchema(max)) })
export const trlSchema = z.int().min(1).max(9)

// ---- fields ----
export const ml = (max: number, place: Place) => put(mlSchema(max), { control: 'ml', max, long: max > 300, ...place })
export const line = (max: number, place: Place) => put(text(max), { control: 'line', max, ...place })
export const choice = <N extends VocabularyName>(vocabulary: N, place: Place) => put(z.enum(VOCABULARIES[vocabulary]) as unknown as z.ZodType<Code<N>>, { control: 'choice', vocabulary, ...place })
export const choices = <N extends VocabularyName>(vocabulary: N, max: number, place: Place) => put(z.array(z.enum(VOCABULARIES[vocabulary]) as unknown as z.ZodType<Code<N>>).max(max), { control: 'choices', vocabulary, max, ...place })
export const money = (place: Place) => put(moneySchema.clone(), { control: 'money', ...place })
export const moneyRange = (place: Place) => put(moneyRangeSchema.clone(), { control: 'money-range', ...place })
export const number = (min: number, max: number, place: Place) => put(z.number().min(min).max(max), { control: 'number', ...place })
export const date = (place: Place) => put(dateValueSchema.clone(), { control: 'date', ...place })
export const instant = (place: Place) => put(instantSchema.clone(), { control: 'instant', ...place })
export const link = (kinds: readonly Kind[], place: Place) => put(refSchema.clone(), { control: 'link', kinds, ...place })
export const links = (kinds: readonly Kind[], max: number, place: Place) => put(z.array(refSchema).max(max), { control: 'links', kinds, max, ...place })
export const flag = (place: Place) => put(z.boolean(), { control: 'flag', ...place })
export const fields = (place: Place) => put(z.array(z.enum(FIELD_CODES as [string, ...string[]])).max(5), { control: 'fields', max: 5, ...place })
export const country = (place: Place) => put(countrySchema.clone(), { control: 'country', ...place })
export const countries = (place: Place) => put(z.array(countrySchema).max(60), { control: 'countries', max: 60, ...place })
export const languages = (place: Place) => put(z.array(localeSchema).max(4), { control: 'languages', max: 4, ...place })
export const language = (place: Place) => put(localeSchema.clone(), { control: 'language', ...place })
export const trl = (place: Place) => put(trlSchema.clone(), { control: 'trl', ...place })
export const trlRange = (place: Place) => put(z.strictObject({ min: trlSchema, max: trlSchema }).refine((r) => r.min <= r.max, { error: 'range-reversed' }), { control: 'trl-range', ...place })

/** A repeated group. Each row has an `id`, so that two people may add rows at once and neither is lost. */
export const rows = <C extends Record<string, z.ZodType>>(columns: C, max: number, place: Place) =>
  put(z.array(z.strictObject({ id: z.string().min(1).max(64), ...columns })).max(max), { control: 'rows', columns, max, ...place })
