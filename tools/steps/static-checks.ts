/** Checks that read the sources and run nothing of them. Each counts as one test. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { tool } from './processes.ts'
import { at, ROOT } from './root.ts'

export interface Check {
  name: string
  /** true: passed */
  run(): Promise<boolean>
}

const passes = async (name: string, ...args: string[]): Promise<boolean> => (await tool(name, ...args)) === 0

export const STATIC_CHECKS: readonly Check[] = [
  { name: 'types (tsc)', run: () => passes('tsc', '-b') },
  { name: 'lint (oxlint, type-aware)', run: () => passes('oxlint', '--type-aware', '--quiet') },
  { name: 'styles (stylelint: logical properties)', run: () => passes('stylelint', 'src-renderer/**/*.css') },
  { name: 'dead code (knip)', run: () => passes('knip', '--no-progress') },
  { name: 'lockfile (npm ci --dry-run)', run: lockfile },
]

/** npm drops a package it cannot resolve from the lock, and `npm ci` elsewhere then calls the lock stale. No registry's address belongs in it. */
async function lockfile(): Promise<boolean> {
  if (/"resolved":\s*"https?:/.test(readFileSync(at('package-lock.json'), 'utf8'))) {
    console.error('package-lock.json names a registry: see .npmrc, omit-lockfile-registry-resolved')
    return false
  }
  return spawnSync('npm', ['ci', '--dry-run', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: ROOT, stdio: ['ignore', 'ignore', 2], shell: process.platform === 'win32' }).status === 0
}
