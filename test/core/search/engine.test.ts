import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { records } from '../../../bench/generate.ts'
import { GAINS, MEANS, SITES, TOPICS } from '../../../bench/words.ts'
import type { CaravanRecord } from '../../../src-core/record/record.ts'
import type { Facet, SearchAnswer, SearchRequest } from '../../../src-core/search/engine.ts'
import { highlight } from '../../../src-core/search/highlight.ts'
import { createSearchEngine } from '../../../src-core/search/index-engine.ts'
import { labelsFrom } from '../../../src-core/search/labels.ts'
import { LOCALES, type Locale } from '../../../src-core/text/locale.ts'
import { BruteForce } from './brute-force.ts'

const labels = labelsFrom(Object.fromEntries(LOCALES.map((l) => [l, JSON.parse(readFileSync(new URL(`../../../locales/${l}/vocabulary.json`, import.meta.url), 'utf8'))])))
const AT = '2026-11-22T10:00:00.000Z'
let made = 0
const offer = (texts: Partial<Record<Locale, string>>, more: Partial<CaravanRecord> & Record<string, unknown> = {}): CaravanRecord => {
  const n = ++made
  const t = Object.fromEntries(Object.entries(texts).map(([l, text]) => [l, { text, state: 'original' }]))
  return { id: `id-${n}`, kind: 'offer', ref: `TO-${n}`, owner: 'HUB', rev: 0, status: 'PUBLISHED', visibility: { level: 'network' }, createdAt: AT, updatedAt: AT, title: { orig: Object.keys(texts)[0] as Locale, t }, ...more } as unknown as CaravanRecord
}
const engineOf = (list: readonly CaravanRecord[], withLabels = false) => {
  const engine = createSearchEngine(withLabels ? { labels } : {})
  engine.put(list)
  return engine
}
const ask = (engine: ReturnType<typeof engineOf>, query: string, more: Partial<SearchRequest> = {}): SearchAnswer => engine.search({ query, locale: 'en', ...more })
const refs = (answer: SearchAnswer) => answer.hits.map((h) => h.ref)

/** Repeatable numbers for choosing queries. */
function sequence(seed: number): (n: number) => number {
  let state = seed
  return (n) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 4_294_967_296) * n)
  }
}

describe('counts are exact', () => {
  const list = [...records(400, 5)]
  const engine = engineOf(list)
  const truth = new BruteForce(list)
  const roll = sequence(42)
  const phrases = LOCALES.flatMap((l) => [...TOPICS.map((t) => t.words), ...GAINS, ...MEANS, ...SITES].map((w) => w[l]))
  const pick = <T>(from: readonly T[]): T => from[roll(from.length)]!
  const part = (phrase: string): string => {
    const words = phrase.split(' ')
    if (words.length === 1) return phrase.slice(roll(2), 2 + roll(phrase.length))
    return pick([phrase, pick(words), pick(words).slice(0, 1 + roll(4)), `${pick(words)} ${pick(words)}`])
  }
  const codes = list.flatMap((r) => ('ipRights' in r ? (r.ipRights ?? []) : []).flatMap((i) => [i.grant, i.publication])).filter((c) => c !== undefined)
  const queries = Array.from({ length: 300 }, (_, k): SearchRequest => {
    const query = k % 10 === 0 ? pick(codes).slice(0, 4 + roll(14)) : k % 7 === 0 ? `${part(pick(phrases))} ${part(pick(phrases))}` : part(pick(phrases))
    const filters = k % 3 === 0 ? { country: [pick(['CN', 'IL', 'SA']), 'EG'] } : k % 4 === 0 ? { field: [pick(['AGR', 'ENE.PV', 'WAT'])], language: ['zh', 'ar'] } : undefined
    return { query: k % 2 === 0 ? query : `${query} `, locale: 'en', limit: 1000, ...(filters ? { filters } : {}), ...(k % 5 === 0 ? { kinds: ['offer', 'request'] } : {}) }
  })

  test('300 random queries find what brute force finds, no more and no less', () => {
    let answered = 0
    for (const request of queries) {
      const expected = truth.find(request)!
      const unfiltered = truth.find({ query: request.query, locale: 'en' })!
      const answer = engine.search(request)
      if (unfiltered.size === 0) {
        // nothing has all the words, so some of them are enough
        expect([request.query, answer.total === 0 || answer.relaxed]).toEqual([request.query, true])
        continue
      }
      answered++
      expect([request.query, answer.total, [...new Set(refs(answer))].sort()]).toEqual([request.query, expected.size, [...expected].sort()])
    }
    expect(answered).toBeGreaterThan(200)
  }, 90_000)

  test('each facet is counted as if it were not filtered', () => {
    for (const request of queries.filter((q) => q.filters && truth.find({ query: q.query, locale: 'en' })!.size > 0)) {
      const answer = engine.search(request)
      for (const facet of Object.keys(request.filters!) as Facet[]) for (const { code, count } of answer.facets[facet]) {
        const others = Object.fromEntries(Object.entries(request.filters!).filter(([f]) => f !== facet))
        expect([request.query, facet, code, count]).toEqual([request.query, facet, code, truth.find({ ...request, filters: { ...others, [facet]: [code] } })!.size])
      }
    }
  }, 90_000)

  test('a page is a cut of the whole order', () => {
    const whole = refs(ask(engine, 'water', { limit: 200 }))
    expect(whole.length).toBeGreaterThan(40)
    expect(refs(ask(engine, 'water', { offset: 10, limit: 7 }))).toEqual(whole.slice(10, 17))
  })

  test('records changed, removed and put again give the answers of a fresh index', () => {
    const used = engineOf(list)
    for (let round = 0; round < 3; round++) {
      used.remove(list.filter((_, k) => k % 3 === round).map((r) => r.id))
      used.put(list.filter((_, k) => k % 3 === round || k % 5 === 0))
    }
    expect(used.size).toBe(list.length)
    for (const request of queries.slice(0, 80)) {
      const [a, b] = [used.search({ ...request, limit: 20 }), engine.search({ ...request, limit: 20 })]
      expect([request.query, a.total, a.facets, refs(a)]).toEqual([request.query, b.total, b.facets, refs(b)])
    }
  })

  test('compaction of a large index that is mostly dead loses nothing', () => {
    const many = [...records(1500, 6)]
    const used = engineOf(many)
    used.remove(many.slice(0, 900).map((r) => r.id))
    const fresh = engineOf(many.slice(900))
    for (const query of ['water', 'energy', '沙漠', 'المياه', 'אנרגיה']) expect(refs(ask(used, query))).toEqual(refs(ask(fresh, query)))
  })
})

