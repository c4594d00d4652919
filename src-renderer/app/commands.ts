/** One registry of what can be done now: the palette, the menus, the keys and the key sheet all read it. */
import { useEffect, useSyncExternalStore } from 'react'
import type { Key } from './i18n.ts'
import { isTyping, resolvePress, type KeySpec } from './keys.ts'

export interface Command {
  id: string
  title: Key
  group: 'go' | 'do' | 'view'
  keys?: KeySpec | undefined
  icon?: string | undefined
  run: () => void
  /** not offered in the palette (moves within a list, for instance) */
  quiet?: boolean | undefined
}
let sets: readonly { token: symbol; commands: readonly Command[] }[] = []
let flat: readonly Command[] = []
const listeners = new Set<() => void>()
const publish = (next: typeof sets) => {
  sets = next
  flat = sets.flatMap((s) => s.commands)
  for (const listener of listeners) listener()
}

function register(commands: readonly Command[]): () => void {
  const token = Symbol('commands')
  publish([...sets, { token, commands }])
  return () => publish(sets.filter((s) => s.token !== token))
}
/** Offers `commands` while the component is shown. The list must be memoised. */
export function useCommands(commands: readonly Command[]): void {
  useEffect(() => register(commands), [commands])
}
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
export const useAllCommands = (): readonly Command[] => useSyncExternalStore(subscribe, () => flat)

/** The youngest registration wins: a screen may take a key that the shell also knows. */
const commandFor = (spec: KeySpec) => flat.findLast((c) => c.keys === spec)

export function startKeys(): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return
    // an open dialog owns the letters; only chords and Escape pass
    if (document.querySelector('[role=dialog]') && !event.ctrlKey && !event.metaKey) return
    const spec = resolvePress(event, (s) => commandFor(s) !== undefined)
    const command = spec === undefined ? undefined : commandFor(spec)
    if (!command) return
    event.preventDefault()
    command.run()
  }
  window.addEventListener('keydown', onKey)
  return () => window.removeEventListener('keydown', onKey)
}

/** Ctrl+Z inside a text field is the field's own. */
export const startOfUndo = (undo: () => boolean) => (): void => {
  if (isTyping(document.activeElement)) document.execCommand('undo')
  else undo()
}
