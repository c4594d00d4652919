/** Times the in-memory search on generated records, in Node: `node bench/search.ts [--records 3800,20000]`. Writes `bench/results/search.md`. */
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { createSearchEngine } from '../src-core/search/index-engine.ts'
import type { SearchEngine, SearchRequest } from '../src-core/search/engine.ts'
import { labelsFrom } from '../src-core/search/labels.ts'
import { LOCALES } from '../src-core/text/locale.ts'
import { records } from './generate.ts'
import { GAINS, MEANS, SITES, TOPICS } from './words.ts'

const SEED = 7
const ROUNDS = 5
const here = (path: string) => new URL(path, import.meta.url)
const labels = labelsFrom(Object.fromEntries(LOCALES.map((l) => [l, JSON.parse(readFileSync(here(`../locales/${l}/vocabulary.json`), 'utf8'))])))

/** Queries of each shape, in all four languages, from the words the records are made of. */
function queries(): Record<string, SearchRequest[]> {
  const phrases = LOCALES.flatMap((locale) => [...TOPICS.map((t) => t.words), ...MEANS, ...GAINS, ...SITES].map((w) => ({ locale, text: w[locale] })))
  const word = (text: string, locale: string) => (locale === 'zh' ? text.slice(0, 2) : text.split(' ').reduce((a, b) => (b.length > a.length ? b : a)))
  const one = phrases.map(({ locale, text }) => ({ query: `${word(text, locale)} `, locale }))
  return {
    'one word': one,
    'whole phrase (AND)': phrases.map(({ locale, text }) => ({ query: `${text} `, locale })),
    'prefix while typing': phrases.map(({ locale, text }) => ({ query: word(text, locale).slice(0, 3), locale })),
    'word, filter and facets': one.map((q) => ({ ...q, kinds: ['offer' as const], filters: { country: ['CN'], trl: ['7', '8'] } })),
    'quoted phrase': phrases.filter((_, k) => k % 8 === 0).map(({ locale, text }) => ({ query: `“${text}”`, locale })),
    'question (OR)': phrases.map(({ locale, text }, k) => ({ query: `${text} ${phrases[(k * 7) % phrases.length]!.text}?`, locale })),
    'everything, by date': [{ query: '', locale: 'en', sort: 'updated' }],
  }
}

const percentile = (times: readonly number[], p: number): number => [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * p))]!
const ms = (x: number): string => (x < 10 ? x.toFixed(2) : x.toFixed(0))

function measure(count: number): string[] {
  const all = [...records(count, SEED)]
  const bytes = all.reduce((sum, r) => sum + Buffer.byteLength(JSON.stringify(r)), 0)
  globalThis.gc?.()
  const heap = process.memoryUsage().heapUsed
  const engine: SearchEngine = createSearchEngine({ labels, now: () => performance.now() })
  const started = performance.now()
  for (let at = 0; at < all.length; at += 500) engine.put(all.slice(at, at + 500))
  const indexed = performance.now() - started
  globalThis.gc?.()
  const held = (process.memoryUsage().heapUsed - heap) / 1e6
  const first = performance.now()
  engine.search({ query: 'energy', locale: 'en' })
  const lines = [`## ${count.toLocaleString('en')} records, ${(bytes / 1e6).toFixed(1)} MB as JSON`, '', `- indexed in ${ms(indexed)} ms (${Math.round((count / indexed) * 1000).toLocaleString('en')} records/s), ${held.toFixed(0)} MB of heap beside the records; first query ${ms(performance.now() - first)} ms`]
  const edits = Array.from({ length: 50 }, (_, k) => {
    const start = performance.now()
    engine.put([{ ...all[(k * 61) % count]!, rev: 99 }])
    engine.search({ query: 'energy', locale: 'en', limit: 20 })
    return performance.now() - start
  })
  lines.push(`- an edit put and the next query answered: p50 ${ms(percentile(edits, 0.5))}, p95 ${ms(percentile(edits, 0.95))} ms`, '', '| query | n | median hits | p50 ms | p95 ms | max ms |', '|---|---|---|---|---|---|')
  for (const [name, list] of Object.entries(queries())) {
    const times: number[] = []
    const totals: number[] = []
    for (let round = 0; round < ROUNDS; round++) for (const request of list) {
      const start = performance.now()
      const answer = engine.search({ ...request, limit: 20 })
      times.push(performance.now() - start)
      totals.push(answer.total)
    }
    lines.push(`| ${name} | ${list.length} | ${percentile(totals, 0.5)} | ${ms(percentile(times, 0.5))} | ${ms(percentile(times, 0.95))} | ${ms(percentile(times, 1))} |`)
  }
  return [...lines, '']
}

const { values } = parseArgs({ options: { records: { type: 'string', default: '3800,20000' } } })
const report = ['# Search in memory, measured', '', `\`node --expose-gc bench/search.ts\` on Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${new Date().toISOString().slice(0, 10)}. Generated records (seed ${SEED}), labels of all codes in four languages indexed, 20 hits with reasons and eight exact facets an answer, ${ROUNDS} rounds. The machine was shared: p50 is the figure to compare.`, '']
for (const count of values.records.split(',').map(Number)) report.push(...measure(count))
writeFileSync(here('results/search.md'), `${report.join('\n')}`)
process.stdout.write(`${report.join('\n')}\n`)
