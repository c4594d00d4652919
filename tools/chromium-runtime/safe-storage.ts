/** As Electron does where a Linux desktop has no keyring: real encryption, with a key that lies beside the data. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type * as E from 'electron'
import { instance } from './instance.ts'

const PREFIX = 'v10'
const file = join(instance.profile, 'key')

function key(): Buffer {
  if (!existsSync(file)) writeFileSync(file, randomBytes(32), { mode: 0o600 })
  return readFileSync(file)
}

export const safeStorage = {
  isEncryptionAvailable: () => true,
  getSelectedStorageBackend: () => 'basic_text' as const,
  encryptString(plain: string) {
    const iv = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', key(), iv)
    const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
    return Buffer.concat([Buffer.from(PREFIX), iv, cipher.getAuthTag(), body])
  },
  decryptString(sealed: Buffer) {
    if (sealed.subarray(0, 3).toString() !== PREFIX) throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.')
    const decipher = createDecipheriv('aes-256-gcm', key(), sealed.subarray(3, 15))
    decipher.setAuthTag(sealed.subarray(15, 31))
    return decipher.update(sealed.subarray(31), undefined, 'utf8') + decipher.final('utf8')
  },
} satisfies Pick<E.SafeStorage, 'isEncryptionAvailable' | 'getSelectedStorageBackend' | 'encryptString' | 'decryptString'>
