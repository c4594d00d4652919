/** Dates, numbers, money and country names as the centre's conventions have them, always with explicit digits and calendar. */
import type { Money, MoneyRange, Quantity } from '../../src-core/record/field.ts'
import type { Locale } from '../../src-core/text/locale.ts'

export interface Conventions {
  locale: Locale
  digits: 'latn' | 'arab'
  calendar: 'gregory' | 'islamic-umalqura' | 'hebrew'
  /** the centre's country: the Levant names the months in its own way */
  country?: string | undefined
}
/** Names that some members would refuse: the bare ISO code stands instead. */
const BARE_COUNTRIES = new Set(['TW', 'PS', 'EH', 'XK'])
const LEVANT = new Set(['JO', 'SY', 'LB', 'IQ', 'PS'])
const DAY = 86_400_000

export const localeTag = ({ locale, digits, calendar, country }: Conventions): string => {
  const base = locale === 'en' ? 'en-GB' : locale === 'zh' ? 'zh-CN' : locale === 'ar' ? (country && LEVANT.has(country) ? `ar-${country}` : 'ar-EG') : 'he-IL'
  return `${base}-u-ca-${calendar}-nu-${locale === 'ar' ? digits : 'latn'}`
}

const regions = new Map<Locale, Intl.DisplayNames>()
export function countryName(code: string, locale: Locale): string {
  if (BARE_COUNTRIES.has(code) || !/^[A-Z]{2}$/.test(code)) return code
  const names = regions.get(locale) ?? new Intl.DisplayNames(locale === 'zh' ? 'zh-CN' : locale, { type: 'region', fallback: 'code' })
  regions.set(locale, names)
  return names.of(code) ?? code
}

export interface Formats {
  number(n: number): string
  percent(share: number): string
  /** 22 November 2026: the month in letters */
  date(iso: string): string
  /** 22 Nov, with the year when it is another one */
  dayShort(iso: string, now?: number): string
  dateTime(iso: string): string
  time(iso: string): string
  /** 6 days ago, 4 months ago */
  ago(iso: string, now?: number): string
  /** 6 days: for a narrow place that says otherwise what it counts from */
  age(iso: string, now?: number): string
  /** in 2 days */
  until(iso: string, now?: number): string
  /** ISO code and a whole amount: Latin, for tables; to stand in `<Code>` or a bdi */
  money(m: Money): string
  moneyRange(m: MoneyRange): string
  quantity(q: Quantity): string
  bytes(n: number): string
  country(code: string): string
  list(items: readonly string[]): string
  /** Any one of them will do. */
  either(items: readonly string[]): string
  language(locale: Locale): string
  collator: Intl.Collator
}

/** Made once for each set of conventions: a row of a list must not pay for a dozen Intl objects (4 ms) every time it is drawn. */
const made = new Map<string, Formats>()
export function formatsFor(conventions: Conventions): Formats {
  const tag = localeTag(conventions)
  const formats = made.get(tag) ?? makeFormats(tag, conventions.locale)
  made.set(tag, formats)
  return formats
}

function makeFormats(tag: string, locale: Locale): Formats {
  const number = new Intl.NumberFormat(tag)
  const long = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  const short = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', timeZone: 'UTC' })
  const shortYear = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
  const moment = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const clock = new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const units = new Map<string, Intl.NumberFormat>()
  const share = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 })
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' })
  const listTag = locale === 'zh' ? 'zh-CN' : locale === 'en' ? 'en-GB' : locale
  const list = new Intl.ListFormat(listTag, { type: 'conjunction' })
  const either = new Intl.ListFormat(listTag, { type: 'disjunction' })
  const languages = new Intl.DisplayNames(locale === 'zh' ? 'zh-CN' : locale, { type: 'language' })
  const amount = (text: string) => {
    const [whole = '', fraction] = text.split('.')
    return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction ? `.${fraction}` : '')
  }
  const day = (iso: string) => new Date(iso.length === 10 ? `${iso}T00:00:00Z` : iso)
  const safe = (iso: string, print: (d: Date) => string) => (Number.isNaN(day(iso).getTime()) ? iso : print(day(iso)))
  const distance = (ms: number): string => {
    const size = Math.abs(ms)
    // CLDR adds to a Hebrew singular or dual its number: “לפני שעתיים (2)”, which nobody writes
    const in_ = (unit: Intl.RelativeTimeFormatUnit, length: number) => relative.format(Math.sign(ms) * Math.round(size / length) || 0, unit).replace(/ \([12]\)$/, '')
    if (size < 30_000) return relative.format(0, 'second')
    if (size < 3_600_000) return in_('minute', 60_000)
    if (size < DAY) return in_('hour', 3_600_000)
    if (size < 60 * DAY) return in_('day', DAY)
    return size < 730 * DAY ? in_('month', 30.44 * DAY) : in_('year', 365.25 * DAY)
  }
  const length = (ms: number): string => {
    const unit = (name: string, n: number) => {
      const counted = units.get(name) ?? new Intl.NumberFormat(tag, { style: 'unit', unit: name, unitDisplay: 'long' })
      units.set(name, counted)
      return counted.format(Math.max(1, Math.floor(n)))
    }
    if (ms < 3_600_000) return unit('minute', ms / 60_000)
    if (ms < DAY) return unit('hour', ms / 3_600_000)
    if (ms < 60 * DAY) return unit('day', ms / DAY)
    return ms < 730 * DAY ? unit('month', ms / (30.44 * DAY)) : unit('year', ms / (365.25 * DAY))
  }
  return {
    number: (n) => number.format(n),
    percent: (part) => share.format(part),
    date: (iso) => safe(iso, (d) => long.format(d)),
    dayShort: (iso, now = Date.now()) => safe(iso, (d) => (d.getUTCFullYear() === new Date(now).getUTCFullYear() ? short : shortYear).format(d)),
    dateTime: (iso) => safe(iso, (d) => moment.format(d)),
    time: (iso) => safe(iso, (d) => clock.format(d)),
    ago: (iso, now = Date.now()) => safe(iso, (d) => distance(Math.min(0, d.getTime() - now))),
    age: (iso, now = Date.now()) => safe(iso, (d) => length(Math.max(0, now - d.getTime()))),
    until: (iso, now = Date.now()) => safe(iso, (d) => distance(d.getTime() - now)),
    money: (m) => `${m.currency} ${amount(m.amount)}`,
    moneyRange: (m) => (m.min && m.max && m.min !== m.max ? `${m.currency} ${amount(m.min)}–${amount(m.max)}` : `${m.min && !m.max ? '≥ ' : !m.min && m.max ? '≤ ' : ''}${m.currency} ${amount(m.min ?? m.max ?? '')}`.trim()),
    quantity: (q) => `${q.value ?? (q.min !== undefined && q.max !== undefined ? `${q.min}–${q.max}` : q.min !== undefined ? `≥ ${q.min}` : `≤ ${q.max ?? ''}`)} ${q.unit}`.trim(),
    bytes: (n) => (n < 1000 ? `${n} B` : n < 1e6 ? `${Math.round(n / 1e3)} kB` : `${(n / 1e6).toFixed(1)} MB`),
    country: (code) => countryName(code, locale),
    list: (items) => list.format(items),
    either: (items) => either.format(items),
    language: (l) => languages.of(l) ?? l,
    collator: new Intl.Collator(locale === 'zh' ? 'zh-CN' : locale, { numeric: true }),
  }
}
