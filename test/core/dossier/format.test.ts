import { expect, test } from 'vitest'
import { amount, countryName, date, digits, interval, moneyRange, otherDate } from '../../../src-core/dossier/format.ts'
import { verdictOf } from '../../../src-core/dossier/parts/site-fit.ts'

test('the month is in letters in every language, whatever the platform prefers', () => {
  expect([date('en', '2026-11-22'), date('zh', '2026-11-22'), date('ar', '2026-11-22'), date('he', '2026-11-22')]).toEqual(['22 November 2026', '2026年11月22日', '22 نوفمبر 2026', '22 בנובמבר 2026'])
  expect(date('ar', '2026-11-22', { digits: 'arab', calendar: 'gregory' })).toBe('٢٢ نوفمبر ٢٠٢٦')
  expect(otherDate('ar', '2026-11-22', { digits: 'latn', calendar: 'islamic-umalqura' })).toMatch(/^12 جمادى الآخرة 1448/)
  expect(otherDate('he', '2026-11-22', { digits: 'latn', calendar: 'hebrew' })).toContain('כסלו')
  expect(otherDate('en', '2026-11-22')).toBeUndefined()
  expect([date('ar', '2027-02-28'), date('ar', '2027-02-28', { digits: 'latn', calendar: 'gregory', months: 'levant' })]).toEqual(['28 فبراير 2027', '28 شباط 2027'])
  expect(digits('ar', '14', { digits: 'arab', calendar: 'gregory' })).toBe('١٤')
  expect(digits('zh', '14', { digits: 'arab', calendar: 'gregory' })).toBe('14')
})

test.each([
  ['1850000', 'USD', 'USD 1,850,000'], ['40000.5', 'OMR', 'OMR 40,000.500'], ['-120500.75', 'USD', 'USD −120,500.75'], ['0.1', 'CNY', 'CNY 0.10'], ['999999999999999.9999', 'CNY', 'CNY 999,999,999,999,999.9999'], ['100.00', 'AED', 'AED 100'], ['999', 'ILS', 'ILS 999'],
])('%s %s is printed %s', (value, currency, printed) => expect(amount(value, currency)).toBe(printed))

test('ranges', () => {
  expect(moneyRange({ min: '800000', max: '1200000', currency: 'USD' })).toBe('USD 800,000–1,200,000')
  expect(moneyRange({ max: '250000', currency: 'OMR' })).toBe('≤ OMR 250,000')
  expect(interval({ min: 5, max: 45, unit: '°C' })).toBe('5–45 °C')
  expect(interval({ value: -0.5, unit: '%' })).toBe('−0.5%')
})

test('disputed names stand as codes; others have a name', () => {
  for (const lang of ['zh', 'ar', 'en', 'he'] as const) {
    for (const c of ['TW', 'PS', 'EH', 'XK']) expect(countryName(lang, c)).toBe(c)
    expect(countryName(lang, 'OM')).not.toBe('OM')
  }
})

test('a site fits only when its whole range lies inside, in the same unit', () => {
  const row = (min?: number, max?: number, unit = '°C') => ({ id: '1', param: 'ambient' as const, unit, ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) })
  expect(verdictOf(row(5, 45), row(8, 44))).toBe('within')
  expect(verdictOf(row(5, 45), row(8, 46))).toBe('outside')
  expect(verdictOf(row(undefined, 6), row(7, 9))).toBe('outside')
  expect(verdictOf(row(undefined, 15), row(undefined, 12))).toBe('within')
  expect(verdictOf(row(5, 45), row(8, 44, 'K'))).toBe('open')
  expect(verdictOf(row(5, 45), undefined)).toBe('open')
  expect(verdictOf(row(), row(1, 2))).toBe('open')
})