describe('anything typed', () => {
  const engine = engineOf([...records(200, 8)], true)
  test('the big list of naughty strings, lone surrogates and 100 KB', (context) => {
    let naughty: string[]
    try {
      naughty = JSON.parse(readFileSync(new URL('../../../../shared/data/blns/blns.json', import.meta.url), 'utf8')) as string[]
    } catch {
      context.skip('shared/data/blns is not beside the checkout')
      return
    }
    expect(naughty.length).toBeGreaterThan(500)
    for (const query of naughty) {
      expect(ask(engine, query).query).toBe(query)
      expect(Array.isArray(highlight(query, 'en', [query]))).toBe(true)
      engine.put([offer({ en: query, ar: query })])
    }
  })
  test.each([['lone surrogates', '\ud800 \udc00\ud800water'], ['empty', ''], ['punctuation', '"\'-_/.,:;?!()[]{}*\\'], ['unclosed quote', '"water'], ['NUL', '\u0000'], ['override', '\u202ewater'], ['one emoji', '💧'], ['a thousand quotes', '“'.repeat(1000)]])('%s', (_, query) => {
    const answer = ask(engine, query)
    expect(answer.total).toBeGreaterThanOrEqual(0)
    expect(answer.hits.length).toBeLessThanOrEqual(50)
  })
  test.each([['words', 'water energy '.repeat(8000)], ['Chinese', '水资源淡化膜'.repeat(17_000)], ['one word', 'a'.repeat(100_000)], ['digits and dots', '1.'.repeat(50_000)], ['Arabic', 'تحلية المياه '.repeat(8000)]])('100 KB of %s within 100 ms', (_, query) => {
    // the best of three: another process may hold the processor
    const times = [1, 2, 3].map(() => {
      const started = performance.now()
      ask(engine, query)
      return performance.now() - started
    })
    expect(Math.min(...times)).toBeLessThan(100)
  })
  test('nothing asked is everything, newest first', () => {
    const all = engineOf([offer({ en: 'old' }, { updatedAt: '2025-01-01T00:00:00.000Z' }), offer({ en: 'new' })])
    expect(ask(all, '  ').hits.map((h) => h.ref)).toEqual([`TO-${made}`, `TO-${made - 1}`])
  })
  test('a withdrawn record is found no more', () => {
    const record = offer({ en: 'geothermal' })
    const one = engineOf([record])
    one.put([{ ...record, tombstone: { at: AT, reason: 'sold' } }])
    expect([one.size, ask(one, 'geothermal').total]).toEqual([0, 0])
  })
})

