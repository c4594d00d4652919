import { fail, type Failure } from '../src-core/base/result.ts'
import type { HostFailure } from '../src-core/host/contract.ts'

/** A failure whose type the interface has words for. */
export const failure = (type: HostFailure, values?: Failure['values']): { ok: false; error: Failure } => fail(values ? { type, values } : { type })

const FULL = new Set(['ENOSPC', 'EDQUOT'])
/** What a failed write means to the user: the disk is full, or the file cannot be written. */
export function writeFailure(error: unknown): { ok: false; error: Failure } {
  const code = (error as NodeJS.ErrnoException | undefined)?.code
  return FULL.has(code ?? '') ? failure('disk-full') : failure('write-failed', { code: code ?? 'unknown' })
}
