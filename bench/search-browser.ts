/**
 * The same search engine inside Chromium, on the real public records (generated ones where the data are absent):
 * `node bench/search-browser.ts`. Writes `bench/results/search-browser.md`.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { build } from 'vite'
import { intake } from '../src-core/record/intake.ts'
import type { CaravanRecord } from '../src-core/record/record.ts'
import type { createSearchEngine as Create } from '../src-core/search/index-engine.ts'
import type { labelsFrom as From } from '../src-core/search/labels.ts'
import { LOCALES, type Locale } from '../src-core/text/locale.ts'
import { records } from './generate.ts'
import { absent, realRecords } from './real-data.ts'

interface Bundle {
  createSearchEngine: typeof Create
  labelsFrom: typeof From
}
interface Result {
  version: string
  indexMs: number
  firstMs: number
  times: number[]
  editTimes: number[]
  sample: { query: string; total: number; ms: number }[]
}
const here = (path: string) => new URL(path, import.meta.url)
const NOW = '2026-11-22T00:00:00.000Z'

async function catalogue(): Promise<{ name: string; list: CaravanRecord[] }> {
  if (absent()) return { name: 'generated', list: [...records(3800, 7)] }
  const list: CaravanRecord[] = []
  for (const line of realRecords()) {
    const taken = await intake(JSON.stringify(line), { digest: (text) => createHash('sha256').update(text).digest(), now: NOW })
    if (taken.status !== 'rejected') list.push(taken.record)
  }
  return { name: 'real', list }
}

async function bundle(): Promise<string> {
  const entry = 'virtual:search'
  const made = await build({
    configFile: false, logLevel: 'error', root: here('..').pathname,
    plugins: [{ name: 'entry', resolveId: (id) => (id === entry ? id : null), load: (id) => (id === entry ? `export { createSearchEngine } from '${here('../src-core/search/index-engine.ts').pathname}'\nexport { labelsFrom } from '${here('../src-core/search/labels.ts').pathname}'` : null) }],
    build: { write: false, minify: true, target: 'es2024', rollupOptions: { input: entry, preserveEntrySignatures: 'strict', output: { format: 'iife', name: 'search' } } },
  })
  const [first] = Array.isArray(made) ? made : [made]
  if (!first || !('output' in first)) throw new Error('nothing was bundled')
  return first.output.map((part) => ('code' in part ? part.code : '')).join('\n')
}

/** Words of the records themselves, of each language in turn, and what staff would type. */
function queriesOf(list: readonly CaravanRecord[]): { query: string; locale: Locale }[] {
  const drawn = list.flatMap((r, k) => (k % 29 === 0 ? LOCALES.flatMap((locale) => (r.title?.t[locale] ? [{ query: r.title.t[locale].text.slice(0, locale === 'zh' ? 4 : 14), locale }] : [])) : []))
  const typed: [string, Locale][] = [['energy storage', 'en'], ['海水淡化', 'zh'], ['储能', 'zh'], ['تحلية المياه', 'ar'], ['جامعة', 'ar'], ['אוניברסיטה', 'he'], ['התפלה', 'he'], ['以色列', 'zh'], ['robot', 'en'], ['s', 'en'], ['', 'en']]
  return [...typed.map(([query, locale]) => ({ query, locale })), ...drawn]
}

const executablePath = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync)
const { name, list } = await catalogue()
const queries = queriesOf(list)
const vocabularies = Object.fromEntries(LOCALES.map((l) => [l, JSON.parse(readFileSync(here(`../locales/${l}/vocabulary.json`), 'utf8'))]))
const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ['--no-sandbox'] })
const page = await browser.newPage()
await page.addScriptTag({ content: await bundle() })
const json = JSON.stringify(list)
const result: Result = await page.evaluate(({ json: text, queries: asked, vocabularies: words }) => {
  const { createSearchEngine, labelsFrom } = (globalThis as unknown as { search: Bundle }).search
  const all = JSON.parse(text) as CaravanRecord[]
  const timed = (work: () => void): number => {
    const start = performance.now()
    work()
    return performance.now() - start
  }
  const engine = createSearchEngine({ labels: labelsFrom(words), now: () => performance.now() })
  const indexMs = timed(() => engine.put(all))
  const firstMs = timed(() => engine.search({ query: 'energy', locale: 'en' }))
  const times = [1, 2, 3].flatMap(() => asked.map((q) => timed(() => engine.search({ ...q, limit: 20 }))))
  const editTimes = all.slice(0, 100).map((r) => timed(() => {
    engine.put([r])
    engine.search({ query: 'energy', locale: 'en', limit: 20 })
  }))
  const sample = asked.slice(0, 11).map((q) => {
    const answer = engine.search({ ...q, limit: 20 })
    return { query: q.query, total: answer.total, ms: answer.ms }
  })
  return { version: navigator.userAgent, indexMs, firstMs, times, editTimes, sample }
}, { json, queries, vocabularies })
const version = browser.version()
await browser.close()

const at = (times: readonly number[], p: number) => times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * p))]!.toFixed(1)
const report = [
  '# Search in memory, in Chromium', '',
  `\`node bench/search-browser.ts\`, Chromium ${version} headless, ${new Date().toISOString().slice(0, 10)}; ${list.length.toLocaleString('en')} ${name} records (${(json.length / 1e6).toFixed(1)} M characters of JSON). A shared machine of two cores.`, '',
  `- indexed in ${result.indexMs.toFixed(0)} ms (target: under 3,000); first query, term base included, ${result.firstMs.toFixed(0)} ms`,
  `- ${queries.length} queries, three rounds, 20 hits with reasons and all facets: p50 ${at(result.times, 0.5)} ms, p95 ${at(result.times, 0.95)} ms, max ${at(result.times, 1)} ms (target: under 20)`,
  `- an edit put and the next query answered: p50 ${at(result.editTimes, 0.5)} ms, p95 ${at(result.editTimes, 0.95)} ms`, '',
  '| query | records | ms |', '|---|---|---|', ...result.sample.map((s) => `| ${s.query || '(nothing)'} | ${s.total} | ${s.ms.toFixed(1)} |`), '',
]
writeFileSync(here('results/search-browser.md'), report.join('\n'))
process.stdout.write(`${report.join('\n')}\n`)
