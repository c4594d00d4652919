import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeAtomic } from '../../src-main/atomic-file.ts'
import { writeFailure } from '../../src-main/failure.ts'
import { testFolder } from './folder.ts'

test('a file is replaced whole; a failed write leaves the old one and no rubbish', async () => {
  const dir = testFolder()
  const file = join(dir, 'a', 'x.json')
  await writeAtomic(file, 'one')
  await writeAtomic(file, 'two')
  expect(readFileSync(file, 'utf8')).toBe('two')
  mkdirSync(join(dir, 'taken'))
  await expect(writeAtomic(join(dir, 'taken'), 'x')).rejects.toMatchObject({ code: expect.stringMatching(/EISDIR|ENOTEMPTY|EPERM|EEXIST/) as unknown })
  expect(readdirSync(dir).sort()).toEqual(['a', 'taken'])
  expect(readdirSync(join(dir, 'a'))).toEqual(['x.json'])
})

test('a disk that hangs is a failure, and what was given up does not land later', async () => {
  const file = join(testFolder(), 'x.json')
  await writeAtomic(file, 'old')
  const hung = await writeAtomic(file, 'x'.repeat(50_000_000), 1).then(() => undefined, (e: unknown) => e)
  expect(writeFailure(hung)).toEqual({ ok: false, error: { type: 'write-failed', values: { code: 'HANGING' } } })
  await writeAtomic(file, 'new')
  await expect.poll(() => readdirSync(join(file, '..')), { timeout: 5000 }).toEqual(['x.json'])
  expect(readFileSync(file, 'utf8')).toBe('new')
})

test('only its user can read what is written', async ({ skip }) => {
  if (process.platform === 'win32') return skip('Windows has no such modes')
  const file = join(testFolder(), 'secret.bin')
  await writeAtomic(file, 'x')
  expect(spawnSync('stat', ['-c', '%a', file], { encoding: 'utf8' }).stdout.trim()).toBe('600')
})
