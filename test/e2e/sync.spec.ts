/** Two centres on one server, as their users have it: edits travel, wait for a network, survive kills, come back with a reason. */
import type { Held, HistoryEntry, InboxItem, Saved, SyncState } from '../../src-renderer/store/api.ts'
import type { CaravanRecord } from '../../src-core/record/record.ts'
import type { Result } from '../../src-core/base/result.ts'
import type { SearchAnswer } from '../../src-core/search/engine.ts'
import { readdirSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { startServer, type LocalServer } from '../../tools/steps/local-server.ts'
import { expect, ready, synced, test } from './app.ts'
import { accessStore, type StoreAccess } from './store-access.ts'

type Saving = Result<Saved>
const title = (en: string, ar?: string) => ({ orig: 'en', t: { en: { text: en, state: 'original' }, ...(ar ? { ar: { text: ar, state: 'human' } } : {}) } })
const refOf = (saving: Saving): string => {
  if (!saving.ok) throw new Error(saving.error.type)
  return saving.value.ref
}
const fieldOf = async (store: StoreAccess, ref: string, field: string): Promise<unknown> => ((await store<Held[]>('get', [ref]))[0]?.record as Record<string, unknown> | undefined)?.[field]
const pending = async (store: StoreAccess) => (await store<SyncState>('state')).pending

/** A server that comes back under its address: on a port that no other test takes meanwhile. */
interface Returning extends LocalServer {
  enrol(name: string): Promise<string>
  again(): Promise<void>
}
async function returningServer(data: string): Promise<Returning> {
  const port = await new Promise<number>((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => found(port))
    })
  })
  const start = async () => {
    const running = await startServer(data, '--port', String(port))
    stopLater.push(running)
    return running
  }
  let running = await start()
  return {
    url: running.url,
    command: (...args) => running.command(...args),
    stop: (signal) => running.stop(signal),
    enrol: async (name) => (await running.command<{ code: string }>('enrol', '--centre', 'HUB', '--name', name)).code,
    again: async () => { running = await start() },
  }
}
const stopLater: LocalServer[] = []
test.afterEach(async () => {
  for (const server of stopLater.splice(0)) await server.stop()
})

