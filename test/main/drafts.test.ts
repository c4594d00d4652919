import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { draftStore } from '../../src-main/drafts.ts'
import { settingsStore } from '../../src-main/settings.ts'
import { testFolder } from './folder.ts'
import { smallDisk } from './small-disk.ts'

const at = (n: number) => `2026-11-22T10:00:0${n}.000Z`

test('drafts are put, listed newest first, replaced and removed; keys that differ by case stay two', async () => {
  const drafts = draftStore(testFolder())
  await drafts.put({ key: 'TO-CN-1', at: at(1), body: { title: 'مسودة' } })
  await drafts.put({ key: 'to-cn-1', at: at(2), body: { title: '草稿' } })
  await drafts.put({ key: 'TO-CN-1', at: at(3), body: { title: 'טיוטה' } })
  expect(await drafts.list()).toEqual({ ok: true, value: [{ key: 'TO-CN-1', at: at(3), body: { title: 'טיוטה' } }, { key: 'to-cn-1', at: at(2), body: { title: '草稿' } }] })
  await drafts.remove('TO-CN-1')
  await drafts.remove('not-there')
  const left = await drafts.list()
  expect(left.ok && left.value.map((d) => d.key)).toEqual(['to-cn-1'])
})

test('a kill while typing leaves the last whole draft', async () => {
  const dir = testFolder()
  const module = pathToFileURL(join(import.meta.dirname, '../../src-main/drafts.ts')).href
  for (let round = 0; round < 10; round++) {
    const kid = spawn(process.execPath, ['--input-type=module', '-e', `
      import { draftStore } from ${JSON.stringify(module)}
      const d = draftStore(${JSON.stringify(dir)})
      for (let i = 1; ; i++) { const a = await d.put({ key: 'k', at: '${at(1)}', body: { round: ${round}, i, text: 'x'.repeat(50000) } }); if (a.ok) process.stdout.write(i + '\\n') }
    `], { stdio: ['ignore', 'pipe', 'inherit'] })
    let out = ''
    kid.stdout.on('data', (b: Buffer) => { out += b.toString() })
    await once(kid.stdout, 'data')
    await new Promise((r) => setTimeout(r, Math.random() * 40))
    kid.kill('SIGKILL')
    await once(kid.stdout, 'close')
    const told = Number(out.trim().split('\n').at(-1))
    const list = await draftStore(dir).list()
    const body = list.ok ? (list.value[0]?.body as { round: number; i: number; text: string }) : undefined
    expect(body?.round).toBe(round)
    expect(body?.i).toBeGreaterThanOrEqual(told)
    expect(body?.text).toHaveLength(50000)
  }
  await draftStore(dir).put({ key: 'other', at: at(1), body: null })
  expect(readdirSync(join(dir, 'drafts')).filter((n) => n.endsWith('.tmp'))).toEqual([])
}, 30_000)

test('a damaged draft is left alone, a full disk keeps the old one', async ({ skip }) => {
  const dir = testFolder()
  const drafts = draftStore(dir)
  await drafts.put({ key: 'a', at: at(1), body: 1 })
  writeFileSync(join(dir, 'drafts', 'draft-b.json'), '{"key":"b", "at"')
  const list = await drafts.list()
  expect(list.ok && list.value.map((d) => d.key)).toEqual(['a'])
  const disk = smallDisk(128)
  if ('reason' in disk) return skip(disk.reason)
  const full = draftStore(disk.dir)
  expect((await full.put({ key: 'a', at: at(1), body: 'kept' })).ok).toBe(true)
  expect(await full.put({ key: 'a', at: at(2), body: 'x'.repeat(200_000) })).toEqual({ ok: false, error: { type: 'disk-full' } })
  const kept = await full.list()
  expect(kept.ok && kept.value[0]?.body).toBe('kept')
  expect(await full.put({ key: 'b', at: at(2), body: 'x'.repeat(20_000_000) })).toMatchObject({ ok: false, error: { type: 'too-large' } })
})

test('settings are laid over what is there; a damaged file is put aside, not fatal', async () => {
  const dir = testFolder()
  const settings = settingsStore(dir)
  expect(await settings.read()).toEqual({})
  await Promise.all([settings.write({ locale: 'he' }), settings.write({ theme: 'dark', 'of a newer version': [1] }), settings.write({ locale: 'ar' })])
  expect(await settings.read()).toEqual({ locale: 'ar', theme: 'dark', 'of a newer version': [1] })
  writeFileSync(join(dir, 'settings.json'), '{"locale":')
  expect(await settings.read()).toEqual({})
  expect(readdirSync(dir)).toContain('settings.json.damaged')
})
