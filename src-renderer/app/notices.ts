/** What has just happened, said once at the foot of the window. Successes leave after six seconds; failures stay with their screen. */
import { useSyncExternalStore } from 'react'

export interface Notice {
  id: number
  text: string
  tone: 'ok' | 'danger' | 'info'
  at: number
  undo?: (() => void) | undefined
}
const LIFE_MS = 6000
let notices: readonly Notice[] = []
let next = 1
const listeners = new Set<() => void>()
const publish = (list: readonly Notice[]) => {
  notices = list
  for (const listener of listeners) listener()
}
export function dismiss(id: number): void {
  publish(notices.filter((n) => n.id !== id))
}
export function notify(notice: Omit<Notice, 'id' | 'at'>): void {
  const id = next++
  // an older notice of the same tone has been read; three at most stand at once
  publish([...notices.slice(-2), { ...notice, id, at: Date.now() }])
  if (notice.tone !== 'danger') setTimeout(() => dismiss(id), LIFE_MS)
}
/** Ctrl+Z: the youngest notice that can be undone. */
export function undoLast(): boolean {
  const last = notices.findLast((n) => n.undo)
  last?.undo?.()
  if (last) dismiss(last.id)
  return last !== undefined
}
// a failure that has been read for a while does not follow to the next screen
if (typeof window !== 'undefined') window.addEventListener('hashchange', ({ oldURL, newURL }) => {
  const screen = (url: string) => url.replace(/\?.*$/, '')
  if (screen(oldURL) !== screen(newURL) && notices.some(stale)) publish(notices.filter((n) => !stale(n)))
})
const stale = (n: Notice): boolean => n.tone === 'danger' && Date.now() - n.at > LIFE_MS
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
export const useNotices = (): readonly Notice[] => useSyncExternalStore(subscribe, () => notices)