test.describe('two centres on one server', () => {
  test('see each other’s edits within a moment, and find them', async ({ open, server }) => {
    await server.importSample()
    const [a, b] = await Promise.all([open('a', '--server', server.url, '--enrol', await server.enrol('CASTTC', 'Li'), '--locale', 'zh'), open('b', '--server', server.url, '--enrol', await server.enrol('C-OM', 'Said'), '--locale', 'ar')])
    await Promise.all([synced(a.page, 200), synced(b.page, 200)])
    const [li, said] = [await accessStore(a.page), await accessStore(b.page)]
    await Promise.all([synced(a.page, 200), synced(b.page, 200)])

    const ref = refOf(await li<Saving>('create', 'offer', { title: title('Zyxomat solar still', 'مقطر شمسي زيكسومات'), country: 'CN', trl: 6, status: 'DRAFT' }, 'Li'))
    await expect.poll(() => fieldOf(said, ref, 'trl'), { timeout: 5000 }).toBe(6)
    await expect.poll(async () => (await said<SearchAnswer>('search', { query: 'زيكسومات', locale: 'ar' })).hits.map((h) => h.ref)).toEqual([ref])
    const since = Date.now()
    await li('change', ref, { trl: 7 }, 'Li')
    await expect.poll(() => fieldOf(said, ref, 'trl'), { timeout: 5000, intervals: [20] }).toBe(7)
    console.log(`an edit reached the other centre after ${Date.now() - since} ms`)
    // only the owner edits
    expect(await said<Saving>('change', ref, { trl: 1 }, 'Said')).toMatchObject({ ok: false, error: { type: 'not-mine' } })
    expect((await said<HistoryEntry[]>('history', ref)).map((h) => h.what)).toContain('received')

    // a deal is edited by both
    const deal = refOf(await li<Saving>('create', 'deal', { title: title('Stills for the coast'), centres: ['CASTTC', 'C-OM'], items: [ref], cooperation: ['pilot'] }, 'Li'))
    await expect.poll(() => fieldOf(said, deal, 'stage'), { timeout: 5000 }).toBe('lead')
    await said('change', deal, { 'notes/n1': { id: 'n1', text: 'نحتاج إلى زيارة الموقع', lang: 'ar', by: 'Said', at: '2026-11-22T10:00:00Z' } }, 'Said')
    await expect.poll(() => fieldOf(li, deal, 'notes'), { timeout: 5000 }).toMatchObject([{ text: 'نحتاج إلى زيارة الموقع' }])
  })

  test('lose nothing of what was written without a network, and send it once', async ({ open, folder }) => {
    const server = await returningServer(join(folder, 'server'))
    const a = await open('a', '--server', server.url, '--enrol', await server.enrol('Li'), '--no-sample')
    await synced(a.page)
    const li = await accessStore(a.page)
    await synced(a.page)
    await server.stop('SIGKILL')
    const made = refOf(await li<Saving>('create', 'offer', { title: title('Offline offer'), trl: 1, status: 'DRAFT' }, 'Li'))
    for (let trl = 2; trl <= 9; trl++) refOf(await li<Saving>('change', made, { trl }, 'Li'))
    expect(await pending(li)).toBe(9)
    await expect(a.page.locator('html')).toHaveAttribute('data-sync', 'offline')
    await a.kill()

    const again = await open('a', '--no-sample')
    const restarted = await accessStore(again.page)
    expect(await pending(restarted)).toBe(9)
    expect(await fieldOf(restarted, made, 'trl')).toBe(9)
    await server.again()
    await restarted('syncNow')
    await expect.poll(() => pending(restarted), { timeout: 20_000 }).toBe(0)
    await synced(again.page)
    // nine mutations, each applied once: a record's `rev` counts its changes
    expect(await fieldOf(restarted, made, 'rev')).toBe(8)
    const b = await open('b', '--server', server.url, '--enrol', await server.enrol('Second'), '--no-sample')
    await synced(b.page)
    const second = await accessStore(b.page)
    await expect.poll(() => fieldOf(second, made, 'trl')).toBe(9)
    expect((await second<CaravanRecord[]>('list', { kind: 'offer' })).length).toBe(1)
  })

  test('get a refused edit back with its reason, and both values of a conflict', async ({ open, folder }) => {
    const server = await returningServer(join(folder, 'server'))
    const [a, b] = await Promise.all([open('a', '--server', server.url, '--enrol', await server.enrol('Li'), '--no-sample'), open('b', '--server', server.url, '--enrol', await server.enrol('Ben'), '--no-sample', '--locale', 'en')])
    await Promise.all([synced(a.page), synced(b.page)])
    const [li, ben] = [await accessStore(a.page), await accessStore(b.page)]
    await Promise.all([synced(a.page), synced(b.page)])
    const ref = refOf(await li<Saving>('create', 'offer', { title: title('Contested'), trl: 3, status: 'DRAFT' }, 'Li'))
    const gone = refOf(await li<Saving>('create', 'offer', { title: title('To be withdrawn'), trl: 3, status: 'DRAFT' }, 'Li'))
    await expect.poll(() => fieldOf(ben, gone, 'trl')).toBe(3)
    await b.close()

    // Ben writes without a network what Li changes meanwhile
    const proxyless = await open('b', '--no-sample', '--locale', 'en')
    const later = await accessStore(proxyless.page)
    await synced(proxyless.page)
    await server.stop('SIGTERM')
    refOf(await later<Saving>('change', ref, { trl: 5 }, 'Ben'))
    refOf(await later<Saving>('change', gone, { trl: 5 }, 'Ben'))
    await proxyless.kill()
    await server.again()
    await li('syncNow')
    refOf(await li<Saving>('change', ref, { trl: 8 }, 'Li'))
    refOf(await li<Saving>('withdraw', gone, 'sold', 'Li'))
    await expect.poll(() => pending(li), { timeout: 20_000 }).toBe(0)

    const third = await open('b', '--no-sample', '--locale', 'en')
    const once = await accessStore(third.page)
    await expect.poll(async () => (await once<InboxItem[]>('inbox')).length, { timeout: 20_000 }).toBe(2)
    const items = await once<InboxItem[]>('inbox')
    expect(items.find((i) => i.kind === 'rejected')).toMatchObject({ ref: gone, code: 'gone', paths: [{ path: 'trl', mine: 5 }] })
    const conflict = items.find((i) => i.kind === 'conflict')!
    expect(conflict).toMatchObject({ ref, paths: [{ path: 'trl', mine: 5, theirs: 8 }] })
    expect(await fieldOf(once, ref, 'trl')).toBe(8)
    await third.page.evaluate(() => { location.hash = '#/sync' })
    await expect(third.page.getByText('To be withdrawn').first()).toBeVisible()

    // mine, sent again on top of theirs, reaches the other
    expect(await once<Saving>('settle', conflict.key, 'mine')).toMatchObject({ ok: true })
    await expect.poll(() => fieldOf(li, ref, 'trl'), { timeout: 10_000 }).toBe(5)
    expect((await once<InboxItem[]>('inbox')).map((i) => i.kind)).toEqual(['rejected'])
  })
})

