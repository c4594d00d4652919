import { describe, expect, test } from 'vitest'
import { foldArabic, stemArabic } from '../../../src-core/search/arabic.ts'
import { stemEnglish } from '../../../src-core/search/english.ts'
import { foldHebrew, stemHebrew } from '../../../src-core/search/hebrew.ts'
import { pairs, tokenise } from '../../../src-core/search/normalise.ts'

const terms = (text: string) => tokenise(text).flatMap((t) => [t.term, ...(t.parts ?? [])])
const wordsOf = (...known: string[]) => ({ has: (t: string) => known.includes(t), hamza: () => false })

describe('every script', () => {
  test.each([
    ['digits of any script are ASCII', '٢٠٢٦ ۲۰۲۶ ２０２６', ['2026', '2026', '2026']],
    ['direction marks and joiners vanish inside words', 'de\u200dsa\u200flination \u202eabc\u202c', ['desalination', 'abc']],
    ['a soft hyphen and a BOM are no part of a word', '\ufeffdesali\u00adnation', ['desalination']],
    ['full width and ligatures', 'ＴＲＬ ﬁlter', ['trl', 'filter']],
    ['accents fold', 'Müller Çelik naïve Łódź straße', ['muller', 'celik', 'naive', 'lodz', 'strasse']],
    ['scripts part without spaces', '海水RO膜تحلية', ['海水', 'ro', '膜', 'تحليه']],
    ['superscripts and subscripts', 'CO₂ m²', ['co2', 'co', '2', 'm2', '2']],
  ])('%s', (_, text, expected) => expect(terms(text)).toEqual(expected))

  test('where a token stands is told in the units of the text', () => {
    const text = 'x 海水淡化 \u202eتحلية\u202c y'
    for (const t of tokenise(text)) expect(tokenise(text.slice(t.start, t.end))[0]!.term).toBe(t.term)
  })
})

describe('codes are kept whole and in parts', () => {
  test.each([
    ['ZL200072326112.0', ['zl2000723261120', 'zl', '200072326112', '0', 'zl200072326112']],
    ['WO 2023/123456', ['wo', '2023123456', '2023', '123456', 'wo2023123456']],
    ['TRL-7', ['trl7', 'trl', '7']],
    ['TRL 7', ['trl', '7', 'trl7']],
    ['TRL7', ['trl7', 'trl', '7']],
    ['H2O', ['h2o', '2']],
    ['GB/T 5009.268-2016', ['gb', 't', '50092682016', '5009', '268', '2016']],
    ['1,250 m', ['1250', '1', '250', 'm']],
    ['4.5', ['4.5', '4', '5']],
    ['3E001', ['3e001', '3', '001']],
  ])('%s', (text, expected) => expect(terms(text)).toEqual(expected))

  test('a compound of two meets its spellings', () => {
    expect(terms('waste-water')).toEqual(['wastewater', 'waste', 'water'])
    expect(terms('wind–solar')).toEqual(['windsolar', 'wind', 'solar'])
    expect(terms('state-of-the-art and/or')).toEqual(['state', 'of', 'the', 'art', 'and', 'or'])
  })
})

describe('English', () => {
  test('possessives and apostrophes', () => expect(terms("the plant's, plants’ O'Neill")).toEqual(['the', 'plant', 'plants', 'oneill']))
  test.each([
    ['desalination', 'desalinated'], ['irrigation', 'irrigating'], ['batteries', 'battery'], ['colour', 'color'], ['colours', 'colors'], ['centre', 'center'], ['fibre', 'fibers'], ['optimisation', 'optimization'], ['optimised', 'optimizing'],
    ['sulphur', 'sulfur'], ['aluminium', 'aluminum'], ['catalyse', 'catalyzed'], ['modelling', 'modeling'], ['licence', 'license'], ['electrolyser', 'electrolyzer'], ['sterilise', 'sterilizing'], ['mould', 'molds'],
  ])('%s meets %s', (a, b) => expect(stemEnglish(a)).toBe(stemEnglish(b)))
  test.each([['advise', 'advice'], ['universe', 'universal energy'], ['exercise', 'exorcize'], ['water', 'waiter']])('%s is not %s', (a, b) => expect(stemEnglish(a)).not.toBe(stemEnglish(b)))
})

