/** One loop writes all pushes, many in one commit: the head row is locked in any case, so waiting for it together is faster. */
import type { Log } from '../log.ts'
import { Abandon, type Database } from './database.ts'
import type { Doorbell } from './doorbell.ts'
import { commitPushes, type PushOutcome, type PushRequest } from './push.ts'

export interface Writer {
  push(request: PushRequest): Promise<PushOutcome>
  /** takes no more, and resolves when what is queued is written */
  close(): Promise<void>
}

const PER_COMMIT = 200

interface Waiting { request: PushRequest; resolve(outcome: PushOutcome): void; reject(error: unknown): void }
export function createWriter(db: Database, space: string, doorbell: Doorbell, log: Log): Writer {
  const queue: Waiting[] = []
  let running: Promise<void> | undefined
  let closed = false

  const take = (): Waiting[] => {
    const batch = [queue.shift()!]
    let count = batch[0]!.request.muts.length
    while (queue.length > 0 && count + queue[0]!.request.muts.length <= PER_COMMIT) {
      count += queue[0]!.request.muts.length
      batch.push(queue.shift()!)
    }
    return batch
  }
  const commit = async (batch: readonly Waiting[]): Promise<void> => {
    const { outcomes, head, wrote } = await db.write(async (client) => {
      const done = await commitPushes(client, space, batch.map((w) => w.request))
      // repeats alone: the numbers just reserved are given back
      if (!done.wrote) throw new Abandon(done)
      return done
    })
    if (wrote) doorbell.ring(head)
    batch.forEach((w, at) => w.resolve(outcomes[at]!))
  }
  const drain = async (): Promise<void> => {
    while (queue.length > 0) {
      const batch = take()
      try {
        await commit(batch)
      } catch (error) {
        log.error('commit-failed', { requests: batch.length, message: (error as Error).message })
        // one bad request must not take its neighbours with it
        for (const one of batch) await (batch.length > 1 ? commit([one]) : Promise.reject(error)).catch((e: unknown) => one.reject(e))
      }
    }
    running = undefined
  }

  return {
    push: (request) => new Promise((resolve, reject) => {
      if (closed) return reject(new Error('the server is stopping'))
      queue.push({ request, resolve, reject })
      // pushes that arrive in the same turn share the commit
      running ??= new Promise((next) => setImmediate(next)).then(drain)
    }),
    async close() {
      closed = true
      await running
    },
  }
}
