/** The desktop's start: one instance, one window, one door. Runs in Electron, and unchanged over Chromium (`tools/chromium-runtime`). */
import { join, resolve } from 'node:path'
import { app, nativeTheme } from 'electron'
import { settingsSchema } from '../../src-core/host/contract.ts'
import { tendReserve } from '../disk-room.ts'
import { createServices, type Services } from '../services.ts'
import { createDoor } from './door.ts'
import { wireEvents } from './events.ts'
import { answerPage } from './ipc.ts'
import { setMenu } from './menu.ts'
import { denyPermissions, guardContents } from './guards.ts'
import { printJobs } from './print.ts'
import { profileInUse } from './profile-in-use.ts'
import { registerScheme, serveApp } from './protocol.ts'
import { openWindow, showWindow } from './window.ts'

// A profile of its own: everything below it, as the tests and a second centre on one machine need.
if (app.commandLine.hasSwitch('profile')) {
  const profile = resolve(app.commandLine.getSwitchValue('profile'))
  app.setPath('userData', join(profile, 'data'))
  app.setPath('documents', join(profile, 'documents'))
}

// on a full disk not even the lock could be written
tendReserve(app.getPath('userData'))
registerScheme()

if (app.requestSingleInstanceLock()) await start()
else {
  // the system's locale is known to Electron only once it is ready, and this one will not be
  console.error(profileInUse(app.commandLine.getSwitchValue('locale') || process.env['LC_ALL'] || process.env['LANG'] || app.getLocale(), app.getPath('userData')))
  app.exit(0)
}

async function start(): Promise<void> {
  app.enableSandbox()
  app.on('web-contents-created', (_event, contents) => guardContents(contents))
  app.on('second-instance', showWindow)
  app.on('activate', showWindow)
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  await app.whenReady()
  denyPermissions()
  setMenu()
  const services = createServices(createDoor())
  closeWith(services)
  serveApp({ file: services.file, print: (id) => printJobs.get(id) })
  answerPage(services)
  nativeTheme.themeSource = settingsSchema.parse(await services.call('settings.read', null)).theme ?? 'system'
  wireEvents()
  openWindow()
}

/** Nothing that was acknowledged may still be on its way to the disk when the app is gone. */
function closeWith(services: Services): void {
  let closed = false
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    void services.close().finally(() => {
      closed = true
      app.exit(0)
    })
  })
}
