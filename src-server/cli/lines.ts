/** Lines of a file as bytes, whatever their length: LF or CRLF, a BOM at the start, no newline needed at the end. */
import { createReadStream } from 'node:fs'

export interface RawLine { number: number; bytes: Buffer; truncated: boolean }
/** Beyond this the rest of a line is passed over, so that no file fills the memory. */
const HELD = 64 * 1024 * 1024
const LF = 10
const CR = 13

export async function* rawLines(path: string): AsyncGenerator<RawLine> {
  let number = 1
  let parts: Buffer[] = []
  let length = 0
  let truncated = false
  const keep = (piece: Buffer) => {
    if (length + piece.length > HELD) truncated = true
    else if (piece.length > 0) parts.push(piece)
    length += truncated ? 0 : piece.length
  }
  const finish = (): RawLine => {
    let bytes = parts.length === 1 ? parts[0]! : Buffer.concat(parts)
    if (number === 1 && bytes.subarray(0, 3).equals(BOM)) bytes = bytes.subarray(3)
    if (bytes.at(-1) === CR) bytes = bytes.subarray(0, -1)
    const line = { number: number++, bytes, truncated }
    parts = []
    length = 0
    truncated = false
    return line
  }
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    let from = 0
    for (let at = chunk.indexOf(LF); at >= 0; at = chunk.indexOf(LF, from)) {
      keep(chunk.subarray(from, at))
      yield finish()
      from = at + 1
    }
    keep(chunk.subarray(from))
  }
  if (length > 0) yield finish()
}
const BOM = Buffer.from([0xef, 0xbb, 0xbf])
