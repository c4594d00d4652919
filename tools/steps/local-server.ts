/** A central server for this machine: the one of `npm start`, of the demo and of tests. */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { startNode } from './processes.ts'
import { at, ROOT } from './root.ts'

const MAIN = at('src-server/main.ts')

export interface LocalServer {
  url: string
  /** Runs one command of the server's CLI on the same data, and answers its JSON line. */
  command<T>(...args: string[]): Promise<T>
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

export async function startServer(data: string, ...args: string[]): Promise<LocalServer> {
  const child = startNode([MAIN, 'serve', '--data', data, ...args], { stdout: 'pipe', stderr: 'pipe' })
  // Its warnings and errors are ours to show; every request it answered is not.
  if (child.stderr) createInterface(child.stderr).on('line', (line) => line.includes('"level":"info"') || process.stderr.write(`[server] ${line}\n`))
  const url = await new Promise<string>((ready, fail) => {
    if (!child.stdout) return fail(new Error('no stdout'))
    createInterface(child.stdout).on('line', (line) => {
      const said = safeJson(line)
      if (said && 'url' in said && typeof said.url === 'string') ready(said.url)
      else process.stderr.write(`[server] ${line}\n`)
    })
    child.once('exit', (code) => fail(new Error(`the server ended (${code}) before it was ready; see its message above`)))
  })
  return {
    url,
    command: (...args) => command(data, args),
    stop: (signal = 'SIGTERM') =>
      new Promise((done) => {
        if (child.exitCode !== null || child.signalCode !== null) return done()
        child.once('exit', () => done())
        child.kill(signal)
      }),
  }
}

function command<T>(data: string, args: readonly string[]): Promise<T> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [MAIN, ...args, '--data', data], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] })
    let out = ''
    let errors = ''
    child.stdout.on('data', (data: Buffer) => void (out += data.toString()))
    child.stderr.on('data', (data: Buffer) => void (errors += data.toString()))
    child.on('close', (code) => {
      const said = safeJson(out.trim().split('\n').at(-1) ?? '')
      if (code === 0 && said) done(said as T)
      else fail(new Error(`server ${args[0]} ended with ${code}: ${(errors || out).trim().slice(-2000)}`))
    })
  })
}

function safeJson(line: string): object | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}
