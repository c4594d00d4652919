/** The page may do what it needs, and nothing else: tried from inside the built app. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, ready, test, watchPolicy } from './app.ts'

type Call = (method: string, input: unknown) => Promise<unknown>
const call = (page: { evaluate<T, A>(work: (argument: A) => Promise<T>, argument: A): Promise<T> }, method: string, input: unknown): Promise<unknown> =>
  page.evaluate(([method, input]) => (window as unknown as { caravan: { call: Call } }).caravan.call(method, input), [method, input] as const)

test.describe('the policy', () => {
  test('is never violated while the screens are shown', async ({ open }) => {
    const { page } = await open('a', '--no-sample')
    const violations = await watchPolicy(page)
    await page.reload()
    await ready(page)
    for (const route of ['today', 'catalogue', 'network', 'deals', 'dossiers', 'events', 'sync', 'settings']) {
      await page.evaluate((hash) => { location.hash = hash }, `#/${route}`)
      await page.waitForTimeout(150)
    }
    expect(await violations()).toEqual([])
  })
  test('stops injected code, foreign styles and foreign addresses', async ({ open }) => {
    const { page } = await open('a', '--no-sample')
    await ready(page)
    const outcome = await page.evaluate(async () => {
      const tried: Record<string, unknown> = {}
      const refused = (work: () => unknown) => { try { work(); return false } catch { return true } }
      const script = document.createElement('script')
      tried['inline script'] = refused(() => { script.textContent = 'window.pwned = 1'; document.head.append(script) }) || !('pwned' in window)
      tried['innerHTML'] = refused(() => { document.createElement('div').innerHTML = '<img src=x onerror="window.pwned = 1">' })
      tried['worker from text'] = refused(() => new Worker(URL.createObjectURL(new Blob(['postMessage(1)']))))
      tried['fetch'] = await fetch('https://example.com/').then(() => false, () => true)
      tried['loopback'] = await fetch('http://127.0.0.1:9/').then(() => false, () => true)
      return tried
    })
    expect(outcome).toEqual({ 'inline script': true, innerHTML: true, 'worker from text': true, fetch: true, loopback: true })
  })
  test('belongs to every answer, and documents have a new nonce each time', async ({ open }) => {
    const { page } = await open('a', '--no-sample')
    const policies = await page.evaluate(async () => Promise.all(['/index.html', '/index.html', '/nowhere', '/sample/network.jsonl'].map(async (path) => (await fetch(path)).headers.get('content-security-policy') ?? '')))
    expect(policies.every((policy) => policy.includes("default-src 'none'"))).toBe(true)
    expect(policies[0]).toContain("require-trusted-types-for 'script'")
    expect(policies[0]).not.toBe(policies[1])
    expect(policies[0]).not.toMatch(/unsafe-(inline|eval)|\*/)
  })
})

test.describe('the protocol', () => {
  test('serves what was built, and nothing beside it', async ({ open }) => {
    const { page } = await open('a', '--no-sample')
    const status = (path: string) => page.evaluate(async (path) => (await fetch(path)).status, path)
    expect(await status('/index.html')).toBe(200)
    expect(await status('/sample/network.jsonl')).toBe(200)
    for (const path of ['/package.json', '/../main/index.js', '/..%2fmain%2findex.js', '/%2e%2e/main/index.js', '/assets/..%5c..%5cmain%5cindex.js', '/etc/passwd', '/file/unknown', '/print/unknown', '/file/..%2f..%2fetc%2fpasswd', '/assets/']) expect(await status(path), path).toBe(404)
    expect(await page.evaluate(async () => (await fetch('/index.html', { method: 'POST', body: 'x' })).status)).toBe(403)
  })
  test('hands a picked file to the page in slices', async ({ open, folder }) => {
    const app = await open('a', '--no-sample')
    const file = join(folder, 'big.jsonl')
    writeFileSync(file, Buffer.alloc(20 * 1024 * 1024, 'x'))
    app.control.openDialogs.push({ canceled: false, filePaths: [file] })
    const picked = (await call(app.page, 'file.pick', { accept: ['jsonl'] })) as { value: { token: string } }
    const answers = await app.page.evaluate(async (token) => {
      const ask = async (range?: string) => {
        const response = await fetch(`/file/${token}`, range ? { headers: { range } } : {})
        return [response.status, (await response.arrayBuffer()).byteLength, response.headers.get('content-range')]
      }
      return [await ask(), await ask('bytes=0-15'), await ask('bytes=-16'), await ask('bytes=0-'), await ask('bytes=99999999-')]
    }, picked.value.token)
    const size = 20 * 1024 * 1024
    const slice = 8 * 1024 * 1024
    expect(answers).toEqual([[413, 0, `bytes */${size}`], [206, 16, `bytes 0-15/${size}`], [206, 16, `bytes ${size - 16}-${size - 1}/${size}`], [206, slice, `bytes 0-${slice - 1}/${size}`], [416, 0, `bytes */${size}`]])
  })
})