describe('what is found by what', () => {
  const list = [
    offer({ zh: '膜法海水淡化成套装备', en: 'Membrane desalination plant', ar: 'وحدة تحلية مياه البحر بالأغشية', he: 'מתקן להתפלת מי ים בממברנות' }, { fields: ['WAT.DESAL'], country: 'CN', cooperation: ['joint-venture'], trl: 8, ipRights: [{ id: 'a', office: 'CN', kind: 'patent', state: 'granted', grant: 'ZL200072326112.0', publication: 'WO 2023/123456' }] }),
    offer({ ar: 'ري موفر للمياه بالطاقة الشمسية' }, { fields: ['AGR.IRR'], country: 'EG' }),
    offer({ ar: 'بطارية ليثيوم للتخزين', en: 'Lithium battery storage' }, { fields: ['ENE.STO'], country: 'SA' }),
    offer({ he: 'חיישני לחות קרקע לחברות חקלאיות' }, { fields: ['AGR.SOIL'], country: 'IL' }),
    offer({ en: 'Colour-stable fibre optimised for H2O sensing at TRL-7', zh: '台湾儲能材料' }, { trl: 7 }),
  ]
  const [desalination, irrigation, battery, soil, fibre] = list.map((r) => r.ref)
  const engine = engineOf(list, true)
  test.each([
    ['whole code', 'ZL200072326112.0', [desalination]], ['code in parts', '200072326112', [desalination]], ['code begun', 'ZL2000723', [desalination]], ['code with spaces', 'zl 200072326112', [desalination]],
    ['publication', 'WO 2023/123456', [desalination]], ['publication without the slash', 'wo2023123456', [desalination]], ['half of it', '2023/123456', [desalination]],
    ['formula', 'h2o', [fibre]], ['TRL apart', 'trl 7', [fibre]], ['TRL joined', 'TRL7', [fibre]],
    ['Chinese inside a word', '海水淡化', [desalination]], ['traditional for simplified', '儲能材料', [fibre]], ['simplified for traditional', '储能材料', [fibre]], ['one character', '膜', [desalination]], ['last character', '备', [desalination]],
    ['Arabic without its article', 'أغشية', [desalination]], ['with harakat and tatweel', 'تَحْلِيـــة', [desalination]], ['inflected', 'البطاريات', [battery]],
    ['Hebrew without its prefix', 'חברות', [soil]], ['construct while typing', 'חיישן', [soil]], ['no word inside another', 'בריה', []], ['with niqqud', 'קַרְקַע', [soil]],
    ['British for American', 'color optimized fiber', [fibre]], ['plural', 'membranes', [desalination]], ['while typing', 'membr', [desalination]],
    ['two scripts at once', '淡化 membrane', [desalination]], ['three scripts', '海水 تحلية desalination', [desalination]],
    ['by its label in another language: field', '土壤', [soil]], ['field in Hebrew', 'התפלה', [desalination]], ['country in Hebrew', 'מצרים', [irrigation]], ['country in Chinese', '以色列', [soil]], ['cooperation in Arabic', 'مشروع مشترك', [desalination]],
  ])('%s: %s', (_, query, expected) => {
    const answer = ask(engine, query)
    expect(answer.relaxed ? [] : refs(answer).sort()).toEqual(expected.sort())
  })

  test('ري finds irrigation and neither wind nor batteries', () => expect(refs(ask(engine, 'ري'))).toEqual([irrigation]))

  test('why: which word of which field, as written', () => {
    expect(ask(engine, 'desalination').hits[0]!.why).toContainEqual({ field: 'title', lang: 'en', words: ['desalination'], form: 'exact' })
    expect(ask(engine, 'membranes').hits[0]!.why).toContainEqual({ field: 'title', lang: 'en', words: ['Membrane'], form: 'stem' })
    expect(ask(engine, '海水淡化').hits[0]!.why[0]).toEqual({ field: 'title', lang: 'zh', words: ['海水淡化'], form: 'exact' })
    expect(ask(engine, '以色列').hits[0]!.why).toContainEqual({ field: 'country', lang: 'zh', words: ['以色列'], form: 'label' })
    expect(ask(engine, 'ZL200072326112.0').hits[0]!.why).toContainEqual({ field: 'ipRights', lang: 'code', words: ['ZL200072326112.0'], form: 'code' })
    for (const hit of ask(engine, 'membr').hits) expect(hit.why.map((w) => w.form)).toContain('prefix')
  })

  test('a label in one language finds words in another, and says so', () => {
    const only = engineOf([offer({ en: 'Cheap energy storage from sand' }), offer({ en: 'Cheap storage of grain' })], true)
    const answer = ask(only, '储能', { locale: 'zh' })
    expect(answer.total).toBe(1)
    expect(answer.hits[0]!.why).toEqual([{ field: 'title', lang: 'en', words: ['energy', 'storage'], form: 'translation' }])
  })

  test('a quoted phrase stands together', () => {
    const two = engineOf([offer({ en: 'solar water heater' }), offer({ en: 'water for solar plants' }), offer({ he: 'מים "חכמים" לחקלאות' })])
    expect(ask(two, 'solar water').total).toBe(2)
    expect(ask(two, '"solar water"').total).toBe(1)
    expect(ask(two, '“solar water” heater').total).toBe(1)
    expect(ask(two, 'צה"ל').total).toBe(0)
  })

  test('nothing has every word: some are enough, best first, and the answer says so', () => {
    const answer = ask(engine, 'membrane desalination zeppelin')
    expect(answer.relaxed).toBe(true)
    expect(refs(answer)[0]).toBe(desalination)
    expect(ask(engine, 'zeppelin').total).toBe(0)
  })

  test('titles weigh more than descriptions, exact forms more than inflected ones', () => {
    const body = { description: { orig: 'en', t: { en: { text: 'about graphene', state: 'original' } } } }
    const ranked = engineOf([...records(60, 9), offer({ en: 'graphenes' }), offer({ en: 'films' }, body), offer({ en: 'graphene' })])
    const order = refs(ask(ranked, 'graphene '))
    expect(order).toHaveLength(3)
    expect(order[0]).toBe(`TO-${made}`)
  })

  test('sorts', () => {
    const sorted = engineOf([offer({ en: 'pump a' }, { trl: 4, validUntil: '2027-01-01' }), offer({ en: 'pump b' }, { trl: 9 }), offer({ en: 'pump c' }, { trl: 6, validUntil: '2026-12-01' })])
    const [a, b, c] = [made - 2, made - 1, made].map((n) => `TO-${n}`)
    expect(refs(ask(sorted, 'pump', { sort: 'trl' }))).toEqual([b, c, a])
    expect(refs(ask(sorted, 'pump', { sort: 'deadline' }))).toEqual([c, a, b])
  })
})

