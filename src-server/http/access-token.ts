/** A device proves itself with its own key and gets a short-lived token: nothing to lose when an answer is lost. */
import { decodeJwt, importJWK, jwtVerify, SignJWT } from 'jose'
import type { Database } from '../store/database.ts'
import { deviceKey } from '../store/devices.ts'
import { Problem } from './problem.ts'

const MINUTES = 15
const SKEW_SECONDS = 600
const REMEMBERED = 5000
const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/

export interface Tokens {
  issue(assertion: string): Promise<{ access: string; exp: number }>
  /** the device that the `Authorization` header speaks for */
  deviceOf(authorization: string | undefined): Promise<string>
}

export function createTokens(db: Database, space: string, secret: Uint8Array): Tokens {
  const spend = createSpent()
  const verified = new Map<string, { device: string; exp: number }>()
  return {
    async issue(assertion) {
      const device = issuerOf(assertion)
      const known = UUID.test(device) ? await deviceKey(db, space, device) : undefined
      if (!known) throw new Problem('not-enrolled')
      try {
        const { payload } = await jwtVerify(assertion, await importJWK(known.publicKey, 'EdDSA'), { algorithms: ['EdDSA', 'Ed25519'], issuer: device, audience: space, clockTolerance: SKEW_SECONDS, requiredClaims: ['iat', 'exp'] })
        if (payload.exp! - payload.iat! > SKEW_SECONDS) throw new Error('lives too long')
        if (payload.jti !== undefined && !spend(`${device} ${payload.jti}`, (payload.exp! + SKEW_SECONDS) * 1000)) throw new Error('spent')
      } catch (error) {
        throw new Problem('assertion-refused', { reason: String((error as { code?: string }).code ?? 'claims'), time: new Date().toISOString() })
      }
      // told only to the holder of the key
      if (known.revoked) throw new Problem('revoked')
      const exp = Math.floor(Date.now() / 1000) + MINUTES * 60
      const access = await new SignJWT({}).setProtectedHeader({ alg: 'HS256' }).setSubject(device).setAudience(space).setExpirationTime(exp).sign(secret)
      return { access, exp }
    },
    async deviceOf(authorization) {
      const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1]
      if (!token) throw new Problem('token-invalid')
      const seen = verified.get(token)
      if (seen && seen.exp * 1000 > Date.now()) return seen.device
      const { payload } = await jwtVerify(token, secret, { algorithms: ['HS256'], audience: space, requiredClaims: ['exp', 'sub'] }).catch(() => { throw new Problem('token-invalid') })
      if (verified.size > REMEMBERED) verified.clear()
      verified.set(token, { device: payload.sub!, exp: payload.exp! })
      return payload.sub!
    },
  }
}

function issuerOf(assertion: string): string {
  try {
    return decodeJwt(assertion).iss ?? ''
  } catch {
    throw new Problem('assertion-refused', { reason: 'not-a-token' })
  }
}

/** An assertion that names itself (`jti`) is taken once: whoever records one gains nothing. Kept only while it could be taken at all. */
function createSpent(): (name: string, untilMs: number) => boolean {
  const spent = new Map<string, number>()
  return (name, untilMs) => {
    const now = Date.now()
    if ((spent.get(name) ?? 0) > now) return false
    if (spent.size >= REMEMBERED) for (const [old, until] of spent) if (until <= now) spent.delete(old)
    spent.set(name, untilMs)
    return true
  }
}
