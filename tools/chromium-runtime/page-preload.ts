/**
 * A sandboxed preload's world, built in the page before its own scripts run: `require('electron')` over one binding, then the built preload.
 * The binding is deleted from `window` first, so that the page itself has nothing but what the preload exposes.
 */
export const BINDING = '__caravanInvoke'
export const SEND = '__caravanSend'

/** Runs in the page, as text: it may use nothing from this module. */
function world(bindingName: string, sendName: string, platform: string, preload: (require: unknown, module: { exports: object }, exports: object, process: unknown) => void): void {
  const scope = window as unknown as Record<string, unknown>
  const invoke = scope[bindingName] as (channel: string, args: unknown[]) => Promise<{ value: unknown } | { error: string }>
  delete scope[bindingName]
  if (window !== top) return
  type Listener = (event: unknown, ...args: unknown[]) => void
  const listeners = new Map<string, Set<Listener>>()
  const ipcRenderer = {
    // structuredClone refuses what Electron refuses, with the same error
    async invoke(channel: string, ...args: unknown[]) {
      const answer = await invoke(channel, structuredClone(args))
      if ('error' in answer) throw new Error(answer.error)
      return answer.value
    },
    on(channel: string, listener: Listener) {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener))
      return ipcRenderer
    },
    off(channel: string, listener: Listener) {
      listeners.get(channel)?.delete(listener)
      return ipcRenderer
    },
  }
  Object.defineProperty(scope, sendName, {
    value: (channel: string, args: unknown[]) => {
      for (const listener of listeners.get(channel) ?? []) listener({ sender: ipcRenderer }, ...args)
    },
  })
  const freeze = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (Object.getPrototypeOf(value) !== Object.prototype && !Array.isArray(value)) throw new Error('contextBridge: only plain objects cross')
    Object.values(value).forEach(freeze)
    return Object.freeze(value)
  }
  const contextBridge = {
    exposeInMainWorld: (key: string, api: unknown) => Object.defineProperty(scope, key, { value: freeze(api), enumerable: true }),
  }
  const module = { exports: {} }
  const require = (id: string) => {
    if (id === 'electron') return { contextBridge, ipcRenderer }
    throw new Error(`module not found: ${id}`)
  }
  preload(require, module, module.exports, { versions: {}, platform, env: {}, contextIsolated: true, sandboxed: true })
}

export const preloadScript = (source: string): string =>
  `(${world.toString()})(${JSON.stringify(BINDING)}, ${JSON.stringify(SEND)}, ${JSON.stringify(process.platform)}, function (require, module, exports, process) {${source}\n})`
/** For windows without a preload: the binding is there all the same, and goes. */
export const NO_PRELOAD = `delete window[${JSON.stringify(BINDING)}]`
