/**
 * Speaks to the store of a running app as its own page does, over the page's own port: for tests that must know exactly which edit
 * was acknowledged. Nothing of the app is changed for it: the ports the page gives its workers are noted, and used too.
 */
import type { Page } from 'playwright-core'

interface Noted { store?: MessagePort; search?: MessagePort; last: number }

/** Loads the page again, with the workers' ports noted. */
export async function accessStore(page: Page): Promise<StoreAccess> {
  await page.addInitScript(() => {
    const noted: Noted = { last: 1_000_000 }
    const counterpart = new Map<MessagePort, MessagePort>()
    const Channel = globalThis.MessageChannel
    globalThis.MessageChannel = class extends Channel {
      constructor() {
        super()
        counterpart.set(this.port2, this.port1)
      }
    }
    const post = Worker.prototype.postMessage as (message: unknown, moved: Transferable[]) => void
    Worker.prototype.postMessage = function (this: Worker, message: unknown, moved: unknown) {
      const ports = message as { page: MessagePort; host?: MessagePort }
      // the store's worker is the one with a way to the host
      noted[ports.host ? 'store' : 'search'] = counterpart.get(ports.page)!
      post.call(this, message, moved as Transferable[])
    }
    Object.assign(globalThis, { caravanNoted: noted })
  })
  await page.reload()
  await page.waitForSelector('html[data-ready]', { timeout: 30_000 })
  return (method, ...args) => page.evaluate(({ method, args }) => {
    const noted = (globalThis as unknown as { caravanNoted: Noted }).caravanNoted
    const port = (method === 'search' || method === 'matches' ? noted.search : noted.store)!
    const id = ++noted.last
    return new Promise<never>((done, failed) => {
      const hear = ({ data }: MessageEvent<{ id: number; value?: unknown; error?: string }>) => {
        if (data.id !== id) return
        port.removeEventListener('message', hear)
        if (data.error === undefined) done(data.value as never)
        else failed(new Error(data.error))
      }
      port.addEventListener('message', hear)
      port.postMessage({ id, method, args })
    })
  }, { method, args })
}
/** Any method of StoreApi. */
export type StoreAccess = <T = unknown>(method: string, ...args: unknown[]) => Promise<T>
