import type { Editing } from './edits.ts'
import type { Env } from './env.ts'
import type { LoopStatus } from './state.ts'

export interface LoopHooks {
  editing: Editing
  status(status: LoopStatus): void
  changed(ids: Iterable<string>): void
}
export interface SyncLoop {
  start(): void
  stop(): void
  wake(why: 'edit' | 'resume' | 'joined'): void
  now(): Promise<void>
}
export function syncLoop(_env: Env, _hooks: LoopHooks): SyncLoop {
  return { start() {}, stop() {}, wake() {}, now: async () => {} }
}
