/** Clock times of an event's day: pitches say `HH:MM` at the venue, and each reader wants their own clock beside it. */
import type { RecordOf } from '../../../src-core/record/record.ts'
import { minutesAt } from '../../app/zoned-time.ts'

export type CaravanEvent = RecordOf<'event'>
const two = (n: number) => String(n).padStart(2, '0')
export const asClock = (minutes: number): string => `${two(Math.floor((((minutes % 1440) + 1440) % 1440) / 60))}:${two((((minutes % 1440) + 1440) % 1440) % 60)}`
export const fromClock = (clock: string): number => {
  const [h = 0, m = 0] = clock.split(':').map(Number)
  return h * 60 + m
}
/** Minutes to add to a venue time to read it here. */
export const shiftHere = (event: CaravanEvent): number => (event.start ? minutesAt(event.start, undefined) - minutesAt(event.start, event.zone) : 0)
