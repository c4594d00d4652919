/** The browser behind all windows, and the guards that keep it off the network. */
import { join } from 'node:path'
import { chromium, type BrowserContext, type Page, type Route } from 'playwright-core'
import { app, lockFile } from './app.ts'
import { findBrowser } from './browser.ts'
import { instance } from './instance.ts'
import { answer } from './ipc-main.ts'
import { noteBrowser } from './lock.ts'
import { BINDING } from './page-preload.ts'
import { isServed, serve, toElectron } from './protocol.ts'
import { grantedPermissions } from './session.ts'
import { open, windowOf } from './windows.ts'

const GUARDS = [
  // Routes do not see everything (a WebSocket, a shared worker's fetch): whatever slips by them meets a proxy that is not there, loopback included.
  '--proxy-server=http://127.0.0.1:9', '--proxy-bypass-list=<-loopback>',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp', '--force-webrtc-ip-handling-policy',
  '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-domain-reliability', '--no-pings',
]
const QUIET = ['--no-first-run', '--no-default-browser-check', '--disable-gpu', '--disable-dev-shm-usage', '--window-size=1440,900']

interface Browser {
  context: BrowserContext
  kill(): Promise<void>
}

const running = new Map<'windows' | 'paper', Promise<Browser>>()
let expected = 0

/** `paper`: hidden print windows. With a visible browser they live in a headless one of their own, or each would flash up as a window. */
export async function newPage(place: 'windows' | 'paper'): Promise<Page> {
  const kind = instance.headless ? 'windows' : place
  const first = !running.has(kind)
  const { context } = await browser(kind)
  const blank = first && kind === 'windows' ? context.pages()[0] : undefined
  if (blank) return blank
  expected++
  try {
    return await context.newPage()
  } finally {
    expected--
  }
}

function browser(kind: 'windows' | 'paper'): Promise<Browser> {
  const found = running.get(kind) ?? start(kind)
  running.set(kind, found)
  return found
}

async function start(kind: 'windows' | 'paper'): Promise<Browser> {
  const headless = instance.headless || kind === 'paper'
  const executablePath = findBrowser(headless)
  if (!executablePath) throw new Error('no Chromium, Chrome or Edge found: install one, or name it in CARAVAN_BROWSER')
  const context = await chromium.launchPersistentContext(join(instance.profile, kind === 'paper' ? 'chromium-paper' : 'chromium'), {
    executablePath, headless, viewport: headless ? { width: 1280, height: 860 } : null, serviceWorkers: 'block', acceptDownloads: false,
    colorScheme: headless ? 'light' : null, handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false,
    // No toolbar, no "controlled by automated software".
    ...(headless ? {} : { ignoreDefaultArgs: ['--enable-automation', 'about:blank'] }),
    args: [...GUARDS, ...QUIET, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...(headless ? [] : [`--app=data:text/html,<title>${app.getName()}</title>`, '--test-type'])],
  })
  await context.exposeBinding(BINDING, ({ page, frame }, channel: string, args: unknown[]) => answer(page, frame, channel, args))
  await context.route('**/*', route)
  await context.grantPermissions(grantedPermissions())
  // A popup that came without a request (about:blank) or without an opener (noopener).
  context.on('page', (page) => {
    if (expected === 0 && !windowOf(page)) void page.close().catch(() => {})
  })
  const session = await context.browser()?.newBrowserCDPSession()
  const processes = await session?.send('SystemInfo.getProcessInfo')
  const pid = processes?.processInfo.find(({ type }) => type === 'browser')?.id
  if (pid && kind === 'windows') noteBrowser(lockFile, instance.key, pid)
  return {
    context,
    kill: async () => {
      if (pid) process.kill(pid, 'SIGKILL')
      await context.close().catch(() => {})
    },
  }
}

/** Every request of every window comes by here: the app's own are answered by the app, a navigation is put to it, all else is refused. */
async function route(route: Route): Promise<void> {
  const request = route.request()
  const url = toElectron(request.url())
  try {
    if (request.isNavigationRequest() && !allowed(route, url)) return await route.abort('aborted')
    if (isServed(url)) return await serve(route)
    instance.control.refused.push(url)
    await route.abort('blockedbyclient')
  } catch (error) {
    // A page that closed while it was being answered is nobody's error.
    if (/has been closed|Target closed|Request context disposed/.test(String(error))) return
    await route.abort('failed').catch(() => {})
    if (!instance.dead) open()[0]?.webContents.emit('runtime-error', error)
    console.error('[runtime]', error)
  }
}

function allowed(route: Route, url: string): boolean {
  const page = pageOf(route)
  const window = windowOf(page)
  // A popup's first request: its page is not a window of ours.
  if (!window) {
    open().at(-1)?.webContents.askToOpen(url)
    return false
  }
  const frame = route.request().frame()
  return frame !== page?.mainFrame() || window.webContents.mayNavigate(url)
}

function pageOf(route: Route): Page | undefined {
  try {
    return route.request().frame().page()
  } catch {
    return undefined // Playwright has no frame yet for a popup's first request
  }
}

app.closing.browser = async () => {
  for (const one of running.values()) await one.then(({ context }) => context.close()).catch(() => {})
}
export async function killBrowsers(): Promise<void> {
  await Promise.all([...running.values()].map((one) => one.then(({ kill }) => kill(), () => {})))
}
