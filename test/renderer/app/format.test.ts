import { describe, expect, test } from 'vitest'
import { countryName, formatsFor } from '../../../src-renderer/app/format.ts'

const now = Date.parse('2026-11-22T12:00:00Z')
const en = formatsFor({ locale: 'en', digits: 'arab', calendar: 'gregory' })
const ar = formatsFor({ locale: 'ar', digits: 'arab', calendar: 'gregory' })
const zh = formatsFor({ locale: 'zh', digits: 'latn', calendar: 'gregory' })
const he = formatsFor({ locale: 'he', digits: 'latn', calendar: 'gregory' })

describe('dates have the month in letters', () => {
  test.each([[en, '22 November 2026'], [zh, '2026年11月22日'], [he, '22 בנובמבר 2026'], [ar, '٢٢ نوفمبر ٢٠٢٦']])('%#', (f, text) => expect(f.date('2026-11-22')).toBe(text))
  test('the Levant has its own month names', () => expect(formatsFor({ locale: 'ar', digits: 'latn', calendar: 'gregory', country: 'JO' }).date('2026-02-01')).toBe('1 شباط 2026'))
  test('the centre may use Latin digits in Arabic', () => expect(formatsFor({ locale: 'ar', digits: 'latn', calendar: 'gregory' }).number(1234)).toBe('1,234'))
  test('digits of the other languages stay Latin whatever the setting', () => expect(en.number(1234)).toBe('1,234'))
  test('a damaged date is shown as it stands', () => expect(en.date('soon')).toBe('soon'))
})

describe('money', () => {
  test('ISO code, grouping, every decimal that was written', () => expect(en.money({ amount: '1200000.505', currency: 'JOD' })).toBe('JOD 1,200,000.505'))
  test('ranges, open and closed', () => {
    expect(en.moneyRange({ min: '1200000', max: '1800000', currency: 'CNY' })).toBe('CNY 1,200,000–1,800,000')
    expect(en.moneyRange({ max: '500', currency: 'CNY' })).toBe('≤ CNY 500')
    expect(en.moneyRange({ min: '500', currency: 'CNY' })).toBe('≥ CNY 500')
  })
  test('amounts keep Latin digits in Arabic', () => expect(ar.money({ amount: '600000', currency: 'OMR' })).toBe('OMR 600,000'))
})

describe('countries', () => {
  test.each(['TW', 'PS', 'EH', 'XK'])('%s stays a code in every language', (code) => {
    for (const locale of ['en', 'zh', 'ar', 'he'] as const) expect(countryName(code, locale)).toBe(code)
  })
  test('others have names', () => {
    expect(countryName('OM', 'ar')).toBe('عُمان')
    expect(countryName('CN', 'zh')).toBe('中国')
  })
})

describe('distances', () => {
  test('ago and until', () => {
    expect(en.ago('2026-11-16T12:00:00Z', now)).toBe('6 days ago')
    expect(en.until('2026-11-24', now)).toBe('in 2 days')
  })
  test('a clock that runs ahead never says "in"', () => expect(en.ago('2026-11-22T12:10:00Z', now)).toBe('now'))
  test('Hebrew says one and two without their number', () => {
    const he = formatsFor({ locale: 'he', digits: 'latn', calendar: 'gregory' })
    expect(he.ago('2026-11-22T10:00:00Z', Date.parse('2026-11-22T12:00:00Z'))).toBe('לפני שעתיים')
    expect(he.ago('2026-11-22T11:59:00Z', Date.parse('2026-11-22T12:00:00Z'))).toBe('לפני דקה')
  })
})
