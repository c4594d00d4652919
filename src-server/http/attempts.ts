/** Slows down whoever guesses codes: each miss from an address costs more time, and after ten it waits out the window. */
import { setTimeout as sleep } from 'node:timers/promises'
import { Problem } from './problem.ts'

const ALLOWED = 10
const WINDOW_MS = 10 * 60_000
const ADDRESSES = 10_000

export interface Attempts {
  /** counts the try before it is made, so that many at once do not slip through */
  begin(address: string): void
  missed(address: string): Promise<void>
  passed(address: string): void
}

export function createAttempts({ now = Date.now, delayMs = 100 }: { now?: () => number; delayMs?: number } = {}): Attempts {
  const tries = new Map<string, { count: number; from: number }>()
  return {
    begin(address) {
      const known = tries.get(address)
      const entry = known && now() - known.from < WINDOW_MS ? known : { count: 0, from: now() }
      if (entry.count >= ALLOWED) throw new Problem('too-many-attempts', { seconds: Math.ceil((entry.from + WINDOW_MS - now()) / 1000) })
      entry.count++
      tries.delete(address)
      tries.set(address, entry)
      if (tries.size > ADDRESSES) tries.delete(tries.keys().next().value!)
    },
    missed: async (address) => {
      await sleep(Math.min(delayMs * 2 ** (tries.get(address)?.count ?? 0), 5000))
    },
    passed(address) {
      const entry = tries.get(address)
      if (entry) entry.count--
    },
  }
}
