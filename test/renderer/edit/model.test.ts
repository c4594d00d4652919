import { describe, expect, test } from 'vitest'
import { fieldOf, FIELDS, type CaravanRecord } from '../../../src-core/record/record.ts'
import { applyChange } from '../../../src-core/sync/change.ts'
import { KINDS, type Kind } from '../../../src-core/record/vocabulary.ts'
import { write, original } from '../../../src-core/text/multilingual.ts'
import { columnsOf } from '../../../src-renderer/app/columns.ts'
import { allIssues, changesOf, firstLevel, formFields, issuesOf, missingIn, overlay, tidy, tidyAll, valuesOf, valuesOfNew, withStatus } from '../../../src-renderer/screens/edit/model.ts'
import { plainNumber } from '../../../src-renderer/screens/edit/amount-fields.tsx'

const offer: CaravanRecord = {
  id: '0192a000-0000-7000-8000-000000000001', kind: 'offer', ref: 'TO-CN-2026-00001', owner: 'HUB', rev: 3, status: 'PUBLISHED', visibility: { level: 'network' }, createdAt: '2026-01-01T00:00:00Z', updatedAt: '2026-01-01T00:00:00Z',
  title: { orig: 'zh', t: { zh: { text: '节水', state: 'original' }, en: { text: 'Saving water', state: 'human' } } },
  evidence: [{ id: 'a', kind: 'report', title: 'One' }, { id: 'b', kind: 'report', title: 'Two' }], trl: 8,
}
const field = (kind: Kind, name: string) => fieldOf(kind, name)!

describe('the form', () => {
  test.each(KINDS)('%s: every field has a place, but for those that only a command changes', (kind) => {
    expect(formFields(kind).length).toBeGreaterThan(Object.keys(FIELDS[kind]).length - 3)
    expect(formFields(kind).map((f) => f.name)).not.toContain('stage')
  })
  test('an untouched form changes nothing', () => expect(changesOf(offer, valuesOf(offer))).toEqual({}))
  test('one language and one line are sent alone, and the store accepts them', () => {
    const values = valuesOf(offer)
    const set = changesOf(offer, { ...values, title: write(offer.title, 'ar', 'توفير المياه'), evidence: [offer.evidence![0], { id: 'b', kind: 'report', title: 'Deux' }] })
    expect(Object.keys(set).sort()).toEqual(['evidence/b', 'title/ar'])
    expect(applyChange(offer, set, '2026-01-02T00:00:00Z').ok).toBe(true)
  })
  test('an emptied text removes that language; the next one becomes the original', () => {
    const set = changesOf(offer, { ...valuesOf(offer), title: write(offer.title, 'zh', '') })
    expect(set['title/zh']).toBeNull()
    expect(set['title/en']).toMatchObject({ text: 'Saving water', state: 'original' })
  })
  test('an emptied field is emptied, not set to nothing-like', () => expect(changesOf(offer, { ...valuesOf(offer), trl: undefined })).toEqual({ trl: null }))
  test('a changed original marks its translations', () => expect(changesOf(offer, { ...valuesOf(offer), title: write(offer.title, 'zh', '节水灌溉') })['title/en']).toMatchObject({ state: 'stale' }))
})

describe('a draft', () => {
  test('is laid over a record that has moved on, and undoes nobody’s edit', () => {
    const set = changesOf(offer, { ...valuesOf(offer), title: write(offer.title, 'ar', 'ماء'), evidence: [offer.evidence![0]] })
    const later = { ...offer, rev: 4, trl: 9, title: write(offer.title, 'en', 'Water saving') } as CaravanRecord
    const values = overlay(later, set)
    expect(values['trl']).toBe(9)
    expect(changesOf(later, values)).toMatchObject({ 'title/ar': { text: 'ماء' }, 'evidence/b': null })
    expect(changesOf(later, values)['title/en']).toBeUndefined()
  })
  test('may hold what is not valid yet', () => expect(overlay(offer, { price: { min: 'about 3', currency: 'CNY' } })['price']).toEqual({ min: 'about 3', currency: 'CNY' }))
})

