/** What a page may not do: leave, open windows, or hold a permission it has no use for. */
import { session, shell, type WebContents } from 'electron'
import { isOurs } from './origin.ts'

const GRANTED: readonly string[] = ['clipboard-sanitized-write']

export function guardContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isOurs(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    if (!isOurs(event.url)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    if (isExternal(url)) void shell.openExternal(url)
    return { action: 'deny' }
  })
}

/** Only what a browser or a mail program takes: a `file:` or an application's own scheme would start programs. */
export function isExternal(url: string): boolean {
  return URL.canParse(url) && ['https:', 'mailto:'].includes(new URL(url).protocol)
}

export function denyPermissions(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, permission, answer) => answer(GRANTED.includes(permission)))
  session.defaultSession.setPermissionCheckHandler((_contents, permission) => GRANTED.includes(permission))
}
