/** The built app over Chromium, each on a profile of its own that is gone afterwards; and a central server for those who need one. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from '@playwright/test'
import type { Page } from 'playwright-core'
import { launch, type Launched } from '../../tools/chromium-runtime/launch.ts'
import { startServer, type LocalServer } from '../../tools/steps/local-server.ts'
import { at } from '../../tools/steps/root.ts'

export interface TestServer extends LocalServer {
  /** a one-time code for a device of this centre */
  enrol(centre: string, name: string): Promise<string>
  importSample(): Promise<void>
}

interface Fixtures {
  /** Opens an app; the same name opens the same profile again. */
  open(name: string, ...args: string[]): Promise<Launched>
  /** Where the profile of `name` lies. */
  profileOf(name: string): string
  /** A server on an empty database. */
  server: TestServer
  folder: string
}

export const test = base.extend<Fixtures>({
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'caravan-e2e-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  },
  profileOf: async ({ folder }, use) => use((name) => join(folder, 'profiles', name)),
  open: async ({ profileOf }, use) => {
    const running: Launched[] = []
    await use(async (name, ...args) => {
      const app = await launch({ profile: profileOf(name), args })
      running.push(app)
      return app
    })
    for (const app of running) await app.close().catch(() => {})
  },
  server: async ({ folder }, use) => {
    const server = await startServer(join(folder, 'server'))
    await use({
      ...server,
      enrol: async (centre, name) => (await server.command<{ code: string }>('enrol', '--centre', centre, '--name', name)).code,
      importSample: async () => void (await server.command('import', at('out/renderer/sample/network.jsonl'))),
    })
    await server.stop()
  },
})

export { expect } from '@playwright/test'

/** The page answers the user. */
export const ready = (page: Page): Promise<unknown> => page.waitForSelector('html[data-ready]', { timeout: 30_000 })

/** Sync has nothing left to do, and at least `records` are here. */
export const synced = (page: Page, records = 1): Promise<unknown> =>
  page.waitForFunction((least) => {
    const { sync, records } = document.documentElement.dataset
    return sync === 'idle' && Number(records ?? 0) >= least
  }, records, { timeout: 60_000 })

/** What the policy refused, as the page itself was told, from now on and after every reload. */
export async function watchPolicy(page: Page): Promise<() => Promise<string[]>> {
  const seen: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted ?Type|TrustedScript/i.test(message.text())) seen.push(message.text())
  })
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => console.error(`Content Security Policy: ${event.violatedDirective} ${event.blockedURI}`))
  })
  return async () => seen
}
