import { expect, test } from 'vitest'
import { generated, records } from '../../bench/generate.ts'
import { missingFields, recordSchema } from '../../src-core/record/record.ts'
import { KINDS } from '../../src-core/record/vocabulary.ts'
import { LOCALES } from '../../src-core/text/locale.ts'

test('2,000 generated records are valid, complete and distinct, of every kind and language', () => {
  const all = [...records(2000, 1)]
  const wrong = all.flatMap((r) => {
    const issue = recordSchema.safeParse(r).error?.issues[0]
    return issue ? [`${r.ref} ${issue.path.join('.')} ${issue.message}`] : missingFields(r).map((f) => `${r.ref} lacks ${f}`)
  })
  expect(wrong).toEqual([])
  expect(new Set(all.map((r) => r.id)).size).toBe(2000)
  expect(new Set(all.map((r) => r.ref)).size).toBe(2000)
  expect(new Set(all.map((r) => r.kind))).toEqual(new Set(KINDS))
  for (const locale of LOCALES) expect(all.filter((r) => r.title?.t[locale]).length).toBeGreaterThan(500)
})

test('the same seed makes the same record, another seed another one', () => {
  expect(generated(500, 3)).toEqual(generated(500, 3))
  expect(generated(500, 3)).not.toEqual(generated(500, 4))
})
