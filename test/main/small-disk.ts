import { spawnSync } from 'node:child_process'
import { onTestFinished } from 'vitest'
import { testFolder } from './folder.ts'

/** A disk of `kilobytes`, or the reason why there is none: mounting takes root. */
export function smallDisk(kilobytes: number): { dir: string } | { reason: string } {
  if (process.getuid?.() !== 0) return { reason: 'mounting a tmpfs takes root' }
  const dir = testFolder()
  const done = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', dir], { encoding: 'utf8' })
  if (done.status !== 0) return { reason: `mount: ${done.stderr ?? done.error?.message}` }
  onTestFinished(() => { spawnSync('umount', [dir]) })
  return { dir }
}
