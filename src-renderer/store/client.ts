/** The only door to the store. The page makes both workers (a worker may not make another) and speaks to each over its own port. */
import type { StoreApi, StoreEvents } from './api.ts'
import { asker, type AskFar } from './rpc.ts'
import searchWorkerUrl from './search-worker.ts?worker&url'
import storeWorkerUrl from './worker.ts?worker&url'

export interface StoreHooks {
  /** gives the worker its way to the host, on the other end of this port */
  connect(port: MessagePort): void
  /** the machine woke or its network changed */
  onResume(listener: () => void): () => void
}
export interface StoreClient extends StoreApi {
  on<T extends keyof StoreEvents>(topic: T, listener: (data: StoreEvents[T]) => void): () => void
}

/** What each worker gets at its start; ports are moved into it. */
export interface StoreStart { page: MessagePort; events: MessagePort; host: MessagePort }
export interface SearchStart { page: MessagePort; events: MessagePort }
export type StoreEvent = { [T in keyof StoreEvents]: { topic: T; data: StoreEvents[T] } }[keyof StoreEvents]

const IN_SEARCH: readonly (keyof StoreApi)[] = ['search', 'matches']
const IN_STORE: readonly (keyof StoreApi)[] = ['state', 'get', 'list', 'counts', 'history', 'edits', 'create', 'change', 'moveStage', 'withdraw', 'undo', 'inbox', 'settle', 'syncNow', 'loadSample', 'joined']

export function openStore(hooks: StoreHooks): StoreClient {
  const listeners: { [T in keyof StoreEvents]: Set<(data: StoreEvents[T]) => void> } = { changed: new Set(), sync: new Set() }
  const emit = ({ data: event }: MessageEvent<StoreEvent>) => {
    if (event.topic === 'changed') for (const listener of listeners.changed) listener(event.data)
    else for (const listener of listeners.sync) listener(event.data)
  }
  const host = new MessageChannel()
  hooks.connect(host.port1)
  const store = start('caravan-store', storeWorkerUrl, emit, { host: host.port2 })
  const search = start('caravan-search', searchWorkerUrl, emit, {})
  hooks.onResume(() => void store('resume'))

  const methods = (names: readonly (keyof StoreApi)[], ask: AskFar) => names.map((name) => [name, (...args: unknown[]) => ask(name, ...args)])
  const api = Object.fromEntries([...methods(IN_STORE, store), ...methods(IN_SEARCH, search)]) as StoreApi
  return {
    ...api,
    on(topic, listener) {
      listeners[topic].add(listener)
      return () => void listeners[topic].delete(listener)
    },
  }
}

function start(name: string, url: string, emit: (event: MessageEvent<StoreEvent>) => void, more: Record<string, MessagePort>): AskFar {
  const worker = new Worker(trusted(url), { type: 'module', name })
  worker.onerror = (event) => console.error(name, event.message)
  const page = new MessageChannel()
  const events = new MessageChannel()
  events.port1.onmessage = emit
  const ports = { page: page.port2, events: events.port2, ...more }
  worker.postMessage(ports, Object.values(ports))
  return asker(page.port1)
}

interface Policies {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): unknown }
}
let policy: { createScriptURL(url: string): unknown } | undefined

/** The app's CSP demands Trusted Types: one policy, `caravan`, which passes only the app's own files. */
function trusted(url: string): string {
  const types = (globalThis as { trustedTypes?: Policies }).trustedTypes
  if (!types) return url
  policy ??= types.createPolicy('caravan', {
    createScriptURL(asked) {
      if (new URL(asked, location.href).origin !== location.origin) throw new TypeError('not a file of this app')
      return asked
    },
  })
  return policy.createScriptURL(url) as string
}
