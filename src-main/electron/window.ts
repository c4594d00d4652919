import { app, BrowserWindow } from 'electron'
import { ORIGIN, PRELOAD } from './origin.ts'

export function openWindow(): void {
  const window = new BrowserWindow({
    width: 1440, height: 900, minWidth: 720, minHeight: 520, show: false, title: app.getName(),
    webPreferences: { preload: PRELOAD, sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false, spellcheck: false },
  })
  window.once('ready-to-show', () => window.show())
  void window.loadURL(`${ORIGIN}/index.html`)
}

/** For a second start, and for a click on the dock after the last window closed. */
export function showWindow(): void {
  const [window] = BrowserWindow.getAllWindows()
  if (!window) return openWindow()
  if (window.isMinimized()) window.restore()
  window.focus()
}
