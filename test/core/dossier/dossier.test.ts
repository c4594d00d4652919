import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildDossier } from '../../../src-core/dossier/dossier.ts'
import { dossierJobSchema } from '../../../src-core/host/contract.ts'
import { recordSchema } from '../../../src-core/record/record.ts'
import { LOCALES, type Locale } from '../../../src-core/text/locale.ts'
import { centre, deal, document, ml, need, offer, organisations, ownDocument } from './sample.ts'
import { input } from './words.ts'

const PAIRS = LOCALES.flatMap((a) => LOCALES.filter((b) => b !== a).map((b) => [a, b] as [Locale, Locale]))
const headings = (html: string) => [...html.matchAll(/<h([23]) id="([^"]+)"/g)].map((m) => ({ id: m[2]!, level: Number(m[1]) - 1 }))
const text = (html: string) => html.replace(/<[^>]+>/g, '').replace(/&quot;/g, '"').replace(/&amp;/g, '&')

test('the sample is made of valid records', () => {
  for (const record of [centre, deal, offer, need, document, ownDocument, ...organisations]) expect(recordSchema.safeParse(record).error).toBeUndefined()
})

test.each(PAIRS)('%s and %s: a job the host takes, whose bookmarks and contents are its headings', (a, b) => {
  const job = buildDossier(input([a, b]))
  expect(dossierJobSchema.safeParse(job).error).toBeUndefined()
  expect(job.outline.map(({ id, level }) => ({ id, level }))).toEqual(headings(job.html))
  expect([...job.html.matchAll(/<!--page (\S+) /g)].map((m) => m[1])).toEqual(job.outline.map((o) => o.id))
  expect([...job.html.matchAll(/<a href="#([^"]+)"/g)].map((m) => m[1])).toEqual(job.outline.map((o) => o.id))
  expect(job.html).not.toMatch(/undefined|\[object|NaN/)
  expect(job.html).not.toMatch(/style="/)
  // the first language comes first in every pair: its side is where its script begins
  expect(job.html).toContain(`dir="${a === 'ar' || a === 'he' ? 'rtl' : 'ltr'}" data-pair="${a}-${b}"`)
  for (const number of ['CN 115 876 234 B', 'CN202310815467.2', 'PCT/CN2023/081234', 'WO 2023/123456 A1']) expect(job.html).toContain(`<bdi dir="ltr" class="code">${number}</bdi>`)
})

test('same input, same output', () => expect(buildDossier(input(['ar', 'zh']))).toEqual(buildDossier(input(['ar', 'zh']))))

test('a partner and a ministry see no confidential field, no note, no own-side paper, in print or in data; contacts are in no copy', () => {
  for (const audience of ['partner', 'ministry'] as const) {
    const job = buildDossier(input(['en', 'ar'], { audience }))
    const all = JSON.stringify(job)
    for (const secret of ['1,850,000', '1850000', '800000', '250000', 'INTERNAL-NOTE', 'OWN-SIDE', 'UPLOADER-NAME', 'li.yanmei', '508 2266', '60%']) expect(all).not.toContain(secret)
    expect(job.facts['withheld']).toEqual([{ ref: 'D-2026-0031', kind: 'deal', field: 'value' }, { ref: 'TO-CN-2026-00417', kind: 'offer', field: 'price' }, { ref: 'TR-OM-2026-00102', kind: 'request', field: 'budget' }])
  }
  const board = buildDossier(input(['en', 'ar'], { audience: 'board' }))
  expect(board.html).toContain('USD 1,850,000')
  expect(board.html).toContain('USD 800,000–1,200,000')
  expect(JSON.stringify(board)).toContain('OWN-SIDE')
  expect(JSON.stringify(board)).not.toContain('li.yanmei')
  expect(board.facts['withheld']).toEqual([])
})

test('why the two sides fit is told, but what it says of price and budget only to the board', () => {
  const fit = { offer: 'TO-CN-2026-00417', need: 'TR-OM-2026-00102', score: 78.4, reasons: [{ factor: 'field', share: 1, text: { en: 'Same field', he: 'אותו תחום' } }, { factor: 'budget', share: 0.5, text: { en: 'BUDGET-REASON' } }, { factor: 'time', share: null, text: { en: 'UNSAID' } }] }
  const partner = buildDossier(input(['en', 'he'], { fit })).html
  expect(partner).toContain('Same field')
  expect(partner).toContain('אותו תחום')
  expect(partner).not.toMatch(/BUDGET-REASON|UNSAID/)
  expect(buildDossier(input(['en', 'he'], { fit, audience: 'board' })).html).toContain('BUDGET-REASON')
})

test('a reason for a control code is for authorities and the board', () => {
  expect(buildDossier(input(['en', 'zh'])).html).not.toContain('outside control points')
  expect(buildDossier(input(['en', 'zh'], { audience: 'ministry' })).html).toContain('outside control points')
})

test('a text that one language lacks is shown in the other, marked; a machine’s and an outdated one are marked too', () => {
  const he = buildDossier(input(['he', 'en'])).html
  expect(he).toContain('תרגום מכונה')
  expect(he).toContain('מוצג באנגלית')
  expect(he).not.toContain('单位能耗比市售')
  const ar = buildDossier(input(['ar', 'zh'])).html
  expect(ar).toContain('الترجمة غير محدَّثة')
  expect(ar).toContain('ترجمة معتمدة')
  // neither zh nor he has it: once, in its own language, and both readers are told
  const neither = buildDossier(input(['zh', 'he'], { requests: [{ ...need, problem: ml({ ar: 'نص' }) }] })).html
  expect(neither.split('>نص<')).toHaveLength(2)
  expect(neither).toContain('此处为阿拉伯语文本')
  expect(neither).toContain('מוצג בערבית')
})

test('synthetic records and drafts say so on the cover and on every page', () => {
  const job = buildDossier(input(['en', 'zh']))
  expect(job.html).toContain('class="notice synthetic"')
  expect(job.style).toContain('Sample data')
  expect(job.html).not.toContain('class="notice draft"')
  const real = { provenance: [{ kind: 'fact' as const }] }
  const clean = buildDossier(input(['en', 'zh'], { deal: { ...deal, ...real, status: 'DRAFT' }, offers: [{ ...offer, ...real }], requests: [{ ...need, ...real }], documents: [], organisations: organisations.map((o) => ({ ...o, ...real })) }))
  expect(clean.html).not.toContain('notice synthetic')
  expect(clean.style).not.toContain('Sample data')
  expect(clean.html).toContain('notice draft')
  expect(clean.style).toContain('Draft')
})

test('a deal with next to nothing still makes a whole dossier', () => {
  const { parties: _, terms: __, milestones: ___, summary: ____, ...bare } = deal
  const job = buildDossier(input(['he', 'ar'], { deal: bare, offers: [], requests: [], documents: [], organisations: [] }))
  expect(job.outline.map((o) => o.id)).toEqual(['part-parties', 'part-terms', 'part-timeline', 'part-documents', 'part-compliance', 'part-signatures', 'part-annex'])
  expect(text(job.html)).not.toMatch(/undefined/)
})

test('a title that is HTML or CSS stays a title', () => {
  const nasty = ml({ en: '</style><script>alert(1)</script>"; } body { display:none } \\' })
  const job = buildDossier(input(['en', 'zh'], { deal: { ...deal, ref: 'D-1', title: nasty } }))
  expect(job.html).not.toContain('<script')
  expect(job.style).not.toMatch(/<|script/)
})

test('nothing claims clearance, and the print words exist in all four languages', () => {
  const keys = (node: unknown, path = ''): string[] => (typeof node === 'string' ? [path] : Object.entries(node as object).flatMap(([k, v]) => keys(v, `${path}.${k}`)))
  const all = LOCALES.map((lang) => JSON.parse(readFileSync(join(import.meta.dirname, `../../../locales/${lang}/print.json`), 'utf8')) as object)
  for (const tree of all) expect(keys(tree)).toEqual(keys(all[0]))
  for (const tree of all) expect(JSON.stringify(tree)).not.toMatch(/\bcleared\b|clearance|已放行|نظيف|נקי /i)
  const used = readFileSync(join(import.meta.dirname, '../../../src-core/dossier/parts/compliance.ts'), 'utf8')
  expect(used).toContain('compliance.lists')
})
