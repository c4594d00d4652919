import { EventEmitter } from 'node:events'
import type * as E from 'electron'
import type { Frame, Page } from 'playwright-core'
import { instance } from './instance.ts'
import { toElectron } from './protocol.ts'
import { windowOf } from './windows.ts'

type Listener = Parameters<E.IpcMain['handle']>[1]
type Answer = { value: unknown } | { error: string }

const handlers = new Map<string, Listener>()

class IpcMain extends EventEmitter {
  handle(channel: string, listener: Listener) {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, listener)
  }
  removeHandler(channel: string) {
    handlers.delete(channel)
  }
}

export const ipcMain = new IpcMain() satisfies Pick<E.IpcMain, 'handle' | 'removeHandler'>

/** What the page's one binding calls. Only the main frame of a window has a preload, so only it may speak. */
export async function answer(page: Page, frame: Frame, channel: string, args: unknown[]): Promise<Answer> {
  const window = windowOf(page)
  if (!window || frame !== page.mainFrame()) return { error: `Error invoking remote method '${channel}': no preload in this frame` }
  if (instance.dead) return new Promise(() => {})
  const handler = handlers.get(channel)
  if (!handler) return { error: `Error: No handler registered for '${channel}'` }
  const event = { sender: window.webContents, senderFrame: { url: toElectron(frame.url()), parent: null }, frameId: 1, processId: 1 } as unknown as E.IpcMainInvokeEvent
  try {
    return { value: structuredClone(await handler(event, ...args)) }
  } catch (error) {
    return { error: `Error invoking remote method '${channel}': ${String(error)}` }
  }
}
