/**
 * Wakes those who wait for news. Rung by this process after a commit; a poll of the head, only while somebody waits,
 * hears what other processes (an import, another server) wrote.
 */
import type { Database } from './database.ts'
import { readHead } from './space.ts'

export interface Doorbell {
  ring(head: number): void
  /** resolves when the head has passed `seen`, when `ms` have gone by, or when `gone` aborts */
  wait(seen: number, ms: number, gone: AbortSignal): Promise<void>
  close(): void
}

export function createDoorbell(db: Database, space: string, pollMs = 1000): Doorbell {
  const waiting = new Set<{ seen: number; wake: () => void }>()
  let head = 0
  let timer: NodeJS.Timeout | undefined
  let closed = false

  const ring = (seq: number) => {
    head = Math.max(head, seq)
    for (const w of waiting) if (w.seen < head) w.wake()
  }
  const poll = async () => {
    timer = undefined
    // a database that does not answer is heard of elsewhere; the waiters' own time runs out
    await readHead(db.pool, space).then(({ seq }) => ring(seq), () => {})
    schedule()
  }
  const schedule = () => {
    if (!timer && !closed && waiting.size > 0) timer = setTimeout(() => void poll(), pollMs)
  }

  return {
    ring,
    wait: (seen, ms, gone) => new Promise((resolve) => {
      if (closed || head > seen || gone.aborted) return resolve()
      const entry = { seen, wake: () => done() }
      const clock = setTimeout(() => done(), ms)
      const done = () => {
        clearTimeout(clock)
        gone.removeEventListener('abort', done)
        waiting.delete(entry)
        resolve()
      }
      gone.addEventListener('abort', done)
      waiting.add(entry)
      schedule()
    }),
    close() {
      closed = true
      clearTimeout(timer)
      for (const w of waiting) w.wake()
    },
  }
}
