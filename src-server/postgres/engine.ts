/**
 * A private PostgreSQL on a data folder.
 *  1. No port on POSIX: a socket in a folder that only its owner can enter. Windows: a random port on 127.0.0.1, with a password.
 *  2. An engine that outlived a killed parent is adopted, never started twice; so two commands may share one folder.
 *  3. Its own process group: Ctrl-C reaches the server alone, which stops the engine after it has drained.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { chownSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { doorTo, engineAccount, reachableBin, type Account } from './account.ts'
import { packagedBin, program, windows } from './binaries.ts'
import { initialise, passwordOf, USER } from './initialise.ts'
import { alive, clearZombieLock, locked, names, runningOn, SOCKET_PREFIX, sweepSockets, type Postmaster } from './postmaster.ts'

export interface Engine {
  pid: number
  adopted: boolean
  connection: pg.ClientConfig
  stop(): Promise<void>
}

export async function startEngine({ data, bin = packagedBin() }: { data: string; bin?: string }): Promise<Engine> {
  const who = engineAccount()
  let folder = resolve(data)
  const programs = reachableBin(bin, who)
  initialise(folder, programs, who)
  folder = realpathSync(folder)

  const child = runningOn(folder) ? undefined : await launch(folder, programs, who)
  const found = await untilReady(folder, child)
  return { pid: found.pid, adopted: found.pid !== child?.process.pid, connection: connectionTo(folder, found), stop: () => stop(folder, found) }
}

const connectionTo = (data: string, { host, port }: Postmaster): pg.ClientConfig => ({ user: USER, password: passwordOf(data), database: 'postgres', host, port })

interface Launched { process: ChildProcess; log(): string }

async function launch(data: string, bin: string, who: Account | null): Promise<Launched> {
  clearZombieLock(data)
  sweepSockets()
  const socket = windows ? '' : mkdtempSync(`/tmp/${SOCKET_PREFIX}`)
  if (who) chownSync(socket, who.uid, who.gid)
  const options = {
    listen_addresses: windows ? '127.0.0.1' : '', unix_socket_directories: socket, port: windows ? await freePort() : 5432,
    max_connections: 60, shared_buffers: '128MB', max_wal_size: '1GB', timezone: 'UTC',
  }
  const door = doorTo(data, who)
  const args = ['-D', door.path, ...Object.entries(options).flatMap(([k, v]) => ['-c', `${k}=${v}`])]
  const child = spawn(program(bin, 'postgres'), args, { ...(windows ? {} : { cwd: '/' }), detached: true, stdio: ['ignore', 'ignore', 'pipe', ...door.stdio], ...who, env: { ...process.env, LC_ALL: 'C' } })
  door.close()
  let log = ''
  child.on('error', (error) => { log += error.message })
  child.stderr!.on('data', (d: Buffer) => { log = (log + d.toString()).slice(-4000) })
  child.unref()
  ;(child.stderr as unknown as { unref(): void }).unref()
  return { process: child, log: () => log }
}

async function untilReady(data: string, child: Launched | undefined): Promise<Postmaster> {
  for (const end = Date.now() + 30_000; ; await sleep(15)) {
    const found = runningOn(data)
    if (found?.ready && (await answers(data, found))) return found
    // ours gave up because another start was first: that one is waited for
    const dead = child && (child.process.exitCode !== null || child.process.pid === undefined)
    if ((dead && !found) || Date.now() > end) throw new Error(`PostgreSQL did not start on ${data}: ${child?.log() ?? 'the running engine does not answer'}`)
  }
}

async function answers(data: string, at: Postmaster): Promise<boolean> {
  const client = new pg.Client({ ...connectionTo(data, at), connectionTimeoutMillis: 2000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ data_directory: string }>('show data_directory')
    return names(rows[0]!.data_directory, data)
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** Fast shutdown: sessions are ended, the log is flushed. */
async function stop(data: string, { pid, host }: Postmaster): Promise<void> {
  if (!alive(pid)) return
  process.kill(pid, 'SIGINT')
  for (const end = Date.now() + 20_000; alive(pid) && locked(data); await sleep(10)) if (Date.now() > end) process.kill(pid, 'SIGQUIT')
  if (!windows && host.startsWith(`/tmp/${SOCKET_PREFIX}`)) rmSync(host, { recursive: true, force: true })
}

const freePort = () => new Promise<number>((done, failed) => {
  const server = createServer().on('error', failed)
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as { port: number }
    server.close(() => done(port))
  })
})
