/** Dates, amounts and quantities as a dossier prints them: the month in letters, the currency as its ISO code, nothing left to a default. */
import type { Money, MoneyRange, Quantity } from '../record/field.ts'
import type { Locale } from '../text/locale.ts'
import type { Conventions } from './input.ts'

export const PLAIN: Conventions = { digits: 'latn', calendar: 'gregory' }
const BASE: Record<Locale, string> = { zh: 'zh-CN', ar: 'ar-EG', en: 'en-GB', he: 'he-IL' }
const arabic = (calendar: string, { months }: Conventions) => (calendar === 'islamic-umalqura' ? 'ar-SA' : months === 'levant' ? 'ar-JO' : BASE.ar)
const inCalendar = (lang: Locale, calendar: string, conventions: Conventions) => `${lang === 'ar' ? arabic(calendar, conventions) : BASE[lang]}-u-ca-${calendar}-nu-${lang === 'ar' ? conventions.digits : 'latn'}`
/** Making a formatter costs a hundred times what using it does. */
const made = new Map<string, Intl.DateTimeFormat | Intl.DisplayNames>()
function once<T extends Intl.DateTimeFormat | Intl.DisplayNames>(key: string, make: () => T): T {
  const known = (made.get(key) as T | undefined) ?? make()
  made.set(key, known)
  return known
}
const long = (tag: string, iso: string) => once(`date ${tag}`, () => new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' })).format(new Date(`${iso.slice(0, 10)}T00:00:00Z`))

/** 22 November 2026, 2026年11月22日, 22 نوفمبر 2026, 22 בנובמבר 2026 */
export const date = (lang: Locale, iso: string, conventions: Conventions = PLAIN) => long(inCalendar(lang, 'gregory', conventions), iso)
/** The same day in the centre's other calendar, or undefined when it keeps the Gregorian one. */
export const otherDate = (lang: Locale, iso: string, conventions: Conventions = PLAIN) => (conventions.calendar === 'gregory' ? undefined : long(inCalendar(lang, conventions.calendar, conventions), iso))

export const digits = (lang: Locale, text: string, conventions: Conventions = PLAIN) =>
  lang === 'ar' && conventions.digits === 'arab' ? text.replace(/\d/g, (d) => String.fromCharCode(0x0660 + Number(d))) : text

/** Currencies of three decimals in the network's countries; the others have two. */
const THREE = new Set(['JOD', 'OMR', 'BHD', 'KWD', 'TND', 'IQD', 'LYD'])
/** `USD 1,250,000`, `OMR 4,500.500`: the same in every language, never through floating point. */
export function amount(value: string, currency: string): string {
  const [whole = '0', fraction = ''] = value.replace(/^-/, '').split('.')
  const grouped = whole.replace(/^0+(?=\d)/, '').replace(/\B(?=(\d{3})+$)/g, ',')
  const decimals = /^0*$/.test(fraction) ? '' : `.${fraction.padEnd(THREE.has(currency) ? 3 : 2, '0')}`
  return `${currency} ${value.startsWith('-') ? '−' : ''}${grouped}${decimals}`
}
export const money = (m: Money) => amount(m.amount, m.currency)
export function moneyRange({ min, max, currency }: MoneyRange): string {
  if (min !== undefined && max !== undefined) return min === max ? amount(min, currency) : `${amount(min, currency)}–${amount(max, currency).slice(currency.length + 1)}`
  return min !== undefined ? `≥ ${amount(min, currency)}` : max !== undefined ? `≤ ${amount(max, currency)}` : currency
}

const number = (n: number) => new Intl.NumberFormat('en-GB-u-nu-latn', { maximumFractionDigits: 6 }).format(n).replace('-', '−')
/** `20–45 °C`, `≤ 6 g/L`: an interval with its unit. */
export function interval({ value, min, max, unit }: Pick<Quantity, 'value' | 'min' | 'max'> & { unit?: string | undefined }): string {
  const tail = unit ? (unit === '%' ? '%' : ` ${unit}`) : ''
  if (value !== undefined) return number(value) + tail
  if (min !== undefined && max !== undefined) return (min === max ? number(min) : `${number(min)}–${number(max)}`) + tail
  return min !== undefined ? `≥ ${number(min)}${tail}` : max !== undefined ? `≤ ${number(max)}${tail}` : ''
}

/** Names that some members refuse are never taken from the platform's tables: the code stands for itself. */
const BARE = new Set(['TW', 'PS', 'EH', 'XK'])
export function countryName(lang: Locale, country: string): string {
  if (BARE.has(country)) return country
  return once(`region ${lang}`, () => new Intl.DisplayNames([BASE[lang]], { type: 'region', fallback: 'code' })).of(country) ?? country
}
export const languageName = (lang: Locale, of: Locale) => once(`language ${lang}`, () => new Intl.DisplayNames([BASE[lang]], { type: 'language' })).of(of) ?? of