describe('highlight', () => {
  const lit = (text: string, lang: Locale, words: string[]) => highlight(text, lang, words).map((r) => text.slice(r.start, r.end))
  test.each([
    ['ري does not light inside بطارية', 'ري بالبطارية في بطارية', 'ar', ['ري'], ['ري']],
    ['whole words', 'water, waterproof WATER', 'en', ['water'], ['water', 'WATER']],
    ['harakat stay inside the light', 'تَحْلِيَة المياه', 'ar', ['تحلية'], ['تَحْلِيَة']],
    ['Hebrew finals', 'מים ומים', 'he', ['מים'], ['מים']],
    ['Chinese where it stands', '高效海水淡化膜', 'zh', ['海水淡化'], ['海水淡化']],
    ['traditional by simplified', '高效儲能電池', 'zh', ['储能'], ['儲能']],
    ['code', 'see ZL200072326112.0.', 'en', ['ZL200072326112.0'], ['ZL200072326112.0']],
  ] as const)('%s', (_, text, lang, words, expected) => expect(lit(text, lang, [...words])).toEqual(expected))

  test('reasons of the text’s own language only', () => {
    const why = [{ field: 'title', lang: 'ar' as const, words: ['5G'], form: 'exact' as const }]
    expect(highlight('5G', 'ar', why)).toHaveLength(1)
    expect(highlight('5G', 'en', why)).toHaveLength(0)
  })
  test('ranges are in order and apart', () => {
    for (const text of ['水水水水 water-water 水 water', 'a\u200db a b']) {
      const ranges = highlight(text, 'en', ['水水', 'water', 'ab', 'a'])
      ranges.forEach((r, k) => expect(r.start).toBeGreaterThanOrEqual(k === 0 ? 0 : ranges[k - 1]!.end))
    }
  })
})
