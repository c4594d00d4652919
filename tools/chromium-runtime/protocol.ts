/** A custom scheme `app://host/path` is served as `https://host.app.caravan.invalid/path`: a fixed, secure origin that no network can answer. */
import type * as E from 'electron'
import type { Route } from 'playwright-core'

type Handler = (request: Request) => Response | Promise<Response>
const SUFFIX = '.caravan.invalid'
/** A response of 80 MB ends the browser's connection, and the app with it; 16 is far below and above anything the app may send. */
const MAX_RESPONSE = 16 * 1024 * 1024

const handlers = new Map<string, Handler>()
const privileged = new Set<string>()

export function toChromium(url: string): string {
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/is.exec(url)
  return match?.[1] && handlers.has(match[1]) ? `https://${match[2]}.${match[1]}${SUFFIX}${match[3]}` : url
}

export function toElectron(url: string): string {
  const match = /^https:\/\/([^/?#]*)\.([a-z]+)\.caravan\.invalid(.*)$/s.exec(url)
  return match ? `${match[2]}://${match[1]}${match[3]}` : url
}

/** Whether the app itself answers this URL (in Electron's spelling). */
export const isServed = (url: string): boolean => handlers.has(url.slice(0, url.indexOf(':')))

export async function serve(route: Route): Promise<void> {
  const request = route.request()
  const url = toElectron(request.url())
  const handler = handlers.get(url.slice(0, url.indexOf(':')))
  if (!handler) return route.abort('failed')
  const headers = Object.entries(await request.allHeaders()).filter(([name]) => !name.startsWith(':'))
  const body = request.postDataBuffer()
  const response = await handler(new Request(url, { method: request.method(), headers, ...(body ? { body: new Uint8Array(body) } : {}) }))
  const bytes = Buffer.from(await response.arrayBuffer())
  if (bytes.length > MAX_RESPONSE) throw new Error(`a response of ${bytes.length} bytes for ${url}: answer in ranges of at most ${MAX_RESPONSE}`)
  await route.fulfill({ status: response.status, headers: Object.fromEntries(response.headers), body: bytes })
}

export const protocol = {
  registerSchemesAsPrivileged(schemes: E.CustomScheme[]) {
    for (const { scheme, privileges } of schemes) {
      // Without these storage is disabled, fetch refused and module scripts fail in Electron, while here all would work.
      if (!privileges?.standard || !privileges.secure || !privileges.supportFetchAPI || !privileges.corsEnabled) throw new Error(`scheme ${scheme} lacks privileges it needs in Electron`)
      if (privileges.bypassCSP || privileges.allowServiceWorkers) throw new Error(`scheme ${scheme} has unsafe privileges`)
      privileged.add(scheme)
    }
  },
  handle(scheme: string, handler: Handler) {
    if (!privileged.has(scheme)) throw new Error(`scheme ${scheme} was not registered as privileged`)
    if (handlers.has(scheme)) throw new Error(`scheme ${scheme} is handled already`)
    handlers.set(scheme, handler)
  },
  unhandle(scheme: string) {
    handlers.delete(scheme)
  },
  isProtocolHandled: (scheme: string) => handlers.has(scheme),
} satisfies Pick<E.Protocol, 'registerSchemesAsPrivileged' | 'unhandle' | 'isProtocolHandled'> & { handle(scheme: string, handler: Handler): void }
