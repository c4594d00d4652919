import type { AddressInfo } from 'node:net'
import { closeApp, createApp } from '../http/app.ts'
import type { Log } from '../log.ts'
import { sweepDenyRules } from '../store/deny-sweep.ts'
import { createDoorbell } from '../store/doorbell.ts'
import { createWriter } from '../store/writer.ts'
import type { Store } from './open-store.ts'
import { Usage } from './usage.ts'

const DEFAULT_PORT = 7420
const SWEEP_MS = 5 * 60_000

export interface ServeOptions { port?: number | undefined; host: string; trustProxy: boolean; logRequests: boolean }
export interface Serving { url: string; stop(): Promise<void> }

/** Answers until stopped. Stopping lets what was asked be answered, and what was pushed be written. */
export async function serve({ db, space }: Store, options: ServeOptions, log: Log): Promise<Serving> {
  const doorbell = createDoorbell(db, space.id)
  const writer = createWriter(db, space.id, doorbell, log)
  const app = await createApp({ db, space, writer, doorbell, log, trustProxy: options.trustProxy, logRequests: options.logRequests })
  const sweep = () => sweepDenyRules(db, space.id).catch((error: Error) => log.error('deny-sweep-failed', { message: error.message }))
  await sweep()
  const timer = setInterval(() => void sweep(), SWEEP_MS)
  const stop = async () => {
    clearInterval(timer)
    doorbell.close()
    await closeApp(app)
    await writer.close()
  }
  try {
    await listen(options)
  } catch (error) {
    await stop()
    throw error
  }
  const { port } = app.server.address() as AddressInfo
  return { url: `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`, stop }

  async function listen({ port, host }: ServeOptions): Promise<void> {
    try {
      await app.listen({ port: port ?? DEFAULT_PORT, host })
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EADDRINUSE' && port === undefined) {
        log.warn('port-taken', { port: DEFAULT_PORT })
        await app.listen({ port: 0, host })
      } else if (code === 'EADDRINUSE') throw new Usage(`port ${port} is taken: name another with --port, or stop what uses it`)
      else if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') throw new Usage(`cannot listen on ${host} port ${port ?? DEFAULT_PORT} (${code}): name others with --host and --port`)
      else throw error
    }
  }
}
