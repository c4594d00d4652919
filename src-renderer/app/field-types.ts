/** The values of fields as the app handles them. */
import type * as z from 'zod'
import type { dateValueSchema } from '../../src-core/record/field.ts'

export type { FieldMeta, Money, MoneyRange, Quantity } from '../../src-core/record/field.ts'
export type DateValue = z.infer<typeof dateValueSchema>
export type RowValue = { id: string } & Record<string, unknown>
/** A record being written: its fields by name, whatever is there yet. */
export type FieldValues = Record<string, unknown>
