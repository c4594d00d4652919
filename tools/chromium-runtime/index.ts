/** What `import { ... } from 'electron'` gives in the main process. */
import { app } from './app.ts'
import { killBrowsers } from './context.ts'
import { instance } from './instance.ts'
import { powerMonitor } from './power-monitor.ts'

export { app } from './app.ts'
export { BrowserWindow } from './browser-window.ts'
export { dialog } from './dialog.ts'
export { ipcMain } from './ipc-main.ts'
export { Menu } from './menu.ts'
export { nativeTheme } from './native-theme.ts'
export { net } from './net.ts'
export { powerMonitor } from './power-monitor.ts'
export { protocol } from './protocol.ts'
export { safeStorage } from './safe-storage.ts'
export { session } from './session.ts'
export { shell } from './shell.ts'

instance.handle = {
  app, powerMonitor,
  quit: () => app.quit(),
  kill: async () => {
    instance.dead = true
    await killBrowsers()
  },
}