test.describe('the host', () => {
  test('is two functions and nothing more', async ({ open }) => {
    const { page } = await open('a', '--no-sample')
    expect(await page.evaluate(() => {
      const { caravan } = window as unknown as { caravan: object }
      return { keys: Object.keys(caravan).sort(), frozen: Object.isFrozen(caravan), leaks: ['require', 'process', 'module', 'electron', 'ipcRenderer', 'global'].filter((name) => name in window) }
    })).toEqual({ keys: ['call', 'on'], frozen: true, leaks: [] })
  })
  test('refuses unknown methods and wrong input', async ({ open }) => {
    const { page } = await open('a', '--no-sample')
    for (const method of ['', 'toString', '__proto__', 'constructor', 'host.exec', 'file.read']) await expect(call(page, method, null), method).rejects.toThrow('no such method')
    await expect(call(page, 'host.info', { extra: true })).rejects.toThrow('bad input')
    for (const path of ['/etc/passwd', 'https://example.com/', '//example.com', '/v1/../x y', '/v2/push']) expect(await call(page, 'server.send', { method: 'GET', path }), path).toEqual({ ok: false, error: { type: 'bad-input' } })
    for (const url of ['file:///etc/passwd', 'javascript:alert(1)', 'smb://host/share', 'ms-settings:']) expect(await call(page, 'shell.open', { url }), url).toEqual({ ok: false, error: { type: 'bad-input' } })
    for (const key of ['../../x', 'a/b', '', 'x'.repeat(200)]) expect(await call(page, 'drafts.put', { key, at: '', body: 1 }), key).toEqual({ ok: false, error: { type: 'bad-input' } })
  })
  test('answers its own document only', async ({ open }) => {
    const { page } = await open('a', '--no-sample')
    // frame-ancestors 'none' keeps our document out of frames; an empty frame of ours has no host
    expect(await page.evaluate(() => {
      const frame = document.createElement('iframe')
      document.body.append(frame)
      return frame.contentWindow !== null && 'caravan' in frame.contentWindow
    })).toBe(false)
  })
  test('a link out goes to the system, and only if it is https or mail', async ({ open }) => {
    const app = await open('a', '--no-sample')
    await ready(app.page)
    await app.page.evaluate(() => void window.open('https://partner.example/doc'))
    await expect.poll(() => app.control.opened).toEqual(['https://partner.example/doc'])
    await app.page.evaluate(() => void window.open('http://partner.example/plain'))
    await app.page.evaluate(() => { location.href = 'https://partner.example/' })
    await app.page.waitForTimeout(200)
    expect(app.control.opened).toEqual(['https://partner.example/doc'])
    expect(app.page.url()).toContain('/index.html')
    expect(app.control.permissions.filter(({ granted }) => granted).map(({ permission }) => permission)).toEqual(['clipboard-sanitized-write'])
  })
})
