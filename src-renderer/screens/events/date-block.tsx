import { useMemo } from 'react'
import { useLocale } from '../../app/i18n.ts'
import { useLocaleTag } from '../../app/session.tsx'
import { dayAt } from '../../app/zoned-time.ts'

/** The day as a leaf of a calendar: month, day, and the year when it is not this one. */
export function DateBlock({ iso, zone }: { iso: string; zone: string | undefined }) {
  const locale = useLocale()
  const tag = useLocaleTag()
  const parts = useMemo(() => {
    const date = new Date(`${dayAt(iso, zone)}T00:00:00Z`)
    const part = (options: Intl.DateTimeFormatOptions, type: Intl.DateTimeFormatPartTypes) => new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' }).formatToParts(date).find((p) => p.type === type)?.value ?? ''
    return { month: part({ month: 'short', day: 'numeric' }, 'month'), day: part({ day: 'numeric' }, 'day'), year: date.getUTCFullYear() === new Date().getFullYear() ? '' : part({ year: 'numeric' }, 'year') }
  }, [iso, zone, tag])
  const month = locale === 'zh' ? `${parts.month}月`.replace('月月', '月') : parts.month
  return <span className="ev-leaf"><span>{month}</span><b>{parts.day}</b>{parts.year && <small>{parts.year}</small>}</span>
}
