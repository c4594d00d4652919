/** The last line of `npm test` is what others believe: it must not count what did not pass. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Tally } from '../../tools/steps/tally.ts'

const lines: string[] = []
const report = (content: unknown): string => {
  const file = join(mkdtempSync(join(tmpdir(), 'caravan-tally-')), 'report.json')
  writeFileSync(file, JSON.stringify(content))
  return file
}
beforeEach(() => {
  lines.length = 0
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line))
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => vi.restoreAllMocks())

const vitest = (status: string, ...results: string[]) => ({ testResults: [{ name: '/x/test/a.test.ts', status, assertionResults: results.map((status, i) => ({ fullName: `t${i}`, status })) }] })
const playwright = (...statuses: string[]) => ({ errors: [], suites: [{ title: 'a.spec.ts', specs: statuses.map((status, i) => ({ title: `s${i}`, tests: [{ status, annotations: status === 'skipped' ? [{ type: 'skip', description: 'no display' }] : [] }] })) }] })

test('passed, failed and skipped are told apart', () => {
  const tally = new Tally()
  tally.note('types', true)
  tally.addVitest(report(vitest('passed', 'passed', 'passed', 'skipped')))
  tally.addPlaywright(report(playwright('expected', 'skipped')))
  expect(tally.close()).toBe(0)
  expect(lines).toEqual(['skipped: test/a.test.ts: t2', 'skipped: a.spec.ts: s1 (no display)', '4 passed, 0 failed'])
})
test('a failure anywhere fails the whole, and the last line counts it', () => {
  const tally = new Tally()
  tally.note('types', true)
  tally.note('lint', false)
  tally.addVitest(report(vitest('failed', 'passed', 'failed')))
  tally.addPlaywright(report(playwright('expected', 'unexpected', 'flaky')))
  expect(tally.close()).toBe(1)
  expect(lines.at(-1)).toBe('3 passed, 4 failed')
})
test('a file that could not be loaded, a runner without report and no test at all are failures', () => {
  const broken = new Tally()
  broken.addVitest(report(vitest('failed')))
  broken.addPlaywright('/nowhere/report.json')
  expect(broken.close()).toBe(1)
  expect(lines.at(-1)).toBe('0 passed, 2 failed')
  expect(new Tally().close()).toBe(1)
})
