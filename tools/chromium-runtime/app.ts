import { EventEmitter } from 'node:events'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type * as E from 'electron'
import { instance } from './instance.ts'
import { dropLock, takeLock } from './lock.ts'

export const lockFile = join(instance.profile, 'lock')
/** Electron's names for folders, where they differ from ours; every folder lies in the profile. */
const FOLDERS: Record<string, string> = { userData: 'data', sessionData: 'chromium' }

const home = nearestPackage(dirname(fileURLToPath(import.meta.url)))
const { name, productName, version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { name: string; productName?: string; version: string }

function nearestPackage(folder: string): string {
  return existsSync(join(folder, 'package.json')) || dirname(folder) === folder ? folder : nearestPackage(dirname(folder))
}

class App extends EventEmitter {
  readonly isPackaged = false
  readonly name = productName ?? name
  readonly #paths = new Map<string, string>()
  readonly #ready = Promise.withResolvers<void>()
  #isReady = false
  /** What quit() must close; windows and the browser register here, so that this file need not know them. */
  readonly closing: { windows: () => boolean; browser: () => Promise<void> } = { windows: () => true, browser: async () => {} }
  #exiting = false

  readonly commandLine = {
    hasSwitch: (key: string) => instance.switches.has(key),
    getSwitchValue: (key: string) => instance.switches.get(key) ?? '',
  } satisfies Pick<E.CommandLine, 'hasSwitch' | 'getSwitchValue'>

  constructor() {
    super()
    setImmediate(() => {
      this.#isReady = true
      this.#ready.resolve()
      if (!this.#exiting) this.emit('ready', {}, {})
    })
  }

  /** An app that was killed must not act on what its dead browser makes it hear. */
  override emit(event: string, ...args: unknown[]): boolean {
    return instance.dead ? false : super.emit(event, ...args)
  }

  whenReady = () => this.#ready.promise
  isReady = () => this.#isReady
  getVersion = () => version
  getName = () => this.name
  getLocale = () => Intl.DateTimeFormat().resolvedOptions().locale
  getAppPath = () => home
  setPath(key: string, path: string) {
    this.#paths.set(key, path)
  }
  getPath(key: string) {
    const path = this.#paths.get(key) ?? (key === 'temp' ? tmpdir() : join(instance.profile, FOLDERS[key] ?? key))
    mkdirSync(path, { recursive: true })
    return path
  }
  requestSingleInstanceLock = () => takeLock(lockFile, instance.key)
  releaseSingleInstanceLock = () => dropLock(lockFile, instance.key)
  setAppUserModelId() {}
  enableSandbox() {}

  quit() {
    if (this.#exiting || instance.dead) return
    let go = true
    const event = { preventDefault: () => void (go = false) }
    this.emit('before-quit', event)
    if (!go || !this.closing.windows()) return
    this.emit('will-quit', event)
    if (go) this.exit(0)
  }
  /** As Electron's: no questions asked. */
  exit(code = 0) {
    if (this.#exiting || instance.dead) return
    this.#exiting = true
    this.closing.windows()
    void this.closing.browser().then(() => {
      this.emit('quit', {}, code)
      this.releaseSingleInstanceLock()
      instance.dead = true
      instance.exited(code)
    })
  }
}

export const app = new App() satisfies Pick<
  E.App,
  'isPackaged' | 'name' | 'whenReady' | 'isReady' | 'getVersion' | 'getName' | 'getLocale' | 'getAppPath' | 'setPath' | 'getPath' | 'requestSingleInstanceLock' | 'releaseSingleInstanceLock' | 'setAppUserModelId' | 'enableSandbox' | 'quit' | 'exit'
>
