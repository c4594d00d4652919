import { spawn } from 'node:child_process'
import { dirname } from 'node:path'
import type * as E from 'electron'
import { instance } from './instance.ts'

/** The desktop's own opener, with the target as one argument and no shell between. Headless runs only note it. */
function desktop(target: string): void {
  if (instance.headless) return
  const [command, ...args] = process.platform === 'darwin' ? ['open'] : process.platform === 'win32' ? ['explorer.exe'] : ['xdg-open']
  if (command) spawn(command, [...args, target], { detached: true, stdio: 'ignore' }).on('error', () => {}).unref()
}

export const shell = {
  async openExternal(url: string) {
    instance.control.opened.push(url)
    desktop(url)
  },
  showItemInFolder(path: string) {
    instance.control.shown.push(path)
    desktop(dirname(path))
  },
  async openPath(path: string) {
    instance.control.shown.push(path)
    desktop(path)
    return ''
  },
} satisfies Pick<E.Shell, 'openExternal' | 'showItemInFolder' | 'openPath'>
