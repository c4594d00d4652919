/**
 * The only socket of the desktop: to the server this device is enrolled with, and to no other.
 *  L1 enrolling says hello first: a code is never sent to what has not answered as a Caravan server that speaks our protocol.
 *  L2 the device key is made before the code is spent, and kept when enrolling fails: a second try is the same device.
 *  L3 a bearer token is fetched with a signed assertion, kept in memory only, and fetched again once when it is refused.
 *  L4 an assertion is dated by the server's clock, as its last hello gave it: many desks have a wrong one.
 */
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ok, type Result } from '../src-core/base/result.ts'
import { HOST_FAILURES, membershipSchema, type HostFailure, type Membership } from '../src-core/host/contract.ts'
import { enrolAnswerSchema, helloSchema, problemSchema, PROTOCOL, tokenAnswerSchema, type Hello } from '../src-core/sync/protocol.ts'
import { writeAtomic } from './atomic-file.ts'
import { deviceKeyStore } from './device-key.ts'
import { failure, writeFailure } from './failure.ts'
import type { HostDoor } from './host-door.ts'
import { request, type Answer } from './request.ts'
import { normaliseServerUrl } from './server-url.ts'

const TIMEOUT_MS = 15_000
/** A token is renewed when it has less than this left. */
const TOKEN_MARGIN_S = 20
type Sent = { method: 'GET' | 'POST'; path: string; body?: unknown; timeoutMs?: number | undefined }

export function serverLink(host: Pick<HostDoor, 'dataDir' | 'fetch' | 'seal' | 'unseal'>, timeoutMs = TIMEOUT_MS) {
  const file = join(host.dataDir, 'membership.json')
  const keys = deviceKeyStore(host)
  let known: Membership | null | undefined
  let token: { access: string; until: number } | undefined
  let fetching: Promise<Result<string>> | undefined
  let enrolling = false
  /** server's clock minus ours */
  let skewMs = 0

  async function membership(): Promise<Membership | null> {
    if (known !== undefined) return known
    const text = await readFile(file, 'utf8').catch(() => undefined)
    const parsed = membershipSchema.safeParse(text === undefined ? undefined : safeJson(text))
    known = parsed.success ? parsed.data : null
    return known
  }

  async function hello(url: string): Promise<Result<Hello>> {
    const nonce = randomUUID()
    const asked = Date.now()
    const answer = await request(host.fetch, `${url}/v1/hello?nonce=${nonce}`, { method: 'GET', timeoutMs })
    if (!answer.ok) return answer
    const { body } = answer.value
    const parsed = helloSchema.safeParse(body)
    // an echoed nonce that is not ours is an old answer out of somebody's cache
    const stale = typeof body === 'object' && body !== null && 'nonce' in body && body.nonce !== nonce
    if (!parsed.success || stale) return failure('not-caravan', { status: answer.value.status })
    const { proto, time } = parsed.data
    if (proto.max < PROTOCOL || proto.min > PROTOCOL) return failure('proto-too-old', { mine: PROTOCOL, min: proto.min, max: proto.max })
    skewMs = Date.parse(time) - (asked + Date.now()) / 2
    return ok(parsed.data)
  }

  async function enrolOnce(typed: string, code: string, name: string): Promise<Result<Membership>> {
    const url = normaliseServerUrl(typed)
    if (!url.ok) return url
    const before = await membership()
    if (before) return failure('already-enrolled', { centre: before.centreName })
    const greeted = await hello(url.value)
    if (!greeted.ok) return greeted
    try {
      const key = (await keys.load()) ?? (await keys.create())
      const answer = await request(host.fetch, `${url.value}/v1/enrol`, { method: 'POST', body: { code: code.trim(), devicePub: key.publicKey, name: name.trim() }, timeoutMs })
      if (!answer.ok) return answer
      const parsed = enrolAnswerSchema.safeParse(answer.value.body)
      if (!parsed.success) return problem(answer.value, 'not-caravan')
      if (parsed.data.space !== greeted.value.space) return failure('wrong-server')
      const { device, centre, centreName, space, epoch } = parsed.data
      const made: Membership = { url: url.value, space, epoch, device, centre, centreName, name: name.trim() }
      await writeAtomic(file, JSON.stringify(made))
      known = made
      return ok(made)
    } catch (error) {
      return writeFailure(error)
    }
  }

  async function fetchToken(member: Membership): Promise<Result<string>> {
    const key = await keys.load()
    if (!key) return failure('revoked', { cause: 'key-lost' })
    for (const last of [false, true]) {
      const assertion = await key.assertion(member.device, member.space, Date.now() + skewMs)
      const answer = await request(host.fetch, `${member.url}/v1/token`, { method: 'POST', body: { assertion }, timeoutMs })
      if (!answer.ok) return answer
      const parsed = tokenAnswerSchema.safeParse(answer.value.body)
      if (parsed.success && answer.value.status < 300) {
        token = { access: parsed.data.access, until: parsed.data.exp * 1000 - skewMs }
        return ok(token.access)
      }
      const refused = answer.value.status === 401 || answer.value.status === 403
      if (!refused) return problem(answer.value, 'not-caravan')
      if (last) break
      // perhaps our clock is wrong (L4), perhaps this is another server by now
      const greeted = await hello(member.url)
      if (!greeted.ok) return greeted
      if (greeted.value.space !== member.space) return failure('wrong-server')
    }
    return failure('revoked')
  }

  function bearer(member: Membership): Promise<Result<string>> {
    if (token && token.until - Date.now() > TOKEN_MARGIN_S * 1000) return Promise.resolve(ok(token.access))
    fetching ??= fetchToken(member).finally(() => { fetching = undefined })
    return fetching
  }

  return {
    membership,
    async enrol(url: string, code: string, name: string): Promise<Result<Membership>> {
      if (enrolling) return failure('already-enrolled')
      enrolling = true
      return enrolOnce(url, code, name).finally(() => { enrolling = false })
    },
    async send(sent: Sent): Promise<Result<Answer>> {
      const member = await membership()
      if (!member) return failure('not-enrolled')
      for (const last of [false, true]) {
        const access = await bearer(member)
        if (!access.ok) return access
        const answer = await request(host.fetch, member.url + sent.path, { method: sent.method, ...(sent.body === undefined ? {} : { body: sent.body }), token: access.value, timeoutMs: sent.timeoutMs ?? timeoutMs })
        if (!answer.ok) return answer
        if (answer.value.status === 401) {
          token = undefined
          if (last) return failure('revoked')
          continue
        }
        if (answer.value.status === 403 && problemType(answer.value) === 'revoked') return failure('revoked')
        return answer
      }
      return failure('revoked')
    },
  }
}

const safeJson = (text: string): unknown => { try { return JSON.parse(text) as unknown } catch { return undefined } }
const problemType = (answer: Answer) => { const p = problemSchema.safeParse(answer.body); return p.success ? p.data.error.type : undefined }

/** The server's own refusal, when the interface has words for it. */
function problem(answer: Answer, otherwise: HostFailure): Result<never> {
  const parsed = problemSchema.safeParse(answer.body)
  if (!parsed.success) return failure(otherwise, { status: answer.status })
  const { type, values } = parsed.data.error
  return failure((HOST_FAILURES as readonly string[]).includes(type) ? (type as HostFailure) : otherwise, { ...values, status: answer.status })
}
