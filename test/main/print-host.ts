import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { build } from 'vite'
import type { HostDoor } from '../../src-main/services.ts'

const ROOT = join(import.meta.dirname, '../..')
const BUILT = join(ROOT, '.cache/test-print')
const ORIGIN = 'https://caravan.test'
const BROWSERS = [process.env['CARAVAN_BROWSER'], '/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/google-chrome'].filter((p) => p !== undefined)

/** A browser that prints the built template as the desktop does, or why there is none. */
export async function printHost(): Promise<{ host: Pick<HostDoor, 'printTemplate' | 'print'>; page(html: string): Promise<Uint8Array>; close(): Promise<void> } | { reason: string }> {
  const executablePath = BROWSERS.find((p) => existsSync(p))
  if (!executablePath) return { reason: 'no Chromium is installed' }
  mkdirSync(BUILT, { recursive: true })
  await build({ root: join(ROOT, 'src-renderer'), configFile: false, logLevel: 'error', build: { outDir: BUILT, emptyOutDir: true, assetsInlineLimit: 0, rolldownOptions: { input: join(ROOT, 'src-renderer/print.html') } } })
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'] })
  let n = 0
  const open = async (html: string) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    const url = `${ORIGIN}/print/${++n}`
    await context.route('**/*', (route) => {
      const { pathname } = new URL(route.request().url())
      if (route.request().url() === url) return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html, headers: { 'content-security-policy': "default-src 'none'; script-src 'none'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self'" } })
      const file = join(BUILT, pathname)
      return existsSync(file) ? route.fulfill({ path: file }) : route.abort()
    })
    await page.goto(url, { waitUntil: 'networkidle' })
    return { page, context }
  }
  return {
    host: {
      printTemplate: () => Promise.resolve(readFileSync(join(BUILT, 'print.html'), 'utf8')),
      async print(html) {
        const { page, context } = await open(html)
        const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true })
        await context.close()
        return bytes
      },
    },
    async page(html) {
      const { page, context } = await open(html)
      const shot = await page.screenshot({ fullPage: true })
      await context.close()
      return shot
    },
    close: () => browser.close(),
  }
}
