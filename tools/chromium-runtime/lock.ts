/**
 * One app per profile. Two browsers on one profile would show the second an empty catalogue without any error.
 * The lock is a file that names its holder; a holder that is dead (or a process id that now belongs to another program) is taken over.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { instances } from './instances.ts'

interface Program {
  pid: number
  /** when it began, in the kernel's ticks: process ids are used again, and soon in a container */
  began: string
}
interface Holder extends Program {
  key: string
  /** outlives a killed holder by a moment, and must be gone before the next one starts */
  browser?: Program
}

/** Fields of /proc/<pid>/stat after the name: the state first, the start time as the twentieth. */
function stat(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/s, '').trim().split(' ')
  } catch {
    return []
  }
}
const program = (pid: number): Program => ({ pid, began: stat(pid)[19] ?? '' })

function runs({ pid, began }: Program): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  const now = stat(pid)
  return now[0] !== 'Z' && (began === '' || now[19] === began)
}

const alive = (holder: Holder): boolean => (holder.pid === process.pid ? instances.get(holder.key)?.dead === false : runs(holder))

const sleep = (ms: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)

/** A browser ends by itself about 100 ms after its app was killed. */
function endBrowser(browser: Program): void {
  for (let waited = 0; runs(browser); waited += 50) {
    if (waited === 2000) process.kill(browser.pid, 'SIGKILL')
    if (waited > 4000) throw new Error(`a browser of an earlier run (process ${browser.pid}) does not end`)
    sleep(50)
  }
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
  const mine: Holder = { ...program(process.pid), key }
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
    if (!holder && attempt === 0) {
      sleep(100)
      continue
    }
    if (holder?.browser) endBrowser(holder.browser)
    rmSync(file, { force: true })
  }
  return false
}

/** Adds the browser to a lock that is ours. */
export function noteBrowser(file: string, key: string, pid: number): void {
  const holder = read(file)
  if (holder?.pid === process.pid && holder.key === key) writeFileSync(file, JSON.stringify({ ...holder, browser: program(pid) }))
}

export function dropLock(file: string, key: string): void {
  const holder = read(file)
  if (holder?.pid === process.pid && holder.key === key) rmSync(file, { force: true })
}
