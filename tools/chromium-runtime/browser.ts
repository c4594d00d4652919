/** Which browser to run: the one named by CARAVAN_BROWSER, else one that is installed. */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'

/** The headless shell starts twice as fast, but shows no window. */
const HEADLESS = ['chromium-headless-shell', 'chrome-headless-shell']
const HEADED = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser', 'microsoft-edge', 'microsoft-edge-stable', 'brave-browser']

const MAC = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
const windows = () =>
  [process.env['ProgramFiles'], process.env['ProgramFiles(x86)'], process.env['LocalAppData']]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Chromium/Application/chrome.exe'), join(folder, 'Microsoft/Edge/Application/msedge.exe')])

export function onPath(names: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file))
}

export function findBrowser(headless: boolean): string | undefined {
  const named = process.env['CARAVAN_BROWSER']
  if (named) return named
  if (process.platform === 'darwin') return MAC.find((file) => existsSync(file)) ?? playwrights()
  if (process.platform === 'win32') return windows().find((file) => existsSync(file)) ?? playwrights()
  return onPath(headless ? [...HEADLESS, ...HEADED] : HEADED) ?? playwrights()
}

/** The one `playwright install chromium` puts into its own cache. */
function playwrights(): string | undefined {
  const file = chromium.executablePath()
  return existsSync(file) ? file : undefined
}