test('a server killed in mid-push applies each edit once', async ({ open, folder }) => {
  test.setTimeout(180_000)
  const server = await returningServer(join(folder, 'server'))
  const a = await open('a', '--server', server.url, '--enrol', await server.enrol('Li'), '--no-sample')
  await synced(a.page)
  const li = await accessStore(a.page)
  await synced(a.page)
  const made = refOf(await li<Saving>('create', 'offer', { title: title('Counted'), trl: 1, status: 'DRAFT' }, 'Li'))
  const KILLS = 4
  let changes = 0
  let over = false
  const editing = (async () => {
    while (!over) {
      refOf(await li<Saving>('change', made, { 'summary/en': { text: `${++changes}`, state: 'original' } }, 'Li'))
      await a.page.waitForTimeout(20)
    }
  })()
  for (let kill = 0; kill < KILLS; kill++) {
    await a.page.waitForTimeout(300 + Math.random() * 700)
    await server.stop('SIGKILL')
    await server.again()
    await li('syncNow')
  }
  over = true
  await editing
  await li('syncNow')
  await expect.poll(() => pending(li), { timeout: 30_000 }).toBe(0)
  await synced(a.page)
  // a record's `rev` counts its accepted changes
  expect(await fieldOf(li, made, 'rev')).toBe(changes)
  expect(await li<InboxItem[]>('inbox')).toEqual([])
  console.log(`${KILLS} kills of the server, ${changes} edits, each applied once`)
})

test('a wiped database is filled again from the journal and the server', async ({ open, folder, profileOf }) => {
  const server = await returningServer(join(folder, 'server'))
  const a = await open('a', '--server', server.url, '--enrol', await server.enrol('Li'), '--no-sample')
  await synced(a.page)
  const li = await accessStore(a.page)
  await synced(a.page)
  const sent = refOf(await li<Saving>('create', 'offer', { title: title('Sent'), trl: 4, status: 'DRAFT' }, 'Li'))
  await expect.poll(() => pending(li)).toBe(0)
  const records = (await li<SyncState>('state')).records
  await server.stop()
  const waiting = refOf(await li<Saving>('create', 'offer', { title: title('Waiting'), trl: 5, status: 'DRAFT' }, 'Li'))
  await a.kill()
  const wiped = readdirSync(profileOf('a'), { recursive: true }).filter((path) => String(path).endsWith('IndexedDB'))
  expect(wiped.length).toBeGreaterThan(0)
  for (const path of wiped) rmSync(join(profileOf('a'), String(path)), { recursive: true })

  const again = await open('a', '--no-sample')
  const store = await accessStore(again.page)
  expect(await fieldOf(store, waiting, 'trl')).toBe(5)
  expect(await fieldOf(store, sent, 'trl')).toBe(4)
  expect((await store<SyncState>('state')).enrolled).toBe(true)
  await server.again()
  await store('syncNow')
  await expect.poll(() => pending(store), { timeout: 20_000 }).toBe(0)
  await synced(again.page, records + 1)
  expect(await fieldOf(store, waiting, 'rev')).toBe(0)
})

test('an app killed twenty times while it edits loses nothing that it acknowledged', async ({ open }) => {
  test.setTimeout(150_000)
  const KILLS = 20
  const acknowledged = new Map<string, number>()
  /** asked, and the app killed before the answer: either value may stand */
  const maybe = new Map<string, [number, number]>()
  let app = await open('a', '--no-sample')
  for (let round = 0; round < KILLS; round++) {
    await ready(app.page)
    const store = await accessStore(app.page)
    for (const [ref, trl] of acknowledged) expect(await fieldOf(store, ref, 'trl')).toBe(trl)
    const busy = (async () => {
      for (;;) {
        const made = await store<Saving>('create', 'offer', { title: title(`Round ${round}`), trl: 1 }, 'Li')
        const ref = refOf(made)
        acknowledged.set(ref, 1)
        for (let trl = 2; trl <= 9; trl++) {
          const before = acknowledged.get(ref)!
          acknowledged.delete(ref)
          maybe.set(ref, [before, trl])
          refOf(await store<Saving>('change', ref, { trl }, 'Li'))
          maybe.delete(ref)
          acknowledged.set(ref, trl)
        }
      }
    })()
    await Promise.race([busy.catch(() => {}), app.page.waitForTimeout(150 + Math.random() * 350)])
    await Promise.all([app.kill(), busy.catch(() => {})])
    app = await open('a', '--no-sample')
  }
  const store = await accessStore(app.page)
  for (const [ref, trl] of acknowledged) expect(await fieldOf(store, ref, 'trl')).toBe(trl)
  for (const [ref, either] of maybe) expect(either).toContain(await fieldOf(store, ref, 'trl'))
  console.log(`${KILLS} kills, ${acknowledged.size + maybe.size} records, ${[...acknowledged.values()].reduce((n, trl) => n + trl, 0)} acknowledged edits, 0 lost`)
})
