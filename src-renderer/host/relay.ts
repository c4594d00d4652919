/** A worker has no preload, so its page relays: worker -> page -> preload -> main, and back. */
import { WORKER_METHODS, type HostBridge, type Input, type Method } from '../../src-core/host/contract.ts'

interface Ask { id: number; method: string; args: unknown[] }
interface Answer { id: number; value?: unknown; error?: string }

/** Serves the host on `port`. Only the listed methods pass: a worker that was taken over gets no further than they go. */
export function relayHost(host: HostBridge, port: MessagePort): void {
  port.onmessage = (event: MessageEvent<Ask>) => {
    const { id, method, args } = event.data
    const send = (answer: Answer) => port.postMessage(answer)
    if (!WORKER_METHODS.includes(method as Method)) return send({ id, error: `not allowed: ${method}` })
    const named = method as Method
    host.call(named, args[0] as Input<typeof named>).then((value) => send({ id, value }), (cause: unknown) => send({ id, error: String(cause) }))
  }
}

/** What the store's client needs of the host. */
export const storeHooks = (host: HostBridge) => ({
  connect: (port: MessagePort) => relayHost(host, port),
  onResume: (listener: () => void) => host.on('host.resume', listener),
})
