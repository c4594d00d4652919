/** Whatever is put in, the app says in the user's own language what is wrong and what to do, and keeps what was written. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { Result } from '../../src-core/base/result.ts'
import { LOCALES, OWN_NAME, type Locale } from '../../src-core/text/locale.ts'
import type { Held, Saved, SyncState } from '../../src-renderer/store/api.ts'
import { expect, ready, synced, test } from './app.ts'
import { accessStore, type StoreAccess } from './store-access.ts'
import { closedPort, host, otherProtocol, portal, wayTo } from './strange-hosts.ts'
import { tailOf, words } from './words.ts'

// a server starts in each of the first four: on a busy machine that alone takes most of a minute
test.describe.configure({ timeout: 150_000 })

const title = (text: string) => ({ orig: 'en', t: { en: { text, state: 'original' } } })
const refOf = (saving: Result<Saved>): string => {
  if (!saving.ok) throw new Error(saving.error.type)
  return saving.value.ref
}
const go = (page: Page, hash: string) => page.evaluate((to) => { location.hash = to }, hash)
const speak = (page: Page, locale: Locale) => page.locator('.wl-langs').getByRole('button', { name: OWN_NAME[locale] }).click()
const state = (store: StoreAccess) => store<SyncState>('state')
const arabic = async (store: StoreAccess, ref: string) => (await store<Held[]>('get', [ref]))[0]!.record.title?.t.ar?.text
const trlOf = async (store: StoreAccess, ref: string) => ((await store<Held[]>('get', [ref]))[0]?.record as { trl?: number } | undefined)?.trl

test('an address that is none, a port with something else, a portal, a code that is wrong: each is told, and a good code still works', async ({ open, server }) => {
  const { page } = await open('a', '--no-sample', '--locale', 'ar')
  await ready(page)
  await go(page, '#/welcome?join=1')
  const fields = page.locator('.wl-join input')
  const join = async (url: string, code: string, locale: Locale, expected: string) => {
    await speak(page, locale)
    for (const [i, text] of [url, code, 'Noor'].entries()) await fields.nth(i).fill(text)
    await page.locator('.wl-join button[type=submit]').click()
    await expect(page.locator('.wl-join'), `${url} ${code}`).toContainText(words(locale, expected))
    await expect(page.locator('.wl-join [role=alert]')).toContainText(words(locale, 'welcome:join.kept'))
    // what was typed is still there
    await expect(fields.nth(0)).toHaveValue(url)
    await expect(fields.nth(1)).toHaveValue(code)
  }
  const used = await server.enrol('HUB', 'Used')
  const joined = await open('b', '--server', server.url, '--enrol', used, '--no-sample')
  await synced(joined.page, 0)
  await joined.close()
  const [wifi, mail, page404, expired, redirect] = await Promise.all([
    host(portal), otherProtocol(),
    host((_, answer) => void answer.writeHead(404, { 'content-type': 'text/plain' }).end('no such page')),
    host((asked, answer) => {
      const nonce = new URL(asked.url!, 'http://x').searchParams.get('nonce')
      const hello = { caravan: true, space: crypto.randomUUID(), epoch: crypto.randomUUID(), time: new Date().toISOString(), proto: { min: 1, max: 1 }, head: 0, name: 'Hub', nonce }
      answer.writeHead(nonce ? 200 : 410, { 'content-type': 'application/json' }).end(JSON.stringify(nonce ? hello : { error: { type: 'code-expired' } }))
    }),
    host((_, answer) => void answer.writeHead(302, { location: 'http://login.example/' }).end()),
  ])
  await join('the green book', 'ABCD-EFGH', 'ar', 'errors:bad-url')
  await join('http://central.example.org', 'ABCD-EFGH', 'he', 'errors:bad-url')
  await join(`https://${'a'.repeat(600)}.example`, 'ABCD-EFGH', 'zh', 'errors:bad-url')
  await join(await closedPort(), 'ABCD-EFGH', 'zh', 'welcome:join.noAnswer')
  await join(mail.url, 'ABCD-EFGH', 'he', 'errors:not-caravan')
  await join(page404.url, 'ABCD-EFGH', 'en', 'errors:not-caravan')
  await join(wifi.url, 'ABCD-EFGH', 'zh', 'errors:captive-portal')
  await join(redirect.url, 'ABCD-EFGH', 'ar', 'errors:captive-portal')
  await join(expired.url, 'ABCD-EFGH', 'he', 'errors:code-expired')
  await join(server.url, used, 'ar', 'errors:code-used')
  await join(server.url, 'ZZZZ-ZZZZ', 'zh', 'errors:code-unknown')
  await join(server.url, 'Z'.repeat(80), 'he', 'errors:code-unknown')
  for (const strange of [wifi, mail, page404, expired, redirect]) strange.close()

  const good = await server.enrol('HUB', 'Good')
  await fields.nth(0).fill(server.url)
  await fields.nth(1).fill(good)
  await page.locator('.wl-join button[type=submit]').click()
  await expect(page).toHaveURL(/#\/today/)
  await synced(page)

  // the same, for who starts the app with a code that was used
  const again = await open('c', '--server', server.url, '--enrol', used, '--locale', 'he', '--no-sample')
  await ready(again.page)
  await expect(again.page.locator('.wl-join')).toContainText(words('he', 'errors:code-used'))
})

test('a portal, a wrong answer, a way that is cut, a row that cannot be read: work goes on, the reason is told, and all is sent later', async ({ open, server }) => {
  const way = await wayTo(server.url)
  const { page } = await open('a', '--server', way.url, '--enrol', await server.enrol('HUB', 'Li'), '--no-sample', '--locale', 'zh')
  const store = await accessStore(page)
  await synced(page)
  const ref = refOf(await store('create', 'offer', { title: title('Kept on the way'), trl: 1, status: 'DRAFT' }, 'Li'))
  await expect.poll(async () => (await state(store)).pending).toBe(0)
  await go(page, '#/sync')
  const screen = page.locator('.sy')
  let trl = 1
  for (const [name, is, reason] of [['portal', 'offline', 'captive-portal'], ['nonsense', 'error', 'not-caravan'], ['closed', 'offline', 'offline']] as const) {
    way.is(name)
    await expect(page.locator('html'), name).toHaveAttribute('data-sync', is)
    await expect(screen).toContainText(words('zh', `errors:${reason}`))
    refOf(await store('change', ref, { trl: ++trl }, 'Li'))
    expect(await trlOf(store, ref)).toBe(trl)
    expect((await state(store)).pending).toBe(1)
    way.is('open')
    await store('syncNow')
    await expect.poll(async () => (await state(store)).pending, { message: `sent after ${name}` }).toBe(0)
    await synced(page)
    await expect(screen).not.toContainText(words('zh', `errors:${reason}`))
  }
  // a newer server sends a row of a kind that this version has never heard of, and the real ones after it
  const strange = { t: 'put', id: crypto.randomUUID(), seq: 1, scope: 'network', kind: 'spaceship', doc: { hull: 'tin' }, fv: {} }
  way.is((path, body) => {
    if (!path.startsWith('/v1/pull')) return body
    const page = JSON.parse(body) as { rows: unknown[] }
    return JSON.stringify({ ...page, rows: [strange, ...page.rows] })
  })
  await store('syncNow')
  refOf(await store('change', ref, { trl: 9 }, 'Li'))
  await expect(page.locator('[data-unreadable]')).toHaveAttribute('data-unreadable', '1')
  await expect(page.locator('[data-unreadable]')).toContainText(/1 条网络记录/)
  words('zh', 'sync:unreadable')
  await expect.poll(async () => (await state(store)).pending).toBe(0)
  expect(await trlOf(store, ref)).toBe(9)
  way.close()
})

test('a hostile device: 20 MB are refused, a field of 2 MB comes back with its reason, and the server answers others', async ({ open, server }) => {
  const huge = await fetch(`${server.url}/v1/push`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ epoch: 'x', muts: ['x'.repeat(20_000_000)] }) }).then(async (a) => ({ status: a.status, body: await a.json() }), () => ({ status: 413, body: { error: { type: 'too-large' } } }))
  expect(huge).toMatchObject({ status: 413, body: { error: { type: 'too-large' } } })
  const { page } = await open('a', '--server', server.url, '--enrol', await server.enrol('HUB', 'Mallory'), '--no-sample', '--locale', 'he')
  await synced(page)
  const answer = await page.evaluate(async () => {
    type Send = (method: string, input: unknown) => Promise<{ ok: boolean; value?: { status: number; body: { results: { code: string }[]; epoch: string } } }>
    const { call } = (window as unknown as { caravan: { call: Send } }).caravan
    const send = (method: string, path: string, body?: unknown) => call('server.send', { method, path, ...(body ? { body } : {}) })
    const { epoch } = (await send('GET', '/v1/hello')).value!.body
    const id = crypto.randomUUID()
    const now = new Date().toISOString()
    const doc = { id, kind: 'offer', ref: 'TO-BIG-1', owner: 'HUB', rev: 0, status: 'DRAFT', visibility: { level: 'network' }, createdAt: now, updatedAt: now, title: { orig: 'en', t: { en: { text: 'x'.repeat(2_000_000), state: 'original' } } } }
    return (await send('POST', '/v1/push', { epoch, muts: [{ mseq: 1, hlc: '0-0-x', id, op: 'create', doc }] })).value
  })
  expect(answer).toMatchObject({ status: 200, body: { results: [{ mseq: 1, status: 'rejected', code: 'invalid-value' }] } })
  words('he', 'sync:rejected.invalid-value')
  const hello = (await (await fetch(`${server.url}/v1/hello`)).json()) as { caravan: boolean; head: number }
  expect(hello.caravan).toBe(true)
})

test('damaged lines of a file are written out with their reason, and the file may be imported again', async ({ open, server, folder }) => {
  const file = join(folder, 'given.jsonl')
  const offer = (n: number) => JSON.stringify({ kind: 'offer', ref: `TO-G-${n}`, title: `Offer ${n}`, trl: 4 })
  const lines = [offer(1), offer(2).slice(0, -9), '[1, 2]', '{"kind":"spaceship","title":"x"}', JSON.stringify({ kind: 'offer', title: 'big', summary: 'x'.repeat(20_000_000) }), JSON.stringify({ kind: 'offer', title: 'x', trl: 'nine' })]
  writeFileSync(file, Buffer.concat([Buffer.from(`${lines.join('\n')}\n`), Buffer.from([0x7b, 0xff, 0xfe, 0x7d, 10]), Buffer.from(offer(3))]))
  const reasons = [[2, 'not-json'], [3, 'not-object'], [4, 'unknown-kind'], [5, 'line-too-long'], [6, 'invalid-value'], [7, 'not-utf8']]
  for (const locale of ['ar', 'zh'] as const) {
    const report = await server.command<{ imported: number; rejected: number; rejects: string }>('import', file, '--locale', locale)
    expect(report).toMatchObject({ imported: 2, rejected: 6 })
    const rejects = readFileSync(report.rejects, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as { line: number; reason: string; message: string; text?: string })
    expect(rejects.map(({ line, reason }) => [line, reason]).sort()).toEqual(reasons)
    for (const { reason, message } of rejects) expect(message, reason).toContain(tailOf(words(locale, `rejects:${reason}`)))
    // nothing is lost: the damaged line stands there as it was
    expect(rejects.find(({ line }) => line === 2)!.text).toBe(lines[1])
  }
  const { page } = await open('a', '--server', server.url, '--enrol', await server.enrol('HUB', 'Li'), '--no-sample')
  const store = await accessStore(page)
  await synced(page, 2)
  expect((await store<object[]>('list', { kind: 'offer' })).length).toBe(2)
})

test('20 MB pasted into a form: said at once, nothing stands still, nothing is lost; a text a little too long is counted', async ({ open }) => {
  const { page } = await open('a', '--locale', 'ar', '--no-sample')
  await ready(page)
  const store = await accessStore(page)
  const ref = refOf(await store('create', 'offer', { title: title('Before') }, 'Li'))
  await go(page, `#/edit/${ref}`)
  const field = page.locator('[data-field=summary] [data-lang=ar] textarea')
  await field.fill('ما كتبته')
  await field.focus()
  await page.evaluate(() => {
    const beat = { last: performance.now(), longest: 0 }
    setInterval(() => { beat.longest = Math.max(beat.longest, performance.now() - beat.last); beat.last = performance.now() }, 20)
    Object.assign(globalThis, { beat })
  })
  await page.keyboard.insertText('ن'.repeat(20_000_000))
  await expect(page.getByText(tailOf(words('ar', 'errors:too-long-text')))).toBeVisible()
  await expect(field).toHaveValue('ما كتبته')
  const stood = await page.evaluate(() => (globalThis as unknown as { beat: { longest: number } }).beat.longest)
  // what was there is still worked on, at once
  await page.keyboard.insertText(' وأكثر')
  await expect(field).toHaveValue('ما كتبته وأكثر')
  console.log(`20 MB refused; the page stood still for ${Math.round(stood)} ms`)
  expect(stood).toBeLessThan(2000)

  const long = 'نص '.repeat(2000).trim()
  await field.fill(long)
  await expect(page.locator('[data-field=summary] .fld-error')).toBeVisible()
  await page.keyboard.press('Control+s')
  await expect(field).toHaveValue(long)
  expect(((await store<Held[]>('get', [ref]))[0]!.record as { summary?: unknown }).summary).toBeUndefined()
  await expect(page.locator('[data-draft=saved]')).toBeVisible()
})

test('a deal without parties: refused where it is opened and where its dossier would be issued', async ({ open }) => {
  const { page } = await open('a', '--locale', 'he')
  await ready(page)
  const store = await accessStore(page)
  await store('loadSample')
  const before = (await store<object[]>('list', { kind: 'deal' })).length
  await go(page, '#/new/deal')
  await page.locator('.od textarea').first().fill('עסקה בלי צדדים')
  await page.locator('.od button[type=submit]').click()
  await expect(page.locator('.od-problem')).toHaveText(words('he', 'deals:open.nobody'))
  await expect(page.locator('.od textarea').first()).toHaveValue('עסקה בלי צדדים')
  expect((await store<object[]>('list', { kind: 'deal' })).length).toBe(before)

  const deal = refOf(await store('create', 'deal', { title: title('Nobody yet') }, 'Li'))
  await go(page, `#/dossier/${deal}`)
  await expect(page.locator('[data-finding=noParties]')).toContainText(words('he', 'dossier:checks.noPartiesText'))
  await expect(page.getByTestId('issue')).toBeDisabled()
})

test('a second app on one profile is refused in words, and the first works on', async ({ open }) => {
  const first = await open('a', '--no-sample', '--locale', 'zh')
  await ready(first.page)
  const said: string[] = []
  const honest = console.error
  console.error = (...all: unknown[]) => void said.push(all.join(' '))
  try {
    for (const locale of LOCALES) await expect(open('a', '--no-sample', '--locale', locale)).rejects.toThrow(/another one running/)
  } finally {
    console.error = honest
  }
  for (const locale of LOCALES) expect(said.join('\n')).toContain(tailOf(words(locale, 'errors:profile-in-use')))
  expect(refOf(await (await accessStore(first.page))('create', 'offer', { title: title('First works') }, 'Li'))).toMatch(/^TO-/)
})

test('a damaged line in the record of edits is told; what is there can be read, and the file is not touched', async ({ open, profileOf }) => {
  const app = await open('a', '--no-sample')
  const store = await accessStore(app.page)
  const ref = refOf(await store('create', 'offer', { title: title('In the journal'), trl: 1 }, 'Li'))
  for (const trl of [2, 3, 4]) refOf(await store('change', ref, { trl }, 'Li'))
  await app.close()
  const file = join(profileOf('a'), 'data', 'journal', 'edits.jsonl')
  const whole = readFileSync(file)
  const damaged = Buffer.from(whole)
  damaged[whole.indexOf('"trl":2') + 6] = 0x37
  writeFileSync(file, damaged)

  const again = await open('a', '--no-sample', '--locale', 'he')
  const later = await accessStore(again.page)
  await go(again.page, '#/sync')
  await expect(again.page.locator('.sy')).toContainText(words('he', 'errors:journal-damaged'))
  await expect(again.page.locator('.pill')).toContainText(words('he', 'shell:sync.onHold'))
  expect(await trlOf(later, ref)).toBe(4)
  expect(await later('change', ref, { trl: 9 }, 'Li')).toEqual({ ok: false, error: { type: 'journal-damaged' } })
  expect(readFileSync(file).equals(damaged)).toBe(true)
  // mended as the message says, it goes on
  await again.close()
  writeFileSync(file, whole)
  const mended = await accessStore((await open('a', '--no-sample')).page)
  refOf(await mended('change', ref, { trl: 9 }, 'Li'))
  expect(await trlOf(mended, ref)).toBe(9)
})

test('a full disk: nothing is said to be saved that is not, the text stays, and it is saved when there is space', async ({ open, profileOf }) => {
  const disk = profileOf('full')
  mkdirSync(disk, { recursive: true })
  const mounted = process.getuid?.() === 0 ? spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=160m', 'tmpfs', disk], { encoding: 'utf8' }) : undefined
  test.skip(mounted?.status !== 0, `a small disk takes root and mount: ${mounted?.stderr ?? 'not root'}`)
  const ballast = join(disk, 'ballast')
  try {
    const app = await open('full', '--locale', 'ar', '--no-sample')
    await ready(app.page)
    const store = await accessStore(app.page)
    const ref = refOf(await store('create', 'offer', { title: { orig: 'ar', t: { ar: { text: 'قبل الامتلاء', state: 'original' } } }, trl: 3 }, 'Li'))
    await go(app.page, `#/edit/${ref}`)
    const field = app.page.locator('[data-field=title] [data-lang=ar] :is(textarea, input)').first()
    await expect(field).toHaveValue('قبل الامتلاء')
    spawnSync('dd', ['if=/dev/zero', `of=${ballast}`, 'bs=64k'])
    await field.fill('بعد الامتلاء')
    // the draft says so, and so does the save, and so does a choice in the settings
    const told = app.page.getByText(words('ar', 'errors:disk-full'))
    await expect(told.first()).toBeVisible()
    const before = await told.count()
    await app.page.keyboard.press('Control+s')
    await expect.poll(() => told.count()).toBeGreaterThan(before)
    await expect(app.page.locator('.pill')).toContainText(words('ar', 'shell:sync.readOnly'))
    await expect(field).toHaveValue('بعد الامتلاء')
    expect(await arabic(store, ref)).toBe('قبل الامتلاء')
    await app.page.getByRole('button', { name: words('ar', 'shell:toDark') }).click()
    await expect(app.page.getByText(words('ar', 'errors:not-kept'))).toBeVisible()
    // reading goes on, here and at the next start
    await go(app.page, `#/record/${ref}`)
    await expect(app.page.locator('main, body').getByText('قبل الامتلاء').first()).toBeVisible()
    await go(app.page, `#/edit/${ref}`)
    await expect(field).toBeVisible()
    await field.fill('بعد الامتلاء')
    spawnSync('rm', [ballast])
    // freed: the next save is not told to wait
    await app.page.keyboard.press('Control+s')
    await expect(app.page).toHaveURL(new RegExp(`#/record/${ref}`))
    expect(await arabic(store, ref)).toBe('بعد الامتلاء')
    await expect(app.page.locator('.pill')).not.toContainText(words('ar', 'shell:sync.readOnly'))
    await app.close()
    spawnSync('dd', ['if=/dev/zero', `of=${ballast}`, 'bs=64k'])
    const again = await accessStore((await open('full', '--no-sample')).page)
    expect(await arabic(again, ref)).toBe('بعد الامتلاء')
  } finally {
    spawnSync('umount', ['-l', disk])
  }
})
