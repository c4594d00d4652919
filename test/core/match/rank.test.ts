import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { records } from '../../../bench/generate.ts'
import { numbers } from '../../../src-core/match/criteria-factor.ts'
import type { MatchContext } from '../../../src-core/match/context.ts'
import { FACTORS, WEIGHTS, type Factor, type Match, type Need } from '../../../src-core/match/match.ts'
import { matchPair, rank } from '../../../src-core/match/rank.ts'
import { REASONS } from '../../../src-core/match/reasons.ts'
import { covered } from '../../../src-core/match/site-factor.ts'
import type { CaravanRecord, Offer, Organisation, RdRequest, Request } from '../../../src-core/record/record.ts'
import { labelsFrom } from '../../../src-core/search/labels.ts'
import { LOCALES, type Locale } from '../../../src-core/text/locale.ts'

const labels = labelsFrom(Object.fromEntries(LOCALES.map((l) => [l, JSON.parse(readFileSync(new URL(`../../../locales/${l}/vocabulary.json`, import.meta.url), 'utf8'))])))
const AT = '2026-11-22T10:00:00.000Z'
const TODAY = '2026-11-22'
const context: MatchContext = { today: TODAY, labels }
const ml = (texts: Partial<Record<Locale, string>>) => ({ orig: Object.keys(texts)[0] as Locale, t: Object.fromEntries(Object.entries(texts).map(([l, text]) => [l, { text, state: 'original' as const }])) })
const envelope = { id: '01890000-0000-7000-8000-000000000001', owner: 'C-A', rev: 0, status: 'PUBLISHED', visibility: { level: 'network' }, createdAt: AT, updatedAt: AT } as const

const offer = (more: Partial<Offer> = {}): Offer => ({ ...envelope, kind: 'offer', ref: 'TO-1', organisation: 'ORG-A', country: 'CN', title: ml({ en: 'Low-energy membrane desalination', zh: '低能耗膜法海水淡化' }), fields: ['WAT.DESAL'], trl: 8, cooperation: ['non-exclusive-licence'], ...more })
const need = (more: Partial<Request> = {}): Request => ({ ...envelope, owner: 'C-B', kind: 'request', ref: 'TR-1', organisation: 'ORG-B', country: 'OM', title: ml({ ar: 'تحلية المياه لمزرعة ساحلية', en: 'Desalination for a coastal farm' }), fields: ['WAT.DESAL'], trlRange: { min: 7, max: 9 }, cooperation: ['non-exclusive-licence'], ...more })
const call = (more: Partial<RdRequest> = {}): RdRequest => ({ ...envelope, owner: 'C-B', kind: 'rd-request', ref: 'RDR-1', organisation: 'ORG-B', country: 'OM', title: ml({ en: 'Desalination research' }), fields: ['WAT.DESAL'], cooperation: ['joint-rd'], ...more })
const match = (o: Partial<Offer> = {}, n: Partial<Request> = {}, c: Partial<MatchContext> = {}): Match => matchPair({ offer: offer(o), need: need(n) }, { ...context, ...c })
const reason = (m: Match, factor: Factor) => {
  const { code, share, values } = m.reasons.find((r) => r.factor === factor)!
  return { code, share, ...(values ? { values } : {}) }
}

