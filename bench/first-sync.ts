/** The real records of `real-data.ts`, from a server to a fresh profile of the built app, and searched there in four languages. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { SyncState } from '../src-renderer/store/api.ts'
import type { SearchAnswer } from '../src-core/search/engine.ts'
import { accessStore, type StoreAccess } from '../test/e2e/store-access.ts'
import { launch } from '../tools/chromium-runtime/launch.ts'
import { startServer } from '../tools/steps/local-server.ts'
import { absent, writeRealRecords } from './real-data.ts'

const QUERIES = { en: ['scientists', 'solar cells', 'water treatment', 'government said', 'univ'], zh: ['科学家', '研究', '大学', '政府表示', '水'], ar: ['العلماء', 'جامعة', 'الحكومة', 'مياه', 'بحث'], he: ['מדענים', 'אוניברסיטה', 'הממשלה', 'מים', 'מחקר'] } as const
const ROUNDS = 20

const given = parseArgs({ allowPositionals: true }).positionals[0]
const file = given ?? join(import.meta.dirname, '../.cache/bench/real.jsonl')
const why = given ? (existsSync(given) ? undefined : `${given} is not there`) : absent()
if (why) {
  console.error(why)
  process.exitCode = 1
} else setImmediate(() => void measure().then(() => process.exit(), (error: unknown) => { console.error(error); process.exit(1) }))

async function measure() {
  if (!given) await writeRealRecords(file)
  const folder = mkdtempSync(join(tmpdir(), 'caravan-first-sync-'))
  const server = await startServer(join(folder, 'server'))
  const show = (name: string, value: string) => console.log(`| ${name} | ${value} |`)
  try {
    const imported = await server.command<{ imported: number }>('import', file)
    const { code } = await server.command<{ code: string }>('enrol', '--centre', 'HUB', '--name', 'Bench')
    console.log(`Chromium runtime, ${availableParallelism()} cores, load ${loadavg()[0]!.toFixed(1)}, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}\n\n| what | measured |\n|---|---|`)
    show('records imported', String(imported.imported))
    const app = await launch({ profile: join(folder, 'profile'), args: ['--no-sample', '--locale', 'en'] })
    const store = await accessStore(app.page)
    const began = performance.now()
    const since = () => `${((performance.now() - began) / 1000).toFixed(2)} s`
    await app.page.evaluate(([url, code]) => (window as unknown as { caravan: { call(m: string, i: unknown): Promise<unknown> } }).caravan.call('server.enrol', { url, code, name: 'Bench' }), [server.url, code] as const)
    void store('joined')
    await until(async () => (await find(store, 'en', 'scientists')).total > 0 || (await find(store, 'en', 'solar')).total > 0)
    show('first useful search, from the code typed', since())
    await until(async () => { const s = await store<SyncState>('state'); return s.status === 'idle' && s.records > imported.imported })
    const { records, cursor } = await store<SyncState>('state')
    show('everything here', `${since()}: ${records} records, cursor ${cursor}`)
    await until(async () => (await find(store, 'en', '')).total >= records)
    show('everything searchable', since())
    console.log('\n| language | queries | median hits | engine p50 ms | p95 ms | page to worker and back p50 ms | p95 ms | on the screen p50 ms | max ms |\n|---|---|---|---|---|---|---|---|---|')
    for (const [locale, queries] of Object.entries(QUERIES)) await searched(app.page, store, locale, queries)
    await app.kill()
    const again = performance.now()
    const second = await launch({ profile: join(folder, 'profile'), args: ['--locale', 'en'] })
    await second.page.waitForFunction((n) => document.documentElement.dataset['ready'] !== undefined && Number(document.documentElement.dataset['records']) >= n, records)
    console.log(`\nA second start, after a kill, shows its ${records} records after ${((performance.now() - again) / 1000).toFixed(2)} s.`)
    await second.close()
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const find = (store: StoreAccess, locale: string, query: string) => store<SearchAnswer>('search', { query, locale, limit: 20 })
async function until(holds: () => Promise<boolean>) {
  while (!(await holds())) await new Promise((r) => setTimeout(r, 20))
}
const quantile = (values: number[], q: number) => values.toSorted((a, b) => a - b)[Math.floor(q * (values.length - 1))]!.toFixed(1)

async function searched(page: Awaited<ReturnType<typeof launch>>['page'], store: StoreAccess, locale: string, queries: readonly string[]) {
  const [engine, way, screen, hits]: [number[], number[], number[], number[]] = [[], [], [], []]
  for (let round = 0; round < ROUNDS; round++) for (const query of queries) {
    const from = performance.now()
    const answer = await find(store, locale, query)
    way.push(performance.now() - from)
    engine.push(answer.ms)
    hits.push(answer.total)
  }
  for (const query of queries) screen.push(await shown(page, query))
  console.log(`| ${locale} | ${queries.length * ROUNDS} | ${quantile(hits, 0.5).replace('.0', '')} | ${quantile(engine, 0.5)} | ${quantile(engine, 0.95)} | ${quantile(way, 0.5)} | ${quantile(way, 0.95)} | ${quantile(screen, 0.5)} | ${quantile(screen, 1)} |`)
}

/** From the route to the rows that answer it, frame painted. */
const shown = (page: Awaited<ReturnType<typeof launch>>['page'], query: string) => page.evaluate((query) => new Promise<number>((done) => {
  const from = performance.now()
  location.hash = `#/catalogue?q=${encodeURIComponent(query)}`
  const look = () => (document.querySelector('[data-query]')?.getAttribute('data-query') === query ? done(performance.now() - from) : requestAnimationFrame(look))
  look()
}), query)
