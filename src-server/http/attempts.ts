/**
 * Slows down whoever guesses codes. Tries from one address are taken one after the other, so that many at once gain nothing;
 * each miss costs more time, and after ten the address waits out the window.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { Problem } from './problem.ts'

const ALLOWED = 10
const WINDOW_MS = 10 * 60_000
const LONGEST_DELAY_MS = 5000
const ADDRESSES = 10_000

export interface Attempts {
  /** runs the try when its turn comes; `missed` tells a wrong guess from a right one */
  take<T>(address: string, attempt: () => Promise<T>, missed: (outcome: T) => boolean): Promise<T>
}

interface Tries { misses: number; from: number; last: Promise<unknown> }

export function createAttempts({ now = Date.now, delayMs = 100 }: { now?: () => number; delayMs?: number } = {}): Attempts {
  const known = new Map<string, Tries>()

  function triesOf(address: string): Tries {
    const entry = known.get(address) ?? { misses: 0, from: now(), last: Promise.resolve() }
    // the most recent is the last to be forgotten
    known.delete(address)
    known.set(address, entry)
    if (known.size > ADDRESSES) known.delete(known.keys().next().value!)
    return entry
  }

  return {
    take(address, attempt, missed) {
      const entry = triesOf(address)
      const turn = entry.last.then(async () => {
        if (now() - entry.from >= WINDOW_MS) Object.assign(entry, { misses: 0, from: now() })
        if (entry.misses >= ALLOWED) throw new Problem('too-many-attempts', { seconds: Math.ceil((entry.from + WINDOW_MS - now()) / 1000) })
        const outcome = await attempt()
        if (missed(outcome)) await sleep(Math.min(delayMs * 2 ** ++entry.misses, LONGEST_DELAY_MS))
        return outcome
      })
      entry.last = turn.catch(() => {})
      return turn
    },
  }
}
