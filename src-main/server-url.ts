import { ok, type Result } from '../src-core/base/result.ts'
import { stripBidiControls } from '../src-core/text/bidi.ts'
import { failure } from './failure.ts'

/** Addresses that may be spoken to without TLS: this computer, and the centre's own network. */
const PRIVATE = /^(localhost|.+\.local|127\.\d+\.\d+\.\d+|\[::1\]|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(1[6-9]|2\d|3[01])\.\d+\.\d+)$/i

/** A server's address as somebody typed or pasted it: full-width letters, spaces, no scheme, a path that does not belong. */
export function normaliseServerUrl(typed: string): Result<string> {
  const text = stripBidiControls(typed.normalize('NFKC')).replace(/\s+/g, '')
  if (text === '') return failure('bad-url')
  const schemed = text.includes('://') ? text : `${isPrivate(text) ? 'http' : 'https'}://${text}`
  const url = URL.parse(schemed)
  // a word is a host only for who says so with a scheme
  if (!text.includes('://') && url && !url.hostname.includes('.') && !PRIVATE.test(url.hostname)) return failure('bad-url')
  if (!url || url.hostname === '' || url.username !== '' || url.password !== '') return failure('bad-url')
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && PRIVATE.test(url.hostname))) return failure('bad-url')
  const path = url.pathname.replace(/\/+(v1(\/.*)?)?$/, '')
  return ok(`${url.protocol}//${url.host}${path}`)
}

const isPrivate = (text: string) => {
  const url = URL.parse(`http://${text}`)
  return url !== null && PRIVATE.test(url.hostname)
}
