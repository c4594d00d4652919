import type { Method } from '../src-core/host/contract.ts'
import type { HostDoor } from './host-door.ts'

export type { HostDoor, PrintOptions } from './host-door.ts'

/** What the desktop does for the page, one function a method of the host contract. Input is already parsed, output is as the contract says. */
export interface Services {
  call(method: Method, input: unknown): Promise<unknown>
  /** path of a file the user picked, for `app://caravan/file/<token>` */
  file(token: string): string | undefined
  close(): Promise<void>
}

export function createServices(host: HostDoor): Services {
  void host
  throw new Error('not wired yet')
}
