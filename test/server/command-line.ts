/** The server's commands as child processes, as an operator runs them. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'

const MAIN = resolve(import.meta.dirname, '../../src-server/main.ts')
export interface Finished { code: number | null; out: string; err: string }
type As = { uid?: number; gid?: number; cwd?: string }

export async function command(args: string[], as: As = {}): Promise<Finished> {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'], ...as })
  let [out, err] = ['', '']
  child.stdout.on('data', (d: Buffer) => { out += d.toString() })
  child.stderr.on('data', (d: Buffer) => { err += d.toString() })
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, out, err }
}

export interface Served { url: string; child: ChildProcess; out(): string; end(signal: NodeJS.Signals): Promise<number | null> }

export async function served(data: string): Promise<Served> {
  const child = spawn(process.execPath, [MAIN, 'serve', '--data', data, '--port', '0'], { stdio: ['ignore', 'pipe', 'pipe'] })
  const closed = once(child, 'close') as Promise<[number | null]>
  let [out, err] = ['', '']
  child.stderr.on('data', (d: Buffer) => { err = (err + d.toString()).slice(-4000) })
  await new Promise<void>((ready, failed) => {
    child.stdout.on('data', (d: Buffer) => {
      out += d.toString()
      if (out.includes('\n')) ready()
    })
    child.once('exit', () => failed(new Error(`serve ended: ${err}`)))
  })
  return {
    url: (JSON.parse(out) as { url: string }).url, child, out: () => out,
    async end(signal) {
      child.kill(signal)
      return (await closed)[0]
    },
  }
}
