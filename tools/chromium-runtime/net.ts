import type * as E from 'electron'

/** The main process's way to the network, as in Electron; the browser has none. */
export const net = {
  fetch: (input: string | Request, init?: RequestInit) => fetch(input, init),
  isOnline: () => true,
} satisfies { fetch(input: string | Request, init?: RequestInit): Promise<Response> } & Pick<E.Net, 'isOnline'>
