import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { EDIT_ROOM, hasRoom, SYNC_ROOM, tendReserve } from '../../src-main/disk-room.ts'
import { smallDisk } from './small-disk.ts'

test('a reserve is laid up where there is room, and given back on a full disk', async ({ skip }) => {
  const disk = smallDisk(80_000)
  if ('reason' in disk) return skip(disk.reason)
  const reserve = join(disk.dir, 'reserve.bin')
  tendReserve(disk.dir)
  expect(existsSync(reserve)).toBe(true)
  expect(await hasRoom(disk.dir, SYNC_ROOM)).toBe(true)
  spawnSync('dd', ['if=/dev/zero', `of=${join(disk.dir, 'others')}`, 'bs=64k'])
  expect(await hasRoom(disk.dir, EDIT_ROOM)).toBe(false)
  tendReserve(disk.dir)
  expect(existsSync(reserve)).toBe(false)
  expect(await hasRoom(disk.dir, EDIT_ROOM)).toBe(true)
  // too little to lay it up again
  tendReserve(disk.dir)
  expect(existsSync(reserve)).toBe(false)
})

test('where room cannot be told, writing is tried', async () => expect(await hasRoom('/nowhere/at/all', EDIT_ROOM)).toBe(true))
