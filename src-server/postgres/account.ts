/** PostgreSQL refuses to run as root. As root it runs as `postgres` where the system has that user, else as `nobody`. */
import { chmodSync, closeSync, cpSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { program, windows } from './binaries.ts'

export interface Account { uid: number; gid: number }

/** Who runs the engine; null: we do. */
export function engineAccount(): Account | null {
  if (windows || process.getuid?.() !== 0) return null
  const users = readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':'))
  const user = users.find((u) => u[0] === 'postgres') ?? users.find((u) => u[0] === 'nobody')
  if (!user) throw new Error('PostgreSQL does not run as root, and this system has neither a user `postgres` nor `nobody`: run the server as an ordinary user')
  return { uid: Number(user[2]), gid: Number(user[3]) }
}

/** Can the account walk to this path? */
export function reachable(path: string, who: Account): boolean {
  for (let p = resolve(path); ; p = dirname(p)) {
    if (existsSync(p)) {
      const s = statSync(p)
      const bit = s.uid === who.uid ? 0o100 : s.gid === who.gid ? 0o010 : 0o001
      if (s.isDirectory() && !(s.mode & bit)) return false
    }
    if (p === dirname(p)) return true
  }
}

export interface Door { path: string; stdio: number[]; close(): void }

/**
 * The data folder as the engine shall name it. Where its account cannot walk there (a folder under /root, a private temporary one),
 * root opens the folder and hands the engine the open handle: the walk is ours, the folder is the engine's own.
 */
export function doorTo(folder: string, who: Account | null): Door {
  if (!who || reachable(dirname(resolve(folder)), who)) return { path: folder, stdio: [], close() {} }
  if (process.platform !== 'linux') throw new Error(`PostgreSQL does not run as root, and the user it runs as cannot enter ${dirname(folder)}: name another folder with --data, or run as an ordinary user`)
  const handle = openSync(folder, 'r')
  // the first descriptor after stdin, stdout and stderr
  return { path: '/proc/self/fd/3', stdio: [handle], close: () => closeSync(handle) }
}

/** Binaries that the account cannot enter (a checkout under /root) are copied, once, to where it can. */
export function reachableBin(bin: string, who: Account | null): string {
  if (!who || reachable(bin, who)) return bin
  const copy = join('/var/tmp', `caravan-postgres-${Math.floor(statSync(program(bin, 'postgres')).mtimeMs)}`)
  if (existsSync(copy) && statSync(copy).uid !== process.getuid?.()) throw new Error(`${copy} belongs to somebody else: remove it`)
  if (!existsSync(join(copy, 'done'))) {
    const half = `${copy}.${process.pid}`
    cpSync(dirname(bin), half, { recursive: true, verbatimSymlinks: true })
    chmodSync(half, 0o755)
    writeFileSync(join(half, 'done'), '')
    try {
      renameSync(half, copy)
    } catch {
      rmSync(half, { recursive: true, force: true }) // another start was first
    }
  }
  return join(copy, 'bin')
}
