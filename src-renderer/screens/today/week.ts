/** Which days of a week people in several countries all work: weekends differ along the road, and a meeting needs a shared day. */
const DAY = 86_400_000

/** The week's seven days from Monday, as UTC midnights of the local date. */
export function weekOf(now: Date): Date[] {
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())
  const monday = today - ((now.getDay() + 6) % 7) * DAY
  return Array.from({ length: 7 }, (_, i) => new Date(monday + i * DAY))
}

interface WeekInfo { weekend: number[] }
/** Days of rest in `country`, 1 = Monday ... 7 = Sunday, as CLDR knows them. */
export function weekendOf(country: string): readonly number[] {
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & { getWeekInfo?: () => WeekInfo; weekInfo?: WeekInfo }
  return (locale.getWeekInfo?.() ?? locale.weekInfo ?? { weekend: [6, 7] }).weekend
}

/** Days, 1 to 7, on which nobody rests. */
export function sharedDays(countries: readonly string[]): number[] {
  const rest = new Set(countries.flatMap((country) => weekendOf(country)))
  return [1, 2, 3, 4, 5, 6, 7].filter((day) => !rest.has(day))
}
