import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { importJWK, jwtVerify } from 'jose'
import { expect, onTestFinished, test } from 'vitest'
import { serverLink } from '../../src-main/server-link.ts'
import { normaliseServerUrl } from '../../src-main/server-url.ts'
import { testFolder } from './folder.ts'

const SPACE = '0197a3c0-0000-7000-8000-000000000001'
const EPOCH = '0197a3c0-0000-7000-8000-000000000002'
const DEVICE = '0197a3c0-0000-7000-8000-000000000003'
const hello = (over: object = {}) => ({ caravan: true, space: SPACE, epoch: EPOCH, time: new Date().toISOString(), proto: { min: 1, max: 1 }, head: 0, name: 'Hub', ...over })
type Handler = (request: { method: string; path: string; body: unknown; bearer: string | undefined }, answer: (status: number, body: unknown, headers?: Record<string, string>) => void, raw: ServerResponse) => void | Promise<void>

async function serve(handler: Handler): Promise<string> {
  const server = createServer((req: IncomingMessage, res) => {
    const chunks: Buffer[] = []
    req.on('data', (c: Buffer) => chunks.push(c))
    req.on('end', () => {
      const text = Buffer.concat(chunks).toString()
      const answer = (status: number, body: unknown, headers: Record<string, string> = {}) => { res.writeHead(status, { 'content-type': 'application/json', ...headers }); res.end(typeof body === 'string' ? body : JSON.stringify(body)) }
      void handler({ method: req.method!, path: req.url!.split('?')[0]!, body: text === '' ? undefined : JSON.parse(text), bearer: req.headers.authorization }, answer, res)
    })
  })
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done) })
  onTestFinished(() => { server.closeAllConnections(); server.close() })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const linkIn = (dataDir: string, timeoutMs = 2000) => serverLink({ dataDir, fetch, seal: (s) => Buffer.from(`sealed:${s}`), unseal: (b) => Buffer.from(b).toString().replace(/^sealed:/, '') }, timeoutMs)
const typeOf = (r: { ok: boolean; error?: { type: string } }) => (r.ok ? 'ok' : r.error?.type)

/** A server in short: enrols one code, gives tokens for signed assertions, answers `/v1/echo`. */
function realServer(options: { clockMs?: number } = {}): Handler & { refused?: boolean; tokens: number; validToken: string } {
  let key: { kty: string; crv: string; x: string } | undefined
  const now = () => Date.now() + (options.clockMs ?? 0)
  const handle = (async ({ path, body, bearer }, answer) => {
    if (path === '/v1/hello') return answer(200, hello({ time: new Date(now()).toISOString() }))
    if (path === '/v1/enrol') {
      const { code, devicePub } = body as { code: string; devicePub: typeof key }
      if (code !== 'GOOD-CODE') return answer(404, { error: { type: 'code-unknown' } })
      if (key && key.x !== devicePub!.x) return answer(409, { error: { type: 'code-used' } })
      key = devicePub
      return answer(200, { device: DEVICE, centre: 'HUB', centreName: 'Hub', space: SPACE, epoch: EPOCH })
    }
    if (path === '/v1/token') {
      if (handler.refused) return answer(403, { error: { type: 'revoked' } })
      const { assertion } = body as { assertion: string }
      const { payload } = await jwtVerify(assertion, await importJWK(key!, 'EdDSA'), { issuer: DEVICE, audience: SPACE, algorithms: ['EdDSA'], currentDate: new Date(now()), requiredClaims: ['jti', 'exp'] }).catch(() => ({ payload: undefined }))
      if (!payload || payload.exp! - now() / 1000 > 60) return answer(401, { error: { type: 'bad-assertion' } })
      handler.validToken = `token-${++handler.tokens}`
      return answer(200, { access: handler.validToken, exp: Math.floor(now() / 1000) + 600 })
    }
    if (bearer !== `Bearer ${handler.validToken}`) return answer(401, { error: { type: 'unauthorised' } })
    if (path === '/v1/big') return answer(200, JSON.stringify('x'.repeat(17_000_000)))
    return answer(200, { path, body })
  }) as Handler
  const handler: Handler & { refused?: boolean; tokens: number; validToken: string } = Object.assign(handle, { tokens: 0, validToken: '' })
  return handler
}