describe('gates', () => {
  test('a good pair passes them all', () => expect(match()).toMatchObject({ offer: 'TO-1', need: 'TR-1', gates: [] }))
  test.each([
    ['denied', 'the need’s country', { deny: [{ scope: 'country', target: 'OM', applies: ['match'], reasonCode: 'owner-wish' }] }, {}],
    ['denied', 'a record that may not be read at all', { deny: [{ scope: 'centre', target: 'C-B', applies: ['read'], reasonCode: 'security' }] }, {}],
    ['denied', 'the offer’s organisation, by the need', {}, { deny: [{ scope: 'org', target: 'ORG-A', applies: ['match'], reasonCode: 'owner-wish' }] }],
    ['expired', 'the offer', { validUntil: '2026-11-21' }, {}],
    ['expired', 'the need’s own date', {}, { needBy: { iso: '2026-11-21' } }],
    ['expired', 'by its status', { status: 'EXPIRED' }, {}],
    ['withdrawn', 'the offer', { status: 'WITHDRAWN' }, {}],
    ['withdrawn', 'a tombstone', {}, { tombstone: { at: AT, reason: 'gone' } }],
    ['exclusivity', 'in the need’s country', { exclusivityGranted: ['OM'] }, {}],
    ['exclusivity', 'in the territory wanted', { exclusivityGranted: ['SA'] }, { territory: ['SA', 'AE'] }],
    ['must-failed', 'a figure too low', { metrics: [{ id: 'm', name: 'Recovery rate', value: '40', unit: '%' }] }, { criteria: [{ id: 'c', param: 'recovery rate', op: '>=', value: '55', unit: '%', force: 'must' }] }],
  ] as [string, string, Partial<Offer>, Partial<Request>][])('%s: %s', (gate, _, o, n) => {
    expect(match(o, n).gates).toEqual([gate])
    expect(match(o, n).score).toBe(0)
    expect(rank(offer(o), [need(n)], context)).toEqual([])
  })
  test('a rule for counting only, one that has ended, and exclusivity elsewhere rule nothing out', () => {
    expect(match({ deny: [{ scope: 'country', target: 'OM', applies: ['count'], reasonCode: 'owner-wish' }] }).gates).toEqual([])
    expect(match({ deny: [{ scope: 'country', target: 'OM', applies: ['match'], reasonCode: 'owner-wish', until: '2026-11-21' }] }).gates).toEqual([])
    expect(match({ exclusivityGranted: ['OM'] }, { territory: ['SA'] }).gates).toEqual([])
    expect(match({ validUntil: TODAY }).gates).toEqual([])
  })
  test('a call whose deadline for interest has passed is over', () => {
    expect(matchPair({ offer: offer(), need: call({ eoiDeadline: { iso: '2026-11-01' }, callDeadline: { iso: '2027-01-01' } }) }, context).gates).toEqual(['expired'])
  })
})

