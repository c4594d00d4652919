/** The processes a command started. When it ends, they end: last started first, each with time to close properly. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { pathToFileURL } from 'node:url'
import { at, ROOT } from './root.ts'

const PATIENCE_MS = 15_000
const running: ChildProcess[] = []

export interface StartOptions {
  stdout?: 'pipe' | 'inherit'
  stderr?: 'pipe' | 'inherit'
  env?: Record<string, string>
}

/** A Node program of ours. It has its own process group, so that Ctrl-C reaches it through us and in order; a channel ends it should we be killed. */
export function startNode(args: readonly string[], options: StartOptions = {}): ChildProcess {
  return keep(spawn(process.execPath, ['--import', pathToFileURL(at('tools/steps/attached.mjs')).href, ...args], { cwd: ROOT, detached: process.platform !== 'win32', stdio: ['ignore', options.stdout ?? 'inherit', options.stderr ?? 'inherit', 'ipc'], env: { ...process.env, ...options.env } }))
}

export function startProgram(command: string, args: readonly string[]): ChildProcess {
  return keep(spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] }))
}

function keep(child: ChildProcess): ChildProcess {
  running.push(child)
  child.once('exit', () => running.splice(running.indexOf(child), 1))
  return child
}

export const ended = async (child: ChildProcess): Promise<number> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return child.exitCode ?? 1
}

export async function endAll(): Promise<void> {
  for (const child of running.toReversed()) {
    child.kill('SIGTERM')
    const late = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
    await ended(child)
    clearTimeout(late)
  }
}

/** Ctrl-C, a closed terminal, or a parent that went: end what we started, then ourselves. */
export function endOnSignals(): void {
  let ending = false
  for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129]] as const) {
    process.on(signal, () => {
      if (ending) return
      ending = true
      void endAll().finally(() => process.exit(code))
    })
  }
}

/** Runs a tool of node_modules to its end; its output is ours. */
export function tool(name: string, ...args: string[]): Promise<number> {
  const windows = process.platform === 'win32'
  return ended(keep(spawn(at('node_modules/.bin', windows ? `${name}.cmd` : name), args, { cwd: ROOT, stdio: ['ignore', 2, 2], shell: windows })))
}
