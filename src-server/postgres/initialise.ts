/** A new data folder. It appears under its name only when it is whole. */
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { doorTo, type Account } from './account.ts'
import { program, windows } from './binaries.ts'

export const USER = 'caravan'
const secretFile = (data: string) => join(data, 'caravan.password')
export const passwordOf = (data: string): string => readFileSync(secretFile(data), 'utf8')

export function initialise(data: string, bin: string, who: Account | null): void {
  if (existsSync(secretFile(data))) return
  if (existsSync(data) && readdirSync(data).length > 0) throw new Error(`${data} is not empty and holds no Caravan data: name another folder`)
  mkdirSync(dirname(data), { recursive: true })
  // an initdb killed half way leaves only such a folder; each start has its own, so two at once do not meet
  const fresh = `${data}.new-${process.pid}`
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh, { mode: 0o700 })
  const password = randomBytes(24).toString('base64url')
  // not where TMPDIR points: the engine's account must be able to read it
  const handover = mkdtempSync(join(windows ? tmpdir() : '/tmp', 'caravan-pw-'))
  const file = join(handover, 'p')
  writeFileSync(file, password, { mode: 0o600 })
  if (who) for (const path of [fresh, handover, file]) chownSync(path, who.uid, who.gid)
  const door = doorTo(fresh, who)
  try {
    run(bin, ['-D', door.path, '-U', USER, '--encoding=UTF8', '--locale=C', '--auth=scram-sha-256', `--pwfile=${file}`, '--data-checksums'], who, door.stdio)
    writeFileSync(secretFile(fresh), password, { mode: 0o600 })
    if (existsSync(data)) rmdirSync(data)
    renameSync(fresh, data)
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    if (!existsSync(secretFile(data))) throw error // another start was first: its folder serves
  } finally {
    door.close()
    rmSync(handover, { recursive: true, force: true })
  }
}

function run(bin: string, args: string[], who: Account | null, handles: number[]): void {
  const done = spawnSync(program(bin, 'initdb'), args, { ...(windows ? {} : { cwd: '/' }), encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe', ...handles], ...who, env: { ...process.env, LC_ALL: 'C' } })
  if (done.status !== 0) throw new Error(`initdb failed: ${done.error?.message ?? ''}${done.stderr}`)
}
