/** What the store needs of the world, so that tests can give it another one. */
import type { Result } from '../../src-core/base/result.ts'
import type { Database } from './database.ts'
import type { LoopStatus } from './state.ts'

/** The host's methods that a worker may call; the relay lets no other pass. */
export type HostCall = (method: 'host.info' | 'server.send' | 'journal.append' | 'journal.read', input: unknown) => Promise<unknown>

/** Exclusion between all windows of this profile. */
type Exclusive = <T>(name: string, work: () => Promise<T>) => Promise<T>

/** What one window tells the others, and the store its searcher. */
export type Notice = { ids: string[] | null } | { wake: true } | { asks: true } | { status: LoopStatus }
export interface Bus {
  post(notice: Notice): void
  listen(listener: (notice: Notice) => void): () => void
}

export interface Env {
  db: Database
  host: HostCall
  exclusive: Exclusive
  bus: Bus
  now(): number
  random(bytes: number): Uint8Array
  /** resolves after `ms`, or at once when `wake` is called */
  sleep(ms: number): { done: Promise<void>; wake(): void }
  /** text of one of the app's own files */
  file(path: string): Promise<string | undefined>
}

export interface MembershipFacts { device: string; centre: string; epoch: string; space: string }
interface Info { membership: MembershipFacts | null; arguments?: { sample?: boolean } }

export const hostInfo = async (env: Env): Promise<Info> => (await env.host('host.info', null)) as Info

export interface Line { seq: number; entry: { t: string; body?: unknown } }
export const readJournal = async (env: Env, after: number) => (await env.host('journal.read', { after, limit: 1000 })) as Result<{ lines: Line[]; head: number }>
export const appendJournal = async (env: Env, entries: Line['entry'][]) => (await env.host('journal.append', { entries })) as Result<{ seq: number }>
