/**
 * The apps that run in this process, by key. Every other module of the runtime exists once per app
 * (`hooks.mjs` tags its URL with `?app=KEY`); this one is never tagged, so all copies meet here.
 */
import type { EventEmitter } from 'node:events'
import type { OpenDialogReturnValue, SaveDialogReturnValue } from 'electron'
import type { Page } from 'playwright-core'

/** What a test may script beforehand and look at afterwards. */
export interface Control {
  openDialogs: OpenDialogReturnValue[]
  saveDialogs: SaveDialogReturnValue[]
  opened: string[]
  shown: string[]
  permissions: { permission: string; granted: boolean }[]
  refused: string[]
}

export interface Handle {
  app: EventEmitter
  powerMonitor: EventEmitter
  quit(): void
  /** SIGKILL for the browser, and silence for the app. */
  kill(): Promise<void>
}

export interface Instance {
  key: string
  profile: string
  headless: boolean
  switches: ReadonlyMap<string, string>
  control: Control
  /** Set by kill(): nothing the app hears or says counts any more. */
  dead: boolean
  /** Filled by index.ts as soon as the app has imported `electron`. */
  handle: Handle | undefined
  loaded(page: Page): void
  exited(code: number): void
}

declare global {
  var caravanRuntime: Map<string, Instance> | undefined
}

export const instances = (globalThis.caravanRuntime ??= new Map<string, Instance>())

export const emptyControl = (): Control => ({ openDialogs: [], saveDialogs: [], opened: [], shown: [], permissions: [], refused: [] })

/** `['--server', URL, '--no-sample']` or `['--server=URL', '--no-sample']` -> what Electron's command line would answer. */
export function switchesOf(args: readonly string[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const [i, arg] of args.entries()) {
    const match = /^--([a-z][a-z-]*)(?:=(.*))?$/s.exec(arg)
    if (!match?.[1]) continue
    const next = args[i + 1]
    found.set(match[1], match[2] ?? (next !== undefined && !next.startsWith('--') ? next : ''))
  }
  return found
}
