/** An expected outcome: the value, or a plain error object with a `type` that a locale key can be made from. */
export type Result<T, E extends Failure = Failure> = { ok: true; value: T } | { ok: false; error: E }

/** `type` is the stable name of what went wrong; `values` fill the translated message. */
export interface Failure {
  type: string
  values?: Record<string, string | number> | undefined
}

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })
export const fail = <E extends Failure>(error: E): { ok: false; error: E } => ({ ok: false, error })
