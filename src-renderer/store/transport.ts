/** Asks the server through the host. Whatever comes back is parsed; what is not what was agreed is a failure, never data. */
import type { Failure, Result } from '../../src-core/base/result.ts'
import { problemSchema } from '../../src-core/sync/protocol.ts'
import type { Env } from './env.ts'

export class SyncError extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.type)
    this.name = 'SyncError'
    this.failure = failure
  }
}

interface Asked { method: 'GET' | 'POST'; path: string; body?: unknown; timeoutMs?: number }

interface Schema<T> { safeParse(value: unknown): { success: true; data: T } | { success: false } }

/** Throws a SyncError: the loop decides in one place what a failure means. */
export async function ask<T>(env: Env, asked: Asked, schema: Schema<T>): Promise<T> {
  const answer = (await env.host('server.send', asked)) as Result<{ status: number; body: unknown }>
  if (!answer.ok) throw new SyncError(answer.error)
  const { status, body } = answer.value
  if (status >= 400) {
    const problem = problemSchema.safeParse(body)
    throw new SyncError(problem.success ? withoutUndefined(problem.data.error) : { type: 'server-failed', values: { status } })
  }
  const parsed = schema.safeParse(body)
  if (!parsed.success) throw new SyncError({ type: 'not-caravan', values: { status } })
  return parsed.data
}
const withoutUndefined = ({ type, values }: { type: string; values?: Record<string, string | number> | undefined }): Failure => ({ type, ...(values ? { values } : {}) })

/** The way is closed for now, and nothing is wrong here. */
export const isOffline = ({ type }: Failure) => ['offline', 'timeout', 'captive-portal', 'not-enrolled'].includes(type)
