/** Ranking on judged public sets that lie beside the checkout. The floors are those of their README (plain BM25), MRR@10. */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { CaravanRecord } from '../../../src-core/record/record.ts'
import { createSearchEngine } from '../../../src-core/search/index-engine.ts'
import type { Locale } from '../../../src-core/text/locale.ts'

const DATA = new URL('../../../../shared/data/', import.meta.url)
const here = existsSync(new URL('xquad/qrels.tsv', DATA))
const lines = (path: string) => readFileSync(new URL(path, DATA), 'utf8').trim().split('\n')
const rows = (path: string) => lines(path).map((line) => JSON.parse(line) as { id: string; title?: string; text: string })

function judge(set: string, lang: Locale): { mrr: number; recall: number } {
  const ml = (text: string) => ({ orig: lang, t: { [lang]: { text, state: 'original' } } })
  const engine = createSearchEngine()
  engine.put(rows(`${set}/docs.${lang}.jsonl`).map((d, n) => ({ id: d.id, kind: 'offer', ref: `R${n}`, owner: 'HUB', rev: 0, status: 'PUBLISHED', visibility: { level: 'public' }, createdAt: '', updatedAt: '', title: ml(d.title ?? ''), description: ml(d.text) }) as unknown as CaravanRecord))
  const relevant = new Map<string, Set<string>>()
  for (const line of lines(`${set}/qrels.tsv`)) {
    const [query, doc] = line.split('\t') as [string, string]
    relevant.set(query, (relevant.get(query) ?? new Set()).add(doc))
  }
  const queries = rows(`${set}/queries.${lang}.jsonl`).filter((q) => relevant.has(q.id))
  let mrr = 0
  let found = 0
  for (const query of queries) {
    const at = engine.search({ query: query.text, locale: lang, limit: 10 }).hits.findIndex((hit) => relevant.get(query.id)!.has(hit.id))
    if (at < 0) continue
    mrr += 1 / (at + 1)
    found++
  }
  return { mrr: mrr / queries.length, recall: found / queries.length }
}

describe.skipIf(!here)('retrieval (skipped where ../shared/data is not beside the checkout)', () => {
  test.each([
    ['arcd', 'ar', 0.817], ['heq', 'he', 0.916], ['csl-zh', 'zh', 0.985], ['xquad', 'ar', 0.938], ['xquad', 'zh', 0.957], ['xquad', 'en', 0.95],
  ] as const)('%s %s: MRR@10 at least %d', (set, lang, floor) => {
    const { mrr, recall } = judge(set, lang)
    expect(mrr).toBeGreaterThanOrEqual(floor)
    expect(recall).toBeGreaterThan(0.96)
  })
})
