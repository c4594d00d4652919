import { EventEmitter } from 'node:events'
import type * as E from 'electron'
import type { CDPSession } from 'playwright-core'
import type { BrowserWindow } from './browser-window.ts'
import { SEND } from './page-preload.ts'
import { isServed, toElectron } from './protocol.ts'

let last = 0

export class WebContents extends EventEmitter {
  readonly id = ++last
  readonly #window: BrowserWindow
  #openHandler: ((details: E.HandlerDetails) => E.WindowOpenHandlerResponse) | undefined
  /** What loadURL is loading: a navigation of the app, not of the page. */
  loading = ''

  constructor(window: BrowserWindow) {
    super()
    this.#window = window
  }

  getURL = () => toElectron(this.#window.page?.url() ?? '')
  isDestroyed = () => this.#window.isDestroyed()
  openDevTools() {}
  setWindowOpenHandler(handler: (details: E.HandlerDetails) => E.WindowOpenHandlerResponse) {
    this.#openHandler = handler
  }
  send(channel: string, ...args: unknown[]) {
    const body = structuredClone(args)
    const deliver = ([send, name, values]: readonly [string, string, unknown[]]) => (window as unknown as Record<string, ((channel: string, args: unknown[]) => void) | undefined>)[send]?.(name, values)
    // A page that is closing or loading misses events in Electron too.
    void this.#window.page?.evaluate(deliver, [SEND, channel, body] as const).catch(() => {})
  }
  executeJavaScript = async (code: string) => (await this.#window.ready).evaluate(code)

  async printToPDF(options: E.PrintToPDFOptions): Promise<Buffer> {
    const page = await this.#window.ready
    const cdp: CDPSession = await page.context().newCDPSession(page)
    const size = typeof options.pageSize === 'object' ? options.pageSize : SIZES[options.pageSize ?? 'Letter']
    if (!size) throw new Error(`page size ${JSON.stringify(options.pageSize)} is not known to the runtime`)
    const margins = options.margins ?? {}
    const { stream } = await cdp.send('Page.printToPDF', {
      paperWidth: size.width, paperHeight: size.height, landscape: options.landscape ?? false, scale: options.scale ?? 1,
      printBackground: options.printBackground ?? false, preferCSSPageSize: options.preferCSSPageSize ?? false,
      generateTaggedPDF: options.generateTaggedPDF ?? false, generateDocumentOutline: options.generateDocumentOutline ?? false,
      displayHeaderFooter: options.displayHeaderFooter ?? false, headerTemplate: options.headerTemplate ?? '', footerTemplate: options.footerTemplate ?? '',
      marginTop: margins.top ?? 0.4, marginBottom: margins.bottom ?? 0.4, marginLeft: margins.left ?? 0.4, marginRight: margins.right ?? 0.4,
      pageRanges: options.pageRanges ?? '', transferMode: 'ReturnAsStream',
    })
    const parts: Buffer[] = []
    for (let eof = false; !eof && stream; ) {
      const chunk = await cdp.send('IO.read', { handle: stream, size: 1024 * 1024 })
      parts.push(Buffer.from(chunk.data, chunk.base64Encoded ? 'base64' : 'utf8'))
      eof = chunk.eof
    }
    await cdp.detach()
    return Buffer.concat(parts)
  }

  /** Asks the app whether the page may leave for `url`, as Electron does. */
  mayNavigate(url: string): boolean {
    if (url === this.loading) return true
    let go = true
    const preventDefault = () => void (go = false)
    this.emit('will-navigate', { url, isSameDocument: false, isMainFrame: true, frame: null, preventDefault }, url)
    return go && isServed(url)
  }
  /** Asks the app about a popup. The runtime opens none: an app that wants one makes a BrowserWindow. */
  askToOpen(url: string): void {
    const answer = this.#openHandler?.({ url, frameName: '', features: '', disposition: 'new-window', referrer: { url: '', policy: 'default' } })
    if (answer?.action === 'allow') throw new Error('the Chromium runtime opens no popups')
  }
}

/** Inches. */
const SIZES: Record<string, { width: number; height: number }> = { A3: { width: 11.7, height: 16.54 }, A4: { width: 8.27, height: 11.69 }, A5: { width: 5.83, height: 8.27 }, Letter: { width: 8.5, height: 11 }, Legal: { width: 8.5, height: 14 } }

void (WebContents satisfies new (window: BrowserWindow) => Pick<E.WebContents, 'id' | 'getURL' | 'isDestroyed' | 'openDevTools' | 'setWindowOpenHandler' | 'send' | 'executeJavaScript' | 'printToPDF'>)
