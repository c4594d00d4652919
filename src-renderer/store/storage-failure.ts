import { fail, type Failure } from '../../src-core/base/result.ts'

/** A write to a full or dying disk may hang for ever; after this it counts as failed. Every write here can be repeated. */
export const WRITE_TIMEOUT_MS = 5000

export class StorageError extends Error {
  readonly failure: Failure
  constructor(type: 'disk-full' | 'read-only' | 'write-failed', cause: string) {
    super(`${type}: ${cause}`)
    this.name = 'StorageError'
    this.failure = { type }
  }
}

/** `work`, or a StorageError that says in our words what the browser said in its own. */
export async function written<T>(work: Promise<T>, timeoutMs = WRITE_TIMEOUT_MS): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLong = new Promise<never>((_, failed) => { timer = setTimeout(() => failed(new StorageError('write-failed', 'hanging')), timeoutMs) })
  try {
    return await Promise.race([work, tooLong])
  } catch (cause) {
    throw asStorageError(cause)
  } finally {
    clearTimeout(timer)
  }
}

const FULL = ['QuotaExceededError']
const BROKEN = ['AbortError', 'UnknownError', 'DatabaseClosedError', 'InvalidStateError', 'OpenFailedError', 'TimeoutError']

function asStorageError(cause: unknown): unknown {
  if (!(cause instanceof Error)) return cause
  const inner = (cause as { inner?: unknown }).inner
  const names = [cause.name, inner instanceof Error ? inner.name : '']
  if (names.some((n) => FULL.includes(n))) return new StorageError('disk-full', cause.message)
  if (names.some((n) => BROKEN.includes(n))) return new StorageError('write-failed', cause.message)
  return cause
}

export const isStorageError = (cause: unknown): cause is StorageError => cause instanceof StorageError
export const asFailure = (cause: StorageError) => fail(cause.failure)
