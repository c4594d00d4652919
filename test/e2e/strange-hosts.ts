/** What may stand at an address instead of the server, and a way to it on which things go wrong. */
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTcp, type AddressInfo, type Server } from 'node:net'

export interface Host { url: string; close(): void }

const PORTAL = '<!doctype html><html><title>Sign in</title><body>Welcome to our Wi-Fi</body></html>'
export const portal = (_: IncomingMessage, answer: ServerResponse) => void answer.writeHead(200, { 'content-type': 'text/html' }).end(PORTAL)

export async function host(answer: (asked: IncomingMessage, answer: ServerResponse) => void): Promise<Host> {
  const server = createServer(answer)
  return { url: `http://127.0.0.1:${await listen(server)}`, close: () => { server.closeAllConnections(); server.close() } }
}
/** Speaks, but not in HTTP. */
export async function otherProtocol(): Promise<Host> {
  const server = createTcp((socket) => { socket.on('error', () => {}).on('data', () => socket.write('500 what?\r\n')); socket.write('220 mail.example ESMTP ready\r\n') })
  return { url: `http://127.0.0.1:${await listen(server)}`, close: () => server.close() }
}
/** A port where nobody listens. */
export async function closedPort(): Promise<string> {
  const server = createTcp()
  const port = await listen(server)
  await new Promise((done) => server.close(done))
  return `http://127.0.0.1:${port}`
}
const listen = (server: Server) => new Promise<number>((done) => server.listen(0, '127.0.0.1', () => done((server.address() as AddressInfo).port)))

export type Way = 'open' | 'portal' | 'nonsense' | 'closed' | ((path: string, body: string) => string)
/** A way to `target` that can be changed while the app works; a function rewrites the answers. */
export async function wayTo(target: string): Promise<Host & { is(way: Way): void; asked: string[] }> {
  let way: Way = 'open'
  const asked: string[] = []
  const open = new Set<ServerResponse>()
  const server = await host((incoming, answer) => {
    asked.push(incoming.url!)
    open.add(answer)
    answer.on('close', () => open.delete(answer))
    if (way === 'portal') return portal(incoming, answer)
    if (way === 'nonsense') return void answer.writeHead(200, { 'content-type': 'application/json' }).end('{"hello":"world"}')
    if (way === 'closed') return void answer.destroy()
    const forward = request(target + incoming.url!, { method: incoming.method, headers: { ...incoming.headers, host: new URL(target).host, 'accept-encoding': 'identity' } }, (from) => {
      const chunks: Buffer[] = []
      from.on('data', (chunk: Buffer) => chunks.push(chunk))
      from.on('end', () => {
        const text = Buffer.concat(chunks).toString()
        answer.writeHead(from.statusCode!, { 'content-type': from.headers['content-type'] ?? 'text/plain' }).end(typeof way === 'function' ? way(incoming.url!, text) : text)
      })
    })
    forward.on('error', () => answer.destroy())
    answer.on('close', () => forward.destroy())
    incoming.pipe(forward)
  })
  return {
    ...server, asked,
    is(next) {
      way = next
      // who waits for news on the old way is cut off
      for (const answer of open) answer.destroy()
    },
  }
}
