/** A file as an HTTP answer, in slices: one big body is slow in Electron, ignores Range on file://, and ends the Chromium runtime's connection. */
import { open } from 'node:fs/promises'
import { extname } from 'node:path'

const SLICE = 8 * 1024 * 1024
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.json': 'application/json', '.jsonl': 'application/x-ndjson; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8', '.svg': 'image/svg+xml', '.png': 'image/png', '.woff2': 'font/woff2', '.wasm': 'application/wasm', '.pdf': 'application/pdf',
}

/**
 * Without a Range a file of up to 8 MB comes whole; a bigger one must be asked for in ranges (413).
 * With a Range the answer is at most 8 MB long, whatever was asked: `content-range` says what came.
 */
export async function fileResponse(path: string, range: string | null, headers: Record<string, string>): Promise<Response> {
  const type = TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream'
  try {
    await using file = await open(path, 'r')
    const { size } = await file.stat()
    const common = { ...headers, 'content-type': type, 'accept-ranges': 'bytes' }
    const wanted = range === null ? undefined : parseRange(range, size)
    if (wanted === null) return new Response('', { status: 416, headers: { ...common, 'content-range': `bytes */${size}` } })
    if (!wanted && size > SLICE) return new Response('', { status: 413, headers: { ...common, 'content-range': `bytes */${size}` } })
    const { start, end } = wanted ?? { start: 0, end: size - 1 }
    const bytes = new Uint8Array(end - start + 1)
    const { bytesRead } = await file.read(bytes, 0, bytes.length, start)
    const body = bytes.subarray(0, bytesRead)
    if (!wanted) return new Response(body, { headers: common })
    return new Response(body, { status: 206, headers: { ...common, 'content-range': `bytes ${start}-${start + bytesRead - 1}/${size}` } })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Response('', { status: 404, headers })
    throw error
  }
}

/** One range of bytes, cut to a slice; null when it lies outside the file. */
export function parseRange(header: string, size: number): { start: number; end: number } | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header.trim())
  if (!match || (match[1] === '' && match[2] === '')) return null
  const start = match[1] === '' ? Math.max(0, size - Number(match[2])) : Number(match[1])
  const asked = match[1] === '' || match[2] === '' ? size - 1 : Number(match[2])
  if (start >= size || asked < start) return null
  return { start, end: Math.min(asked, size - 1, start + SLICE - 1) }
}
