import type * as E from 'electron'
import { instance } from './instance.ts'

type Check = Parameters<E.Session['setPermissionCheckHandler']>[0]
type Request = Parameters<E.Session['setPermissionRequestHandler']>[0]

/** Chromium's names as Playwright spells them -> Electron's. */
const PERMISSIONS = { 'clipboard-write': 'clipboard-sanitized-write', 'clipboard-read': 'clipboard-read', notifications: 'notifications', geolocation: 'geolocation', camera: 'media', microphone: 'media', midi: 'midi' } as const

let check: Check = null
let request: Request = null

const defaultSession = {
  setPermissionCheckHandler: (handler: Check) => void (check = handler),
  setPermissionRequestHandler: (handler: Request) => void (request = handler),
} satisfies Pick<E.Session, 'setPermissionCheckHandler' | 'setPermissionRequestHandler'>

export const session = { defaultSession }

/** The browser is told once, at its start, what the app's handlers allow. It denies all else without asking. */
export function grantedPermissions(): string[] {
  if (!check || !request) throw new Error('the app sets no permission handlers: Electron would allow everything')
  const allowedBy = (permission: string) => check?.(null, permission as never, '', {} as never) === true
  return Object.entries(PERMISSIONS).flatMap(([name, permission]) => {
    const granted = allowedBy(permission)
    instance.control.permissions.push({ permission, granted })
    return granted ? [name] : []
  })
}