describe('Arabic', () => {
  test.each([
    ['إِلِكْتُرُونِيَّة', 'الكترونيه'], ['أنظمة', 'انظمه'], ['آلة', 'اله'], ['مـــيـــاه', 'مياه'], ['مستوى', 'مستوي'], ['مسؤول', 'مسوول'], ['بيئة', 'بييه'], ['ﻻ', 'لا'], ['ٱلماء', 'الماء'], ['کربون', 'كربون'],
  ])('%s folds to %s', (word, folded) => expect(tokenise(word)[0]!.term).toBe(folded))

  const words = wordsOf('تقنيه', 'تقنيات', 'طاقه', 'مياه', 'محطات', 'وقود')
  test.each([
    ['والتقنيات', 'تقن'], ['بالتقنية', 'تقن'], ['للتقنية', 'تقن'], ['التقنيات', 'تقن'], ['تقنيات', 'تقن'], ['ومياه', 'ميا'], ['المياه', 'ميا'], ['بمحطات', 'محط'], ['وقود', 'وقود'],
  ])('%s stems to %s', (word, stem) => expect(stemArabic(foldArabic(word), words)).toBe(stem))

  test('a word with hamza has no article: إلكترونية keeps its beginning', () => {
    const seen = { has: () => false, hamza: (t: string) => t === 'الكترونيه' }
    expect(stemArabic('الكترونيه', seen)).toBe('الكترون')
    expect(stemArabic('الكترونيه', wordsOf())).not.toBe('الكترون')
    expect(tokenise('إلكترونية')[0]!.hamza).toBe(true)
    expect(tokenise('الكترونية')[0]!.hamza).toBeUndefined()
  })
  test('a particle falls only when the rest is a word of the catalogue', () => {
    expect(stemArabic('وسيط', wordsOf())).toBe('وسيط')
    expect(stemArabic('ومياه', wordsOf())).not.toBe(stemArabic('مياه', wordsOf()))
  })
})

describe('Hebrew', () => {
  test.each([['שָׁלוֹם', 'שלומ'], ['מים', 'מימ'], ['ארץ', 'ארצ'], ['רש״י', 'רשי'], ['רש"י', 'רשי'], ["צ'ק", 'צק'], ['ג׳יפ', 'גיפ'], ['צה"ל', 'צהל']])('%s folds to %s', (word, folded) => expect(tokenise(word)[0]!.term).toBe(folded))
  test('quotes around a word are not gershayim', () => expect(terms('"מים" ו"אנרגיה"')).toEqual(['מימ', 'ואנרגיה']))
  test('a maqaf parts words', () => expect(terms('תל־אביב')).toEqual(['תל', 'אביב']))

  const words = wordsOf(...['טכנולוגיות', 'מערכות', 'חברה', 'חברות', 'מחשב', 'הסכמים', 'התפלת', 'התפלה'].map(foldHebrew))
  test.each([['לטכנולוגיות', 'טכנולוגי'], ['שבמערכות', 'מערכ'], ['והחברה', 'חבר'], ['החברה', 'חבר'], ['חברות', 'חבר'], ['ביטוח', 'ביטוח'], ['להתפלת', 'התפל'], ['התפלה', 'התפל']])('%s stems to %s', (word, stem) => expect(stemHebrew(foldHebrew(word), words)).toBe(stem))
  test('מחשב keeps its first letter while חשב is no word of the catalogue', () => {
    expect(stemHebrew('מחשב', words)).toBe('מחשב')
    expect(stemHebrew('המחשב', words)).toBe('מחשב')
  })
})

describe('Chinese', () => {
  test.each([['臺灣海水淡化技術', '台湾海水淡化技术'], ['儲能電池', '储能电池'], ['氫氣與氨', '氢气与氨'], ['農業機械', '农业机械'], ['納濾膜', '纳滤膜'], ['鹽鹼地', '盐碱地']])('%s becomes %s', (traditional, simplified) => expect(tokenise(traditional)[0]!.term).toBe(simplified))
  test('pairs, and the last character alone', () => {
    expect(pairs('海水淡化')).toEqual(['海水', '水淡', '淡化', '化'])
    expect(pairs('水')).toEqual(['水'])
    expect(pairs('𠮷野家')).toEqual(['𠮷野', '野家', '家'])
  })
})
