/** Is an engine running on a data folder, and is it really the one the lock file speaks of? */
import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { windows } from './binaries.ts'

export interface Postmaster { pid: number; port: number; host: string; ready: boolean }
export const SOCKET_PREFIX = 'caravan-pg-'

const lockFile = (data: string) => join(data, 'postmaster.pid')
const zombie = (pid: number): boolean => {
  try {
    return process.platform === 'linux' && /\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}
export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !zombie(pid)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Lines of postmaster.pid: 1 pid, 2 data folder, 3 start, 4 port, 5 socket folder, 6 address, 7 memory, 8 state. */
export function runningOn(data: string): Postmaster | null {
  try {
    const lines = readFileSync(lockFile(data), 'utf8').split('\n').map((x) => x.trim())
    const pid = Number(lines[0])
    // a copied folder, or a dead engine: the next one clears the file itself
    if (!names(lines[1] ?? '', data) || !alive(pid)) return null
    // the number is somebody else's now
    if (process.platform === 'linux' && readlinkSync(`/proc/${pid}/cwd`) !== resolve(data)) return null
    return { pid, port: Number(lines[3]), host: lines[4] || lines[5] || '', ready: lines[7]?.startsWith('ready') ?? false }
  } catch {
    return null
  }
}

/** Does the engine's name for its folder mean this one? Through an open handle (`doorTo`) only its working directory tells. */
export const names = (path: string, data: string): boolean => path.startsWith('/proc/self/fd/') || resolve(path) === resolve(data)

export const locked = (data: string): boolean => existsSync(lockFile(data))

/** In a container whose first process reaps nobody, a killed engine stays a zombie, and PostgreSQL takes its lock for a live one. */
export function clearZombieLock(data: string): void {
  if (locked(data) && zombie(Number(readFileSync(lockFile(data), 'utf8').split('\n')[0]))) rmSync(lockFile(data))
}

/** Socket folders that killed engines left behind. */
export function sweepSockets(): void {
  if (windows) return
  for (const name of readdirSync('/tmp').filter((n) => n.startsWith(SOCKET_PREFIX))) {
    try {
      const pid = Number(readFileSync(join('/tmp', name, '.s.PGSQL.5432.lock'), 'utf8').split('\n')[0])
      if (!alive(pid)) rmSync(join('/tmp', name), { recursive: true })
    } catch {
      // somebody else's, or just being made
    }
  }
}
