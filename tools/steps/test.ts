/** `npm test`: everything, ending with one line `N passed, N failed`. What fails does not keep the rest from running. */
import { mkdirSync, rmSync } from 'node:fs'
import { build } from './build.ts'
import { haveBrowser, havePoppler } from './have-browser.ts'
import { endAll, endOnSignals, tool } from './processes.ts'
import { say, timed } from './progress.ts'
import { at } from './root.ts'
import { STATIC_CHECKS } from './static-checks.ts'
import { Tally } from './tally.ts'

const VITEST = at('.cache/test/vitest.json')
const PLAYWRIGHT = at('.cache/test/playwright.json')

export async function run(args: string[]): Promise<number> {
  return runTests({ all: true, filter: args })
}

/** `all: false` leaves out what needs a browser. */
export async function runTests({ all, filter }: { all: boolean; filter: string[] }): Promise<number> {
  endOnSignals()
  const tally = new Tally()
  rmSync(at('.cache/test'), { recursive: true, force: true })
  mkdirSync(at('.cache/test'), { recursive: true })
  try {
    if (all) {
      process.env['CARAVAN_BROWSER'] = haveBrowser(true)
      if (!havePoppler()) say('pdftotext is missing: tests that read PDFs back will say so (Debian: apt-get install poppler-utils)')
    }
    for (const check of STATIC_CHECKS) tally.note(check.name, await timed(check.name, check.run))
    if (all) tally.note('build', await built())
    await timed('unit and integration tests', () => tool('vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${VITEST}`, ...(all ? filter : ['--exclude', 'test/chromium-runtime/**'])))
    tally.addVitest(VITEST)
    if (all) {
      process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] = PLAYWRIGHT
      await timed('end-to-end tests', () => tool('playwright', 'test', '--reporter=list,json', ...filter))
      tally.addPlaywright(PLAYWRIGHT)
    }
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
    tally.failures.push(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error))
  } finally {
    await endAll()
  }
  return tally.close()
}

const built = (): Promise<boolean> => build({ always: true }).then(() => true, () => false)
