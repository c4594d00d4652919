/**
 * Hybrid logical clock (Kulkarni et al., 2014): `<ms base 36, 9 digits>-<counter base 36, 4>-<device>`. As text it sorts as it orders.
 * It breaks ties between people; it never orders the log: that is the server's `seq`.
 */
export type Hlc = string

export const formatHlc = (ms: number, counter: number, device: string): Hlc => `${ms.toString(36).padStart(9, '0')}-${counter.toString(36).padStart(4, '0')}-${device}`

export function parseHlc(hlc: Hlc): { ms: number; counter: number; device: string } {
  const [ms = '', counter = '', ...device] = hlc.split('-')
  return { ms: parseInt(ms, 36), counter: parseInt(counter, 36), device: device.join('-') }
}

/** The next reading after `last` (own or seen), at wall time `now` (ms since 1970). Never goes back, even when the wall clock does. */
export function tick(last: Hlc | undefined, now: number, device: string): Hlc {
  if (!last) return formatHlc(now, 0, device)
  const seen = parseHlc(last)
  return now > seen.ms ? formatHlc(now, 0, device) : formatHlc(seen.ms, seen.counter + 1, device)
}
