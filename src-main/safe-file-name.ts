/** Names that Windows keeps for devices, with or without an extension. */
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$/i
const MAX_BYTES = 180

/** A file or folder name that every system can hold: no separators, no invisible or reversing characters, whole graphemes, at most 180 bytes. */
export function safeFileName(wanted: string, fallback = 'dossier'): string {
  const clean = wanted.normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\u2028\u2029]/gu, '')
    .replace(/[<>:"/\\|?*\u2215\u2044\uff0f\uff3c]/g, '-')
    .replace(/\s+/gu, ' ')
  const name = trimEnds(cut(trimEnds(clean)))
  if (name === '') return fallback
  return RESERVED.test(name) ? `_${name}` : name
}

/** Windows drops dots and spaces at the end; a dot at the start hides the folder elsewhere. */
const trimEnds = (name: string) => name.replace(/^[\s.]+|[\s.]+$/gu, '')

function cut(name: string): string {
  let out = ''
  let bytes = 0
  for (const { segment } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(name)) {
    bytes += Buffer.byteLength(segment)
    if (bytes > MAX_BYTES) break
    out += segment
  }
  return out
}
