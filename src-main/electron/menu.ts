/** macOS needs a menu for copy, paste and quit; elsewhere the window has none. The system translates roles. */
import { Menu } from 'electron'

export function setMenu(): void {
  const mac = process.platform === 'darwin'
  Menu.setApplicationMenu(mac ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }]) : null)
}