describe('factors', () => {
  test.each([
    [['WAT.DESAL'], ['WAT.DESAL'], 'same', 1], [['WAT.WASTE'], ['WAT.DESAL'], 'area', 0.5], [['WAT.MON'], ['WAT.DESAL'], 'area', 0.35], [['ICT.AI'], ['WAT.DESAL'], 'apart', 0], [['WAT.DESAL'], ['WAT.DESAL', 'ICT.AI'], 'same', 2 / 3], [['WAT.DESAL', 'ICT.AI'], ['WAT.DESAL'], 'same', 5 / 6], [[], ['WAT.DESAL'], 'unknown', null],
  ] as const)('field: %s against %s is %s', (offered, wanted, code, share) => {
    const field = reason(match({ fields: [...offered] }, { fields: [...wanted] }), 'field')
    expect(field.code).toBe(code)
    if (share === null) expect(field.share).toBeNull()
    else expect(field.share).toBeCloseTo(share)
  })

  test('what else fits counts only as far as the two are about the same thing', () => {
    const same = match({ fields: ['WAT.DESAL'] }, { fields: ['WAT.DESAL'] })
    const apart = match({ fields: ['ICT.AI'] }, { fields: ['WAT.DESAL'] })
    expect(same.score).toBeGreaterThan(60)
    expect(apart.score).toBeLessThan(same.score * 0.6)
  })

  test('maturity: too early costs more than too far', () => {
    const at = (trl: number) => reason(match({ trl }, { trlRange: { min: 6, max: 7 } }), 'maturity')
    expect([3, 4, 5, 6, 7, 8, 9].map((trl) => at(trl).code)).toEqual(['too-early', 'too-early', 'slightly-early', 'within', 'within', 'more-mature', 'more-mature'])
    expect(at(8).share!).toBeGreaterThan(at(5).share!)
    expect(at(9).share!).toBeGreaterThan(at(4).share!)
  })

  test('mode: exclusive can become non-exclusive more easily than the reverse', () => {
    const share = (o: string, n: string) => reason(match({ cooperation: [o as never] }, { cooperation: [n as never] }), 'mode').share!
    expect(share('exclusive-licence', 'non-exclusive-licence')).toBeGreaterThan(share('non-exclusive-licence', 'exclusive-licence'))
    expect(reason(match({ cooperation: ['assignment'] }, { cooperation: ['consulting'] }), 'mode')).toMatchObject({ code: 'apart', share: 0 })
  })

  test('text: words of a common language, labels across languages', () => {
    expect(reason(match(), 'text')).toMatchObject({ code: 'words' })
    const across = match({ title: ml({ zh: '海水淡化与储能一体化' }) }, { title: ml({ ar: 'تخزين الطاقة لمحطة' }) })
    expect(reason(across, 'text')).toMatchObject({ code: 'concepts', values: { fields: 'ENE.STO' } })
    expect(reason(match({ title: ml({ zh: '海水' }) }, { title: ml({ he: 'מזון' }) }), 'text')).toEqual({ code: 'no-common-language', share: null })
    expect(reason(match({ title: ml({ zh: '膜法海水淡化装备' }) }, { title: ml({ zh: '寻求海水淡化技术' }) }), 'text')).toMatchObject({ code: 'words', values: { words: '海水淡化', lang: 'zh' } })
  })

  test('criteria: comparable figures are compared, the rest says nothing', () => {
    const metrics = [{ id: 'm', name: 'Energy use', value: '1.86', unit: 'kWh/m³', baseline: '2.9' }, { id: 'n', name: 'Recovery', value: '55–60', unit: '%' }]
    const rule = (param: string, op: '>=' | '<=' | '=' | 'between' | 'has', value: string, unit?: string) => ({ id: param + op, param, op, value, force: 'should' as const, ...(unit ? { unit } : {}) })
    const met = (...criteria: NonNullable<Request['criteria']>) => reason(match({ metrics, standards: [{ id: 's', name: 'ISO 9001:2015' }] }, { criteria }), 'criteria')
    expect(met(rule('energy use', '<=', '2', 'kWh/m³'))).toMatchObject({ code: 'met', share: 1 })
    expect(met(rule('energy use', '<=', '1', 'kWh/m³'))).toMatchObject({ code: 'failed', share: 0, values: { label: 'energy use' } })
    expect(met(rule('recovery', 'between', '58-70', '%'), rule('energy use', '<=', '1', 'kWh/m³'))).toMatchObject({ code: 'partly', share: 0.5 })
    expect(met(rule('energy use', '<=', '2', 'kWh'))).toMatchObject({ code: 'not-comparable', share: null })
    expect(met(rule('standard', 'has', 'ISO 9001'))).toMatchObject({ code: 'met', share: 1 })
    expect(met(rule('standard', 'has', 'halal'))).toMatchObject({ code: 'not-comparable', share: null })
    expect(reason(match({ metrics }), 'criteria')).toEqual({ code: 'none', share: null })
  })
  test.each([['-5 to 45', [-5, 45]], ['30–40', [30, 40]], ['30-40', [30, 40]], ['1,250.5', [1250.5]], ['٤٥', [45]], ['≥ 0.8', [0.8]], ['n/a', []]])('numbers in %s', (text, expected) => expect(numbers(text)).toEqual(expected))

  test.each([
    [{ min: 0, max: 50 }, { min: 10, max: 40 }, 1], [{ min: 0, max: 30 }, { min: 20, max: 40 }, 0.5], [{ max: 45 }, { max: 52 }, 0.5], [{ max: 45 }, { min: 50, max: 52 }, 0], [{ min: 5 }, { min: 10, max: 20 }, 1], [{ min: 0, max: 10 }, { min: 10, max: 10 }, 1],
  ])('site: %o bears %o by %d', (bears, met, share) => expect(covered(bears, met)).toBe(share))
  test('site: only the same unit is compared', () => {
    const row = (unit: string, min: number, max: number) => [{ id: 'a', param: 'ambient' as const, min, max, unit }]
    expect(reason(match({ site: row('°C', -10, 55) }, { site: row('Cel', 5, 52) }), 'site')).toMatchObject({ code: 'fits', share: 1 })
    expect(reason(match({ site: row('K', 260, 330) }, { site: row('°C', 5, 52) }), 'site')).toEqual({ code: 'unknown', share: null })
    expect(reason(match({ site: row('°C', -10, 40) }, { site: row('°C', 5, 52) }), 'site')).toMatchObject({ code: 'partly', values: { params: 'ambient' } })
  })

  test('budget: the same currency or nothing', () => {
    const money = (min: string, max: string, currency = 'CNY') => ({ min, max, currency })
    const of = (price: Offer['price'], budget: Request['budget']) => reason(match(price ? { price } : {}, budget ? { budget } : {}), 'budget')
    expect(of(money('100', '200'), money('150', '300'))).toMatchObject({ code: 'within', share: 1 })
    expect(of(money('100', '400'), money('150', '250'))).toMatchObject({ code: 'overlap', share: 0.75 })
    expect(of(money('500', '600'), money('150', '250'))).toMatchObject({ code: 'above', share: 0, values: { price: '500', budget: '250' } })
    expect(of(money('100', '200', 'USD'), money('150', '300'))).toEqual({ code: 'other-currency', share: null })
    expect(of(undefined, money('150', '300'))).toEqual({ code: 'unknown', share: null })
  })

  test('time: levels still to climb need months', () => {
    const by = (trl: number, iso: string) => reason(match({ trl }, { needBy: { iso } }), 'time').code
    expect([by(8, '2027-05-01'), by(6, '2027-05-01'), by(6, '2027-08-01'), by(6, '2028-12-01')]).toEqual(['enough', 'late', 'tight', 'enough'])
  })

  test('partner and country', () => {
    const organisation = (ref: string) => ({ organisationKind: ref === 'ORG-A' ? 'university' : 'sme-49' }) as Organisation
    expect(reason(match({ partnerKinds: ['sme-49'] }, { partnerKinds: ['university'] }, { organisation }), 'partner')).toMatchObject({ code: 'both', share: 1 })
    expect(reason(match({ partnerKinds: ['large'] }, { partnerKinds: ['university'] }, { organisation }), 'partner')).toMatchObject({ code: 'offer-fits', share: 0.5 })
    expect(reason(match({ partnerKinds: ['large'] }, { partnerKinds: ['university'] }), 'partner')).toEqual({ code: 'unknown', share: null })
    expect(reason(match({ territory: ['SA'] }), 'country')).toMatchObject({ code: 'outside-territory', share: 0 })
    expect(reason(match({ territory: ['SA', 'OM'] }), 'country')).toMatchObject({ code: 'in-territory', share: 1 })
    expect(reason(match({}, {}, { pairDeals: () => 3 }), 'country')).toMatchObject({ code: 'known-pair', values: { offerCountry: 'CN', needCountry: 'OM', count: 3 } })
  })

  test('what nobody says is shared out: the score is of what is known', () => {
    const m = match({ cooperation: [] }, { trlRange: { min: 7, max: 9 } })
    const known = m.reasons.filter((r) => r.share !== null)
    const weight = known.reduce((sum, r) => sum + WEIGHTS[r.factor], 0)
    expect(m.score).toBeCloseTo((100 * known.reduce((sum, r) => sum + WEIGHTS[r.factor] * r.share!, 0)) / weight, 1)
  })
})