test.each([
  ['central.example.org', 'https://central.example.org'], [' https://Central.example.org/ ', 'https://central.example.org'], ['https://a.example/sub/v1/hello?x=1#y', 'https://a.example/sub'],
  ['127.0.0.1:8080', 'http://127.0.0.1:8080'], ['http://192.168.1.5:80/', 'http://192.168.1.5'], ['ｈｔｔｐｓ：／／central．example．org', 'https://central.example.org'], ['\u2066https://a.example\u2069', 'https://a.example'],
])('the address %s is understood', (typed, url) => expect(normaliseServerUrl(typed)).toEqual({ ok: true, value: url }))
test.each(['', '   ', 'the green book', 'תודה', 'http://central.example.org', 'ftp://a.example', 'https://user:secret@a.example', 'https://', 'ht!tp://x', 'javascript:alert(1)', 'file:///etc/passwd'])('the address %j is refused', (typed) => expect(typeOf(normaliseServerUrl(typed))).toBe('bad-url'))

test('enrols, keeps its membership and sealed key, and sends with a token', async () => {
  const dir = testFolder()
  const server = realServer()
  const url = await serve(server)
  const link = linkIn(dir)
  expect(typeOf(await link.send({ method: 'GET', path: '/v1/echo' }))).toBe('not-enrolled')
  expect(await link.enrol(`${url}/`, ' GOOD-CODE ', 'Laila')).toEqual({ ok: true, value: { url, space: SPACE, epoch: EPOCH, device: DEVICE, centre: 'HUB', centreName: 'Hub', name: 'Laila' } })
  expect(readFileSync(join(dir, 'device-key.bin'), 'utf8')).toMatch(/^sealed:/)
  const again = linkIn(dir)
  const answers = await Promise.all(Array.from({ length: 5 }, (_, i) => again.send({ method: 'POST', path: '/v1/echo', body: { i } })))
  expect(answers).toEqual(Array.from({ length: 5 }, (_, i) => ({ ok: true, value: { status: 200, body: { path: '/v1/echo', body: { i } } } })))
  expect(server.tokens).toBe(1)
  expect(typeOf(await again.enrol(url, 'GOOD-CODE', 'x'))).toBe('already-enrolled')
})

test('a refused token is renewed once; a revoked device is told so', async () => {
  const server = realServer()
  const link = linkIn(testFolder())
  await link.enrol(await serve(server), 'GOOD-CODE', 'x')
  await link.send({ method: 'GET', path: '/v1/echo' })
  server.validToken = 'another'
  expect(await link.send({ method: 'GET', path: '/v1/echo' })).toMatchObject({ ok: true, value: { status: 200 } })
  expect(server.tokens).toBe(2)
  server.validToken = 'another'
  server.refused = true
  expect(typeOf(await link.send({ method: 'GET', path: '/v1/echo' }))).toBe('revoked')
})

test.each([-7 * 86_400_000, 3 * 3_600_000])('a clock that is wrong by %d ms does not lock the device out', async (clockMs) => {
  const link = linkIn(testFolder())
  const url = await serve(realServer({ clockMs }))
  expect((await link.enrol(url, 'GOOD-CODE', 'x')).ok).toBe(true)
  expect((await link.send({ method: 'GET', path: '/v1/echo' })).ok).toBe(true)
})

test('codes that are unknown or used are told apart; the code is not spent by a wrong server', async () => {
  const server = realServer()
  const url = await serve(server)
  expect(typeOf(await linkIn(testFolder()).enrol(url, 'BAD-CODE', 'x'))).toBe('code-unknown')
  const dir = testFolder()
  expect(typeOf(await linkIn(dir).enrol(url, 'GOOD-CODE', 'x'))).toBe('ok')
  expect(typeOf(await linkIn(testFolder()).enrol(url, 'GOOD-CODE', 'x'))).toBe('code-used')
})

