import type { Failure } from '../../src-core/base/result.ts'
import type { SaveFailure } from './api.ts'

/** A write to a full or dying disk may hang for ever; after this it counts as failed. Every write here can be repeated. */
const WRITE_TIMEOUT_MS = 5000

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

/** What the browser said in its own words; anything else as it is. */
export function asStorageError(cause: unknown): unknown {
  if (!(cause instanceof Error)) return cause
  const inner = (cause as { inner?: unknown }).inner
  const names = [cause.name, inner instanceof Error ? inner.name : '']
  if (names.some((n) => FULL.includes(n))) return new StorageError('disk-full', cause.message)
  if (names.some((n) => BROKEN.includes(n))) return new StorageError('write-failed', cause.message)
  return cause
}

export const isStorageError = (cause: unknown): cause is StorageError => cause instanceof StorageError

/** A failure of the database or of the host's journal, as one who saves meets it. */
export function asSaveFailure(failure: Failure): SaveFailure {
  switch (failure.type) {
    case 'disk-full': return { type: 'disk-full' }
    case 'write-failed': return { type: 'read-only' }
    case 'journal-damaged': return { type: 'journal-damaged' }
    case 'too-large': return { type: 'too-large' }
    default: return { type: 'journal-broken' }
  }
}
