/** Identifiers. Time and random bytes are passed in: core has neither clock nor dice. */

const hex = (bytes: Uint8Array) => Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('')

/** UUID version 7 (RFC 9562): 48 bits of Unix milliseconds, then 74 random bits. `random` holds at least 10 bytes. */
export function uuidV7(now: number, random: Uint8Array): string {
  const bytes = new Uint8Array(16)
  let rest = Math.floor(now)
  for (let i = 5; i >= 0; i--) {
    bytes[i] = rest % 256
    rest = Math.floor(rest / 256)
  }
  bytes.set(random.subarray(0, 10), 6)
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  return formatUuid(bytes)
}

/** UUID version 8 from 16 bytes of a digest: the same input always gets the same id. */
export function uuidV8(digest: Uint8Array): string {
  const bytes = digest.slice(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x80
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  return formatUuid(bytes)
}

function formatUuid(bytes: Uint8Array): string {
  const h = hex(bytes)
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-${h.slice(12, 16)}-${h.slice(16, 20)}-${h.slice(20)}`
}

/** Crockford's base 32: no I, L, O, U, so that a code read out on the telephone is not mistaken. */
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** `length` characters of Crockford base 32 from as many random bytes. */
export function crockford(random: Uint8Array, length: number): string {
  let text = ''
  for (let i = 0; i < length; i++) text += CROCKFORD[random[i]! & 31]
  return text
}
