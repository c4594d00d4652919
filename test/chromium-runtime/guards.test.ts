/** What the Chromium runtime must refuse, tried from inside a page that is free to try. */
import { createServer, type Server } from 'node:http'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { launch, type Launched } from '../../tools/chromium-runtime/launch.ts'

interface Host {
  invoke(channel: string, ...args: unknown[]): Promise<unknown>
}
declare global {
  var host: Host
}

const main = join(import.meta.dirname, 'fixture/main.mjs')
const profile = mkdtempSync(join(tmpdir(), 'caravan-runtime-'))
const hits: string[] = []
let server: Server
let port: number
let app: Launched

beforeAll(async () => {
  server = createServer((request, response) => {
    hits.push(request.url ?? '')
    response.setHeader('access-control-allow-origin', '*').end('reached')
  })
  server.on('upgrade', (request, socket) => {
    hits.push(`upgrade ${request.url}`)
    socket.destroy()
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  port = typeof address === 'object' && address ? address.port : 0
  app = await launch({ profile, main, args: ['--server', 'http://example.invalid', '--no-sample'] })
}, 60_000)

afterAll(async () => {
  await app?.close()
  server?.close()
  rmSync(profile, { recursive: true, force: true })
})

describe('the network', () => {
  test('a fetch to anywhere is refused', async () => {
    const tried = await app.page.evaluate(async (port) => Promise.allSettled([fetch('https://example.com/'), fetch(`http://127.0.0.1:${port}/fetch`), fetch(`http://localhost:${port}/fetch`)]), port)
    expect(tried.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
    expect(hits).toEqual([])
  })
  test('a WebSocket reaches no loopback server', async () => {
    const outcome = await app.page.evaluate((port) => new Promise<string>((done) => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}/socket`)
      socket.onopen = () => done('open')
      socket.onerror = () => done('error')
    }), port)
    expect(outcome).toBe('error')
    expect(hits).toEqual([])
  })
  test('a worker and a shared worker reach nothing either', async () => {
    const outcome = await app.page.evaluate(async (port) => {
      const code = `const go = (reply) => fetch('http://127.0.0.1:${port}/worker', { mode: 'no-cors' }).then(() => reply('reached'), () => reply('refused')); self.onconnect = (e) => go((m) => e.ports[0].postMessage(m)); if (!('SharedWorkerGlobalScope' in self)) go((m) => postMessage(m))`
      const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))
      const own = new Worker(url)
      const first = await new Promise<unknown>((done) => { own.onmessage = ({ data }) => done(data) })
      const shared = new SharedWorker(url)
      const second = await new Promise<unknown>((done) => { shared.port.onmessage = ({ data }) => done(data) })
      return [first, second]
    }, port)
    expect(outcome).toEqual(['refused', 'refused'])
    expect(hits).toEqual([])
  })
})

describe('the window', () => {
  test('a popup is refused, and the app decides what becomes of its address', async () => {
    await app.page.evaluate(() => void window.open('https://partner.example/doc'))
    await expect.poll(() => app.control.opened).toEqual(['https://partner.example/doc'])
    await app.page.evaluate(() => void window.open('about:blank'))
    await expect.poll(() => app.page.context().pages().length).toBe(1)
  })
  test('a link with noopener opens nothing', async () => {
    await app.page.evaluate(() => {
      const link = Object.assign(document.createElement('a'), { href: 'https://partner.example/second', target: '_blank', rel: 'noopener' })
      document.body.append(link)
      link.click()
    })
    await expect.poll(() => app.control.opened.at(-1)).toBe('https://partner.example/second')
    await expect.poll(() => app.page.context().pages().length).toBe(1)
  })
  test('the page cannot leave', async () => {
    const before = app.page.url()
    await app.page.evaluate(() => { location.href = 'https://example.com/' })
    await app.page.waitForTimeout(200)
    expect(app.page.url()).toBe(before)
    expect(await app.page.textContent('p')).toBe('fixture')
  })
  test('a permission that the app denies is denied without a question', async () => {
    expect(await app.page.evaluate(async () => (await navigator.permissions.query({ name: 'geolocation' })).state)).toBe('denied')
    expect(app.control.permissions).toContainEqual({ permission: 'geolocation', granted: false })
    expect(app.control.permissions).toContainEqual({ permission: 'clipboard-sanitized-write', granted: true })
  })
  test.each([{ nodeIntegration: true }, { sandbox: false }, { contextIsolation: false }, { webSecurity: false }, { webviewTag: true }])('%o throws', async (preferences) => {
    await expect(app.page.evaluate((value) => host.invoke('unsafe', value), preferences)).rejects.toThrow('unsafe webPreferences')
  })
  test('service workers do not start', async () => {
    const registrations = await app.page.evaluate(async () => {
      await navigator.serviceWorker.register('/sw.js').catch(() => {})
      return (await navigator.serviceWorker.getRegistrations()).length
    })
    expect(registrations).toBe(0)
  })
})

describe('the door', () => {
  test('a value goes there and back as a structured clone', async () => {
    const value = { text: 'مرحبا 你好', list: [1, null, { deep: true }], bytes: new Uint8Array([1, 2, 255]), at: new Date(0) }
    const { back, same } = await app.page.evaluate(async () => {
      const value = { text: 'مرحبا 你好', list: [1, null, { deep: true }], bytes: new Uint8Array([1, 2, 255]), at: new Date(0) }
      const back = (await host.invoke('echo', value)) as { value: typeof value }
      return { back, same: back.value.bytes instanceof Uint8Array && back.value.at instanceof Date }
    })
    expect(back).toEqual({ value, url: 'app://fixture/index.html' })
    expect(same).toBe(true)
  })
  test('a function does not cross', async () => {
    await expect(app.page.evaluate(() => host.invoke('echo', () => 1))).rejects.toThrow('could not be cloned')
  })
  test('an error arrives as its message', async () => {
    await expect(app.page.evaluate(() => host.invoke('fail'))).rejects.toThrow("Error invoking remote method 'fail': Error: on purpose")
    await expect(app.page.evaluate(() => host.invoke('nothing'))).rejects.toThrow("No handler registered for 'nothing'")
  })
  test('the page sees no binding, and a frame has no voice', async () => {
    expect(await app.page.evaluate(() => '__caravanInvoke' in window)).toBe(false)
    const frame = await app.page.evaluate(async () => {
      const element = Object.assign(document.createElement('iframe'), { src: '/frame.html' })
      const loaded = new Promise((done) => { element.onload = done })
      document.body.append(element)
      await loaded
      const inner = element.contentWindow as unknown as Record<string, unknown>
      return ['__caravanInvoke', 'host'].map((name) => name in inner)
    })
    expect(frame).toEqual([false, false])
  })
  test('the main process speaks to its page', async () => {
    const told = await app.page.evaluate(() => new Promise((done) => {
      ;(host as unknown as { on(listener: (value: unknown) => void): void }).on(done)
      void host.invoke('tell', { n: 7 })
    }))
    expect(told).toEqual({ n: 7 })
  })
  test('switches given as two words read as in Electron', async () => {
    expect(await app.page.evaluate(() => host.invoke('switch', 'server'))).toMatchObject({ has: true, value: 'http://example.invalid', data: join(profile, 'data') })
    expect(await app.page.evaluate(() => host.invoke('switch', 'no-sample'))).toMatchObject({ has: true, value: '' })
    expect(await app.page.evaluate(() => host.invoke('switch', 'locale'))).toMatchObject({ has: false, value: '' })
  })
})

describe('what the app serves', () => {
  test('Range is answered by the app', async () => {
    expect(await app.page.evaluate(async () => { const r = await fetch('/range', { headers: { range: 'bytes=0-3' } }); return [r.status, await r.text()] })).toEqual([206, 'bytes=0-3'])
  })
  test('17 MB in one response throws', async () => {
    expect(await app.page.evaluate(() => fetch('/big').then(() => 'came', () => 'failed'))).toBe('failed')
    expect(readFileSync(join(profile, 'data/error.txt'), 'utf8')).toContain('answer in ranges')
  })
  test('a hidden window prints', async () => {
    expect(await app.page.evaluate(() => host.invoke('pdf'))).toBe('%PDF-')
    // the browser takes a moment to close it
    await vi.waitFor(() => expect(app.page.context().pages().length).toBe(1))
  })
})