describe('what is wrong is told', () => {
  test('a text too long, by how much, in which language', () => {
    const title = original('zh', '水'.repeat(258))
    expect(issuesOf(field('offer', 'title'), title)).toEqual([{ code: 'too-long', lang: 'zh', over: 2 }])
  })
  test('a family of emoji counts as one character', () => expect(issuesOf(field('offer', 'title'), original('en', '👨‍👩‍👧‍👦'.repeat(200)))).toEqual([]))
  test('an amount with letters, a range the wrong way round, a number that is none', () => {
    expect(issuesOf(field('offer', 'price'), { min: 'x', currency: 'CNY' })[0]?.code).toBe('amount')
    expect(issuesOf(field('request', 'trlRange'), { min: 8, max: 5 })[0]?.code).toBe('range-reversed')
    expect(issuesOf(field('organisation', 'founded'), 'long ago')).toHaveLength(1)
    expect(issuesOf(field('deal', 'probability'), 140)[0]?.code).toBe('range')
  })
  test('a line lacks a cell that it needs: the line and the column are named', () => {
    expect(issuesOf(field('offer', 'metrics'), [{ id: 'r1', name: 'water' }])[0]).toMatchObject({ row: 'r1', column: 'value', code: 'required' })
  })
  test('an empty line is no line', () => expect(tidy(field('offer', 'metrics'), [{ id: 'r1' }])).toBeUndefined())
  test('missing fields are those the record type wants', () => {
    expect(missingIn('event', {})).toEqual(['title', 'eventKind', 'start', 'end', 'zone'])
    expect(missingIn('event', { title: original('en', 'x'), eventKind: 'roadshow', start: '2026-12-08T05:30:00Z', end: '2026-12-08T09:30:00Z', zone: 'Asia/Muscat' })).toEqual([])
    expect(allIssues('offer', {}).size).toBe(0)
  })
  test('a blank text counts as missing', () => expect(missingIn('centre', { title: original('en', '  ') })).toContain('title'))
})

describe('columns', () => {
  test('every column of every group has a control, and codes have their vocabulary', () => {
    for (const kind of KINDS) for (const f of formFields(kind)) if (f.meta.control === 'rows') for (const column of columnsOf(f.meta.columns!)) expect(column.kind, `${kind}.${f.name}.${column.name}`).toBeTruthy()
    const rights = columnsOf(field('offer', 'ipRights').meta.columns!)
    expect(rights.find((c) => c.name === 'office')).toMatchObject({ kind: 'enum', vocabulary: 'ipOffice', required: true })
    expect(columnsOf(field('deal', 'terms').meta.columns!).map((c) => [c.name, c.kind])).toEqual([['term', 'enum'], ['value', 'text'], ['amount', 'code'], ['currency', 'currency']])
    expect(columnsOf(field('deal', 'parties').meta.columns!).find((c) => c.name === 'organisation')?.kind).toBe('ref')
    expect(columnsOf(field('deal', 'milestones').meta.columns!).find((c) => c.name === 'due')?.kind).toBe('date')
  })
  test('Eastern digits and grouping are read as the same number', () => {
    expect(plainNumber('١٬٢٠٠٬٠٠٠٫٥')).toBe('1200000.5')
    expect(plainNumber('1,200,000')).toBe('1200000')
    expect(plainNumber('−10')).toBe('-10')
  })
  test('the values of a new record are what the store is given', () => expect(tidyAll('person', { title: original('he', 'דנה'), roles: [], summary: undefined })).toEqual({ title: original('he', 'דנה') }))
})

describe('who sees a new record', () => {
  test.each([['offer', undefined, 'centre'], ['request', 'DRAFT', 'centre'], ['offer', 'PUBLISHED', 'network'], ['organisation', undefined, 'network'], ['deal', undefined, 'deal-room']] as const)('%s, %s: %s', (kind, status, level) => expect(firstLevel(kind, status)).toBe(level))

  test('a draft is sent as its centre’s own, a choice is kept', () => {
    const title = { orig: 'en', t: { en: { text: 'Still', state: 'original' } } }
    expect(valuesOfNew('offer', { title })['visibility']).toEqual({ level: 'centre' })
    expect(valuesOfNew('offer', { title, visibility: { level: 'public' } })['visibility']).toEqual({ level: 'public' })
    expect(valuesOfNew('offer', { title, status: 'PUBLISHED' })['visibility']).toBeUndefined()
  })

  test('publishing what only its centre sees shows it to the network; nothing else widens it', () => {
    const centre = { level: 'centre' }
    expect(withStatus({ status: 'DRAFT', visibility: centre }, 'PUBLISHED')).toEqual({ status: 'PUBLISHED', visibility: { level: 'network' } })
    expect(withStatus({ status: 'DRAFT', visibility: centre }, 'UNDER_REVIEW')).toEqual({ status: 'UNDER_REVIEW' })
    expect(withStatus({ status: 'PUBLISHED', visibility: centre }, 'PUBLISHED')).toEqual({ status: 'PUBLISHED' })
  })
})
