/** The engine's side of `HostDoor`: what the services may ask of Electron. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { app, dialog, net, safeStorage, shell } from 'electron'
import type { HostDoor } from '../host-door.ts'
import { isExternal } from './guards.ts'
import { RENDERER } from './origin.ts'
import { print } from './print.ts'

const given = (name: string): string | undefined => app.commandLine.getSwitchValue(name) || undefined

export function createDoor(): HostDoor {
  return {
    dataDir: app.getPath('userData'),
    documentsDir: app.getPath('documents'),
    version: app.getVersion(),
    engine: process.versions.electron ? 'electron' : 'chromium',
    arguments: { server: given('server'), enrol: given('enrol'), locale: given('locale'), ...(app.commandLine.hasSwitch('no-sample') ? { sample: false } : {}) },
    locale: app.getLocale(),
    keyring: hasKeyring(),
    print,
    printTemplate: () => readFile(join(RENDERER, 'print.html'), 'utf8'),
    pickFile,
    showItem: (path) => shell.showItemInFolder(path),
    async openExternal(url) {
      if (isExternal(url)) await shell.openExternal(url)
    },
    fetch: (input, init) => net.fetch(input instanceof URL ? input.href : input, init),
    seal: (plain) => safeStorage.encryptString(plain),
    unseal: (bytes) => safeStorage.decryptString(Buffer.from(bytes)),
  }
}

/** On Linux without a keyring Electron encrypts with a fixed key: that is no secret. */
function hasKeyring(): boolean {
  return safeStorage.isEncryptionAvailable() && (process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text')
}

async function pickFile(accept: readonly string[]): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog({ properties: ['openFile'], filters: [{ name: accept.join(', '), extensions: [...accept] }] })
  return canceled ? null : (filePaths[0] ?? null)
}
