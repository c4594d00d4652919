import { ok, type Result } from '../src-core/base/result.ts'
import { failure } from './failure.ts'

export interface Answer { status: number; body: unknown }
export const MAX_ANSWER = 16_000_000

export interface Asked { method: 'GET' | 'POST'; body?: unknown; token?: string | undefined; timeoutMs: number }

/**
 * One request, whose answer must be JSON of bounded size. What comes back instead tells what is in the way: a page of HTML
 * or a redirect is a captive portal, other things that are not JSON are some other server, no connection is offline.
 */
export async function request(doFetch: typeof fetch, url: string, asked: Asked): Promise<Result<Answer>> {
  const signal = AbortSignal.timeout(asked.timeoutMs)
  try {
    const response = await doFetch(url, {
      method: asked.method, redirect: 'manual', cache: 'no-store', credentials: 'omit', signal,
      headers: { accept: 'application/json', ...(asked.body === undefined ? {} : { 'content-type': 'application/json' }), ...(asked.token ? { authorization: `Bearer ${asked.token}` } : {}) },
      ...(asked.body === undefined ? {} : { body: JSON.stringify(asked.body) }),
    })
    if ((response.status >= 300 && response.status < 400) || response.type === 'opaqueredirect' || response.status === 511) return failure('captive-portal')
    const text = await boundedText(response)
    if (text === undefined) return failure('too-large', { max: MAX_ANSWER })
    return readJson(response, text)
  } catch (error) {
    return wayFailure(error, signal.aborted)
  }
}

function readJson(response: Response, text: string): Result<Answer> {
  try {
    return ok({ status: response.status, body: text === '' ? null : JSON.parse(text) as unknown })
  } catch {
    const html = /html/i.test(response.headers.get('content-type') ?? '') || /^\s*(<!doctype html|<html)/i.test(text)
    // a gateway's error page speaks for a server that is away; a page instead of an answer for someone in between
    if (response.status >= 502 && response.status <= 504) return failure('offline')
    return failure(html && response.ok ? 'captive-portal' : 'not-caravan', { status: response.status })
  }
}

async function boundedText(response: Response): Promise<string | undefined> {
  if (Number(response.headers.get('content-length') ?? 0) > MAX_ANSWER) { await response.body?.cancel(); return undefined }
  if (!response.body) return ''
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    bytes += chunk.length
    if (bytes > MAX_ANSWER) return undefined
    chunks.push(chunk)
  }
  return new TextDecoder().decode(Buffer.concat(chunks))
}

/** Node says `cause.code`, Chromium's network says `net::ERR_...` in the message. */
function wayFailure(error: unknown, timedOut: boolean): Result<never> {
  const e = error as Error & { cause?: { name?: string; code?: string; message?: string } }
  const text = `${e.name} ${e.message} ${e.cause?.name ?? ''} ${e.cause?.code ?? ''} ${e.cause?.message ?? ''}`
  if (timedOut || /TIMED_OUT|ETIMEDOUT|UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT/.test(text)) return failure('timeout')
  if (/redirect/i.test(text)) return failure('captive-portal')
  // the certificate is not the server's own: someone in between, or another machine
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_SSL|ERR_TLS/i.test(text)) return failure('wrong-server')
  // something answers there, but not in HTTP
  if (/HPE_|HTTPParserError|does not match the HTTP|ERR_INVALID_HTTP_RESPONSE|ERR_EMPTY_RESPONSE/.test(text)) return failure('not-caravan')
  return failure('offline')
}
