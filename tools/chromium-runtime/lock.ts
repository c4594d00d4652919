/**
 * One app per profile. Two browsers on one profile would show the second an empty catalogue without any error.
 * The lock is a file that names its holder; a holder that is dead (or a process id that now belongs to another program) is taken over.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { instances } from './instances.ts'

interface Holder {
  pid: number
  /** when that process began, in the kernel's ticks: process ids are used again, and soon in a container */
  began: string
  key: string
}

const began = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/s, '').trim().split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

function alive(holder: Holder): boolean {
  if (holder.pid === process.pid) return instances.get(holder.key)?.dead === false
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  return holder.began === '' || began(holder.pid) === holder.began
}

function read(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder
  } catch {
    return undefined
  }
}

/** True when `file` is now ours. */
export function takeLock(file: string, key: string): boolean {
  mkdirSync(dirname(file), { recursive: true })
  const mine: Holder = { pid: process.pid, began: began(process.pid), key }
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      writeFileSync(file, JSON.stringify(mine), { flag: 'wx' })
      return true
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const holder = read(file)
    if (holder && holder.pid === mine.pid && holder.key === key) return true
    if (holder && alive(holder)) return false
    // Unreadable: perhaps its holder is writing it at this moment.
    if (!holder && attempt === 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100)
    else rmSync(file, { force: true })
  }
  return false
}

export function dropLock(file: string, key: string): void {
  const holder = read(file)
  if (holder?.pid === process.pid && holder.key === key) rmSync(file, { force: true })
}
