/** What the page hears from its host. */
import { app, BrowserWindow, powerMonitor } from 'electron'
import type * as z from 'zod'
import { EVENTS, type Topic } from '../../src-core/host/contract.ts'
import { EVENT } from './channels.ts'

export function tell<T extends Topic>(topic: T, data: z.input<(typeof EVENTS)[T]>): void {
  const checked = EVENTS[topic].parse(data)
  for (const window of BrowserWindow.getAllWindows()) window.webContents.send(EVENT, topic, checked)
}

export function wireEvents(): void {
  powerMonitor.on('resume', () => tell('host.resume', { reason: 'wake' }))
  app.on('browser-window-focus', () => tell('host.resume', { reason: 'focus' }))
}
