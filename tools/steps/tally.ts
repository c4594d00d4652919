/** What passed, what failed, what was skipped and why, over all runners. */
import { existsSync, readFileSync } from 'node:fs'
import { say } from './progress.ts'

export class Tally {
  passed = 0
  readonly failures: string[] = []
  readonly skipped: string[] = []

  note(name: string, passed: boolean): void {
    if (passed) this.passed++
    else this.failures.push(name)
    say(`${passed ? 'passed' : 'FAILED'}: ${name}`)
  }

  /** Reads vitest's JSON report; a file that could not even be loaded is one failure. */
  addVitest(file: string): void {
    const report = read<{ testResults: { name: string; status: string; assertionResults: { fullName: string; status: string }[] }[] }>(file)
    if (!report) return void this.failures.push('vitest left no report')
    for (const { name, status, assertionResults } of report.testResults) {
      for (const test of assertionResults) this.#add(`${shortOf(name)}: ${test.fullName}`, test.status === 'passed' ? 'passed' : test.status === 'failed' ? 'failed' : 'skipped')
      if (status === 'failed' && !assertionResults.some((test) => test.status === 'failed')) this.failures.push(`${shortOf(name)}: the file could not be run`)
    }
  }

  addPlaywright(file: string): void {
    const report = read<{ suites: Suite[]; errors: { message?: string }[] }>(file)
    if (!report) return void this.failures.push('playwright left no report')
    for (const { message } of report.errors) this.failures.push(`playwright: ${message?.split('\n')[0] ?? 'error'}`)
    const walk = (suite: Suite, path: string): void => {
      const here = [path, suite.title].filter(Boolean).join(': ')
      for (const spec of suite.specs) for (const test of spec.tests) this.#add(`${here}: ${spec.title}${reason(test)}`, test.status === 'skipped' ? 'skipped' : test.status === 'expected' ? 'passed' : 'failed')
      for (const inner of suite.suites ?? []) walk(inner, here)
    }
    for (const suite of report.suites) walk(suite, '')
  }

  #add(name: string, outcome: 'passed' | 'failed' | 'skipped'): void {
    if (outcome === 'passed') this.passed++
    else this[outcome === 'failed' ? 'failures' : 'skipped'].push(name)
  }

  /** The last line is the one others read. */
  close(): number {
    for (const name of this.skipped) console.log(`skipped: ${name}`)
    for (const name of this.failures) console.log(`failed: ${name}`)
    console.log(`${this.passed} passed, ${this.failures.length} failed`)
    return this.failures.length === 0 && this.passed > 0 ? 0 : 1
  }
}

interface Test {
  status: string
  annotations: { type: string; description?: string }[]
}
interface Suite {
  title: string
  specs: { title: string; tests: Test[] }[]
  suites?: Suite[]
}

const reason = ({ status, annotations }: Test): string => (status === 'skipped' ? ` (${annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description ?? 'no reason given'})` : '')
const shortOf = (file: string): string => file.replace(/^.*\/test\//, 'test/')
const read = <T>(file: string): T | undefined => (existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : undefined)
