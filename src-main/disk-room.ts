/**
 * Room on the disk of the profile. The browser's database closes itself when a write meets a full disk, and needs room to open
 * again: until then nothing could even be read. So it is kept from meeting one:
 *  R1 an edit is refused while there is less than EDIT_ROOM, before a byte of it is written; an exchange with the server needs more.
 *  R2 a reserve lies in the profile, and is given back when the app starts on a full disk: then the database opens, and can be read.
 */
import { existsSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { join } from 'node:path'

const MB = 1024 * 1024
export const EDIT_ROOM = 4 * MB
export const SYNC_ROOM = 16 * MB
const RESERVE = 16 * MB

/** Where it cannot be told, there is room: the write itself will say otherwise. */
export async function hasRoom(dir: string, bytes: number): Promise<boolean> {
  const { bavail, bsize } = await statfs(dir).catch(() => ({ bavail: Infinity, bsize: 1 }))
  return bavail * bsize >= bytes
}

/** At each start, before the browser opens its files. */
export function tendReserve(dir: string): void {
  const file = join(dir, 'reserve.bin')
  try {
    mkdirSync(dir, { recursive: true })
    const { bavail, bsize } = statfsSync(dir)
    const free = bavail * bsize
    const held = existsSync(file)
    if (held && free < RESERVE) rmSync(file)
    if (!held && free > 4 * RESERVE) writeFileSync(file, Buffer.alloc(RESERVE))
  } catch {
    // half a reserve is better than none, and none is no reason not to start
  }
}