const seen: string[] = []
const greets = (body: unknown, headers?: Record<string, string>, status = 200): Handler => ({ path }, answer) => { seen.push(path); answer(status, body, headers) }
test.each<[string, Handler, string]>([
  ['a captive portal page', greets('<!DOCTYPE html><html><body>Welcome to the hotel</body></html>', { 'content-type': 'text/html' }), 'captive-portal'],
  ['a portal that claims JSON', greets('  <html>log in</html>'), 'captive-portal'],
  ['a redirect', greets('', { location: 'https://login.example/' }, 302), 'captive-portal'],
  ['a 511', greets('{}', {}, 511), 'captive-portal'],
  ['another server’s JSON', greets({ status: 'ok', version: '2.1' }), 'not-caravan'],
  ['another server’s 404 page', greets('<html>not found</html>', { 'content-type': 'text/html' }, 404), 'not-caravan'],
  ['plain text', greets('hello', { 'content-type': 'text/plain' }), 'not-caravan'],
  ['a gateway error', greets('<html>bad gateway</html>', { 'content-type': 'text/html' }, 502), 'offline'],
  ['a hello out of a cache', greets(hello({ nonce: 'of somebody else' })), 'not-caravan'],
  ['a newer protocol', greets(hello({ proto: { min: 2, max: 3 } })), 'proto-too-old'],
  ['a server that never answers', () => undefined, 'timeout'],
  ['a server that stops in mid-answer', (_, __, raw) => { raw.writeHead(200, { 'content-type': 'application/json' }); raw.write('{"caravan":') }, 'timeout'],
  ['a connection that breaks', (_, __, raw) => { raw.destroy() }, 'offline'],
  ['an answer without end', (_, __, raw) => { raw.writeHead(200, { 'content-type': 'application/json' }); const more = () => { while (raw.write('x'.repeat(100_000)));  raw.once('drain', more) }; more() }, 'too-large'],
])('%s is told as what it is, and gets no code', async (_, handler, expected) => {
  seen.length = 0
  const url = await serve(handler)
  expect(typeOf(await linkIn(testFolder(), 500).enrol(url, 'SECRET-CODE', 'x'))).toBe(expected)
  expect(seen.filter((p) => p !== '/v1/hello')).toEqual([])
})

test('a closed port and an unknown name are offline', async () => {
  expect(typeOf(await linkIn(testFolder()).enrol('http://127.0.0.1:9', 'x', 'x'))).toBe('offline')
  expect(typeOf(await linkIn(testFolder()).enrol('https://no-such-host.invalid', 'x', 'x'))).toBe('offline')
})

test('an answer above 16 MB is refused, an answer of any status is handed on', async () => {
  const server = realServer()
  const url = await serve((request, answer, raw) => (request.path === '/v1/bad' ? answer(422, { error: { type: 'gap' } }) : server(request, answer, raw)))
  const link = linkIn(testFolder())
  await link.enrol(url, 'GOOD-CODE', 'x')
  expect(typeOf(await link.send({ method: 'GET', path: '/v1/big' }))).toBe('too-large')
  expect(await link.send({ method: 'POST', path: '/v1/bad', body: {} })).toEqual({ ok: true, value: { status: 422, body: { error: { type: 'gap' } } } })
})

test('another server at the same address later is a wrong server, not a revoked device', async () => {
  const server = realServer()
  let replaced = false
  const url = await serve((request, answer, raw) => {
    if (!replaced) return server(request, answer, raw)
    if (request.path === '/v1/hello') return answer(200, hello({ space: EPOCH }))
    return answer(401, { error: { type: 'bad-assertion' } })
  })
  const link = linkIn(testFolder())
  await link.enrol(url, 'GOOD-CODE', 'x')
  replaced = true
  expect(typeOf(await link.send({ method: 'GET', path: '/v1/echo' }))).toBe('wrong-server')
})