describe('ranking', () => {
  const list = [...records(700, 12)].map((r) => (r.kind === 'request' ? { ...r, needBy: { iso: '2027-12-01' } } : r))
  const offers = list.filter((r) => r.kind === 'offer') as Offer[]
  const needs = list.filter((r) => r.kind === 'request' || r.kind === 'rd-request') as Need[]

  test('closest first: same field before same area before nothing', () => {
    const near = need({ ref: 'TR-NEAR' })
    const area = need({ ref: 'TR-AREA', fields: ['WAT.MON'], title: ml({ en: 'Water monitoring' }) })
    const far = need({ ref: 'TR-FAR', fields: ['ICT.AI'], title: ml({ en: 'Camel milk auction software' }) })
    expect(rank(offer(), [far, area, near], context).map((m) => m.need)).toEqual(['TR-NEAR', 'TR-AREA'])
  })
  test('only the other side is compared', () => {
    expect(rank(offers[0]!, list, context).every((m) => m.offer === offers[0]!.ref && m.need !== m.offer)).toBe(true)
    expect(rank(list.find((r) => r.kind === 'person')!, list, context)).toEqual([])
  })
  test('a record that says next to nothing is claimed for nobody', () => {
    const silent = { ...offer(), fields: undefined, title: ml({ zh: '无' }), cooperation: undefined, trl: undefined } as unknown as Offer
    expect(rank(silent, needs as CaravanRecord[], context)).toEqual([])
  })
  test('every reason is a known code of its factor with the values promised', () => {
    for (const m of offers.slice(0, 30).flatMap((o) => needs.slice(0, 40).map((n) => matchPair({ offer: o, need: n }, context)))) {
      expect(m.reasons.map((r) => r.factor)).toEqual([...FACTORS])
      for (const r of m.reasons) {
        const promised = (REASONS[r.factor] as Record<string, readonly string[]>)[r.code]
        expect([r.factor, r.code, Object.keys(r.values ?? {}).sort()]).toEqual([r.factor, r.code, [...(promised ?? ['no such code'])].sort()])
      }
    }
  })

  const any = fc.record({ o: fc.nat(offers.length - 1), n: fc.nat(needs.length - 1) })
  test('property: score within 0..100, every share within 0..1, the same each time', () => {
    fc.assert(fc.property(any, ({ o, n }) => {
      const pair = { offer: offers[o]!, need: needs[n]! }
      const m = matchPair(pair, context)
      expect(m.score).toBeGreaterThanOrEqual(0)
      expect(m.score).toBeLessThanOrEqual(100)
      for (const { share } of m.reasons) if (share !== null) expect(share >= 0 && share <= 1).toBe(true)
      expect(matchPair(structuredClone(pair), context)).toEqual(m)
    }), { numRuns: 300 })
  })
  test('property: the order of the others does not matter', () => {
    fc.assert(fc.property(fc.shuffledSubarray(needs.slice(0, 60), { minLength: 60 }), fc.nat(offers.length - 1), (shuffled, o) => {
      expect(rank(offers[o]!, shuffled as CaravanRecord[], context)).toEqual(rank(offers[o]!, needs.slice(0, 60) as CaravanRecord[], context))
    }), { numRuns: 15 })
  })
  test('property: asked from either side, a pair is the same match', () => {
    fc.assert(fc.property(any, ({ o, n }) => {
      const [a, b] = [offers[o]!, needs[n]!]
      expect(rank(a, [b], context)).toEqual(rank(b, [a], context))
    }), { numRuns: 200 })
  })
  test('property: order of fields, modes and rows within a record does not matter to the score', () => {
    const turned = <T extends Offer | Need>(r: T): T => ({ ...r, fields: r.fields?.toReversed(), cooperation: r.cooperation?.toReversed(), site: r.site?.toReversed() })
    fc.assert(fc.property(any, ({ o, n }) => {
      expect(matchPair({ offer: turned(offers[o]!), need: turned(needs[n]!) }, context).score).toBe(matchPair({ offer: offers[o]!, need: needs[n]! }, context).score)
    }), { numRuns: 200 })
  })
})
