/** A moment as the clock shows it at a venue and here. Digits stay Latin: times are read out across languages. */
const clock = (zone: string | undefined) => new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...(zone ? { timeZone: zone } : {}) })

/** `zone` is an IANA name; an unknown one counts as here. */
export function zonedTimes(iso: string, zone: string | undefined): { venue: string; here: string; same: boolean } {
  const moment = new Date(iso)
  if (Number.isNaN(moment.getTime())) return { venue: '', here: '', same: true }
  const here = clock(undefined).format(moment)
  const venue = safely(() => clock(zone).format(moment)) ?? here
  return { venue, here, same: venue === here }
}
/** Minutes after midnight at the venue. */
export function minutesAt(iso: string, zone: string | undefined): number {
  const [h = 0, m = 0] = zonedTimes(iso, zone).venue.split(':').map(Number)
  return h * 60 + m
}
/** The calendar day at the venue, as ISO. */
export const dayAt = (iso: string, zone: string | undefined): string => safely(() => new Intl.DateTimeFormat('sv-SE', { timeZone: zone ?? 'UTC' }).format(new Date(iso))) ?? iso.slice(0, 10)

function safely<T>(run: () => T): T | undefined {
  try {
    return run()
  } catch {
    return undefined
  }
}
