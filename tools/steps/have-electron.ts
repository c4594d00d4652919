/** Electron's binary comes from a site that is blocked or slow for many: it is taken when it is there or can be had within seconds. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { say } from './progress.ts'
import { at } from './root.ts'

const PATIENCE_MS = 10_000
/** After a failure it is tried again only the next day: a second start shall take seconds. */
const FAILED = at('.cache/no-electron')
const today = () => new Date().toISOString().slice(0, 10)

export function electronBinary(): string | undefined {
  const there = () => (existsSync(at('node_modules/electron/path.txt')) ? at('node_modules/electron/dist', readFileSync(at('node_modules/electron/path.txt'), 'utf8').trim()) : undefined)
  if (there() || process.env['CARAVAN_NO_ELECTRON']) return process.env['CARAVAN_NO_ELECTRON'] ? undefined : there()
  if (existsSync(FAILED) && readFileSync(FAILED, 'utf8') === today()) return undefined
  say('asking for Electron (10 s at most) …')
  spawnSync(process.execPath, [at('node_modules/electron/install.js')], { stdio: 'ignore', timeout: PATIENCE_MS })
  if (!there()) writeFileSync(FAILED, today())
  return there()
}
