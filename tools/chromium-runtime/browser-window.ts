import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type * as E from 'electron'
import type { Page } from 'playwright-core'
import { app } from './app.ts'
import { newPage } from './context.ts'
import { instance } from './instance.ts'
import { colorScheme } from './native-theme.ts'
import { NO_PRELOAD, preloadScript } from './page-preload.ts'
import { toChromium } from './protocol.ts'
import { WebContents } from './web-contents.ts'
import { open, windows } from './windows.ts'

/** What no window of this product may ask for: Electron would obey in silence. */
function refuseUnsafe(p: E.WebPreferences): void {
  const unsafe = p.nodeIntegration || p.nodeIntegrationInWorker || p.nodeIntegrationInSubFrames || p.contextIsolation === false || p.sandbox === false || p.webSecurity === false || p.allowRunningInsecureContent || p.webviewTag || p.experimentalFeatures || p.enableBlinkFeatures
  if (unsafe) throw new Error('unsafe webPreferences')
}

export class BrowserWindow extends EventEmitter {
  static getAllWindows = () => open()
  static fromWebContents = (contents: WebContents) => open().find((window) => window.webContents === contents) ?? null
  static getFocusedWindow = () => open().at(-1) ?? null

  readonly webContents: WebContents
  readonly ready: Promise<Page>
  page: Page | undefined
  #destroyed = false

  constructor(options: E.BrowserWindowConstructorOptions = {}) {
    super()
    refuseUnsafe(options.webPreferences ?? {})
    this.webContents = new WebContents(this)
    windows.push(this)
    app.emit('web-contents-created', {}, this.webContents)
    this.ready = this.#open(options)
    this.ready.catch((error) => console.error('[runtime]', error))
  }

  async #open(options: E.BrowserWindowConstructorOptions): Promise<Page> {
    const preload = options.webPreferences?.preload
    // A window without a preload that is not shown is paper: it is printed and thrown away.
    const page = await newPage(options.show === false && !preload ? 'paper' : 'windows')
    this.page = page
    await page.addInitScript({ content: preload ? preloadScript(readFileSync(preload, 'utf8')) : NO_PRELOAD })
    if (!instance.headless) await page.emulateMedia({ colorScheme: colorScheme() })
    page.on('console', (message) => {
      if (message.type() === 'error') console.error('[page]', message.text())
    })
    page.on('pageerror', (error) => console.error('[page]', error))
    page.on('crash', () => this.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }))
    page.on('domcontentloaded', () => this.emit('ready-to-show'))
    page.on('load', () => this.#loaded(page, preload !== undefined))
    page.on('close', () => this.#closed())
    return page
  }

  #loaded(page: Page, ofTheApp: boolean): void {
    this.webContents.emit('did-finish-load', {})
    if (ofTheApp && page.url() !== 'about:blank' && !page.url().startsWith('data:')) instance.loaded(page)
  }
  #closed(): void {
    if (this.#destroyed) return
    this.#destroyed = true
    this.emit('closed')
    if (open().length === 0) app.emit('window-all-closed')
  }

  async loadURL(url: string): Promise<void> {
    const page = await this.ready
    this.webContents.loading = url
    try {
      await page.goto(toChromium(url))
    } finally {
      this.webContents.loading = ''
    }
  }
  close(): void {
    let go = true
    this.emit('close', { preventDefault: () => void (go = false) })
    if (go) this.destroy()
  }
  destroy(): void {
    void this.ready.then((page) => page.close()).catch(() => {})
    this.#closed()
  }
  isDestroyed = () => this.#destroyed
  isVisible = () => !this.#destroyed
  isMinimized = () => false
  restore(): void {}
  show(): void {
    this.emit('show')
  }
  hide(): void {}
  focus(): void {
    void this.page?.bringToFront().catch(() => {})
  }
  setTitle(_title: string): void {}
  setBackgroundColor(_color: string): void {}
}

void (BrowserWindow satisfies new (options?: E.BrowserWindowConstructorOptions) => Pick<
  E.BrowserWindow,
  'loadURL' | 'close' | 'destroy' | 'isDestroyed' | 'isVisible' | 'isMinimized' | 'restore' | 'show' | 'hide' | 'focus' | 'setTitle' | 'setBackgroundColor'
>)

/** Electron closes windows before `will-quit`; a window may refuse by preventing `close`. */
app.closing.windows = () => {
  for (const window of open()) {
    let go = true
    window.emit('close', { preventDefault: () => void (go = false) })
    if (!go) return false
  }
  return true
}
