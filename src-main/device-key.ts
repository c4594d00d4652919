import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exportJWK, exportPKCS8, generateKeyPair, importPKCS8, SignJWT, type CryptoKey } from 'jose'
import { writeAtomic } from './atomic-file.ts'
import type { HostDoor } from './host-door.ts'

const ALG = 'EdDSA'
/** An assertion lives this long, and is made anew for each request: the server takes one with a `jti` only once. */
const ASSERTION_SECONDS = 50

export interface DeviceKey {
  publicKey: { kty: 'OKP'; crv: 'Ed25519'; x: string }
  /** a signed claim to be `device` of `space`, for one token request */
  assertion(device: string, space: string, nowMs: number): Promise<string>
}

/** The key that proves which device this is. The private half never leaves main; on the disk it is sealed by the keyring. */
export function deviceKeyStore(host: Pick<HostDoor, 'dataDir' | 'seal' | 'unseal'>) {
  const file = join(host.dataDir, 'device-key.bin')
  return {
    /** undefined when there is none, or when the keyring can no longer open it */
    async load(): Promise<DeviceKey | undefined> {
      const sealed = await readFile(file).catch(() => undefined)
      if (!sealed) return undefined
      try {
        return await deviceKey(await importPKCS8(host.unseal(sealed), ALG, { extractable: true }))
      } catch {
        return undefined
      }
    },
    async create(): Promise<DeviceKey> {
      const { privateKey } = await generateKeyPair(ALG, { crv: 'Ed25519', extractable: true })
      await writeAtomic(file, host.seal(await exportPKCS8(privateKey)))
      return deviceKey(privateKey)
    },
  }
}

async function deviceKey(privateKey: CryptoKey): Promise<DeviceKey> {
  const { x } = await exportJWK(privateKey)
  return {
    publicKey: { kty: 'OKP', crv: 'Ed25519', x: x! },
    assertion(device, space, nowMs) {
      const now = Math.floor(nowMs / 1000)
      return new SignJWT({}).setProtectedHeader({ alg: ALG }).setIssuer(device).setAudience(space).setJti(randomUUID()).setIssuedAt(now).setExpirationTime(now + ASSERTION_SECONDS).sign(privateKey)
    },
  }
}
