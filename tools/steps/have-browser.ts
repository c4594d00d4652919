/** A browser for the tests and for the app without Electron: found, or brought, or told how to get one. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findBrowser, onPath } from '../chromium-runtime/browser.ts'
import { say, seconds } from './progress.ts'
import { at, ROOT } from './root.ts'

const HOW = `Caravan needs a Chromium, Chrome or Edge, and none is here.
  Debian, Ubuntu:  apt-get install chromium-headless-shell chromium
  others:          install Google Chrome or Microsoft Edge, or run: npx playwright install chromium
  elsewhere:       CARAVAN_BROWSER=/path/to/the/browser npm test`

export function haveBrowser(headless: boolean): string {
  const named = process.env['CARAVAN_BROWSER']
  if (named && !existsSync(named)) throw new Error(`CARAVAN_BROWSER names ${named}, and there is no such file: correct it, or unset it to let Caravan find a browser.`)
  const found = findBrowser(headless) ?? bring(headless)
  if (found) return found
  throw new Error(HOW)
}

function bring(headless: boolean): string | undefined {
  const since = Date.now()
  const quietly = (command: string, args: string[]) => spawnSync(command, args, { cwd: ROOT, stdio: ['ignore', 'ignore', 2] }).status === 0
  if (isDebianRoot()) {
    const name = headless ? 'chromium-headless-shell' : 'chromium'
    say(`no browser: apt-get install ${name}`)
    if (quietly('apt-get', ['update', '-qq']) && quietly('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name])) say(`${name} is there (${seconds(since)})`)
  } else {
    say('no browser: playwright install chromium')
    quietly(process.execPath, [at('node_modules/playwright/cli.js'), 'install', ...(headless ? ['--only-shell'] : []), 'chromium'])
  }
  return findBrowser(headless)
}

/** The dossier's tests read PDFs back. */
export function havePoppler(): boolean {
  const there = () => onPath(['pdftotext']) !== undefined
  if (!there() && isDebianRoot()) spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'poppler-utils'], { stdio: ['ignore', 'ignore', 2] })
  return there()
}

const isDebianRoot = (): boolean => process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
