import { describe, expect, test } from 'vitest'
import { dealFrom, dealTitle } from '../../../src-core/deal/open-deal.ts'
import { graphemes } from '../../../src-core/text/graphemes.ts'
import { recordSchema, type Offer, type Request } from '../../../src-core/record/record.ts'

const AT = '2026-11-22T10:00:00.000Z'
const envelope = { rev: 0, status: 'PUBLISHED', visibility: { level: 'network' }, createdAt: AT, updatedAt: AT } as const
const offer: Offer = {
  ...envelope, id: '01890000-0000-7000-8000-000000000001', kind: 'offer', ref: 'TO-CN-1', owner: 'C-CN', organisation: 'ORG-CN', country: 'CN',
  title: { orig: 'zh', t: { zh: { text: '膜法海水淡化', state: 'original' }, en: { text: 'Membrane desalination', state: 'human' }, ar: { text: 'تحلية بالأغشية', state: 'machine' } } },
  cooperation: ['non-exclusive-licence', 'joint-rd', 'pilot'],
}
const need: Request = {
  ...envelope, id: '01890000-0000-7000-8000-000000000002', kind: 'request', ref: 'TR-OM-1', owner: 'C-OM', organisation: 'ORG-OM', country: 'OM',
  title: { orig: 'ar', t: { ar: { text: 'تحلية لمزرعة', state: 'original' }, en: { text: 'Desalination for a farm', state: 'human' } } },
  cooperation: ['pilot', 'non-exclusive-licence', 'service'],
}

describe('opening a deal', () => {
  test('from a match', () => {
    const values = dealFrom({ offer, need, centre: 'C-CN', centreCountries: ['CN'] })
    expect(Object.keys(values.title!.t).sort()).toEqual(['ar', 'en'])
    expect(values.title!.t.en!.text).toBe('Membrane desalination — Desalination for a farm')
    expect(values.title!.t.ar!.state).not.toBe('missing')
    expect(values.parties).toEqual([{ id: 'provider', organisation: 'ORG-CN', role: 'provider', centre: 'C-CN' }, { id: 'recipient', organisation: 'ORG-OM', role: 'recipient', centre: 'C-OM' }])
    expect(values.centres).toEqual(['C-CN', 'C-OM'])
    expect(values.items).toEqual(['TO-CN-1', 'TR-OM-1'])
    expect(values.cooperation).toEqual(['non-exclusive-licence', 'pilot'])
    expect(values.direction).toBe('outbound')
    expect(values.languages).toEqual(['zh', 'ar'])
    expect(values.stage).toBe('lead')
    const whole = { ...envelope, id: '01890000-0000-7000-8000-000000000003', kind: 'deal', ref: 'D-1', owner: 'C-CN', ...values }
    expect(recordSchema.safeParse(whole).error?.issues).toBeUndefined()
  })

  test('from an offer alone, with the recipient named', () => {
    const values = dealFrom({ offer, centre: 'C-IL', counterpart: 'ORG-IL' })
    expect(values.title!.orig).toBe('zh')
    expect(Object.keys(values.title!.t)).toHaveLength(3)
    expect(values.parties!.map((p) => [p.role, p.organisation, p.centre])).toEqual([['provider', 'ORG-CN', 'C-CN'], ['recipient', 'ORG-IL', undefined]])
    expect(values.centres).toEqual(['C-IL', 'C-CN'])
    expect(values.cooperation).toEqual(offer.cooperation)
    expect(values.direction).toBeUndefined()
  })

  test('from a need alone, and from nothing', () => {
    expect(dealFrom({ need, centre: 'C-OM', centreCountries: ['OM'] })).toMatchObject({ direction: 'inbound', items: ['TR-OM-1'], languages: ['ar'] })
    expect(dealFrom({ centre: 'HUB' })).toMatchObject({ parties: [], centres: ['HUB'], items: [], cooperation: [] })
  })

  test('titles without a common language are not mixed', () => {
    const hebrew = { orig: 'he' as const, t: { he: { text: 'התפלה', state: 'original' as const } } }
    expect(dealTitle(offer.title, hebrew)).toEqual(dealTitle(offer.title, undefined))
  })

  test('two long titles still fit the limit', () => {
    const long = (n: number) => ({ orig: 'en' as const, t: { en: { text: 'water '.repeat(n).trim(), state: 'original' as const } } })
    const title = dealTitle(long(42), long(42))!.t.en!.text
    expect(graphemes(title)).toBeLessThanOrEqual(256)
    expect(title).toMatch(/water… — water/)
  })

  test('a machine translation stays marked as one', () => {
    expect(dealTitle(offer.title, need.title)!.t.ar!.state).toBe('machine')
  })
})
