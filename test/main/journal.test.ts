import { spawn } from 'node:child_process'
import { appendFileSync, fdatasync, readFileSync, rmSync, statSync, write, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { journalHolder } from '../../src-main/journal-holder.ts'
import { openJournal, type Journal, type JournalDisk } from '../../src-main/journal.ts'
import { testFolder } from './folder.ts'
import { smallDisk } from './small-disk.ts'

const opened = (file: string, disk?: JournalDisk, hangingMs?: number): Journal => {
  const result = openJournal(file, disk ?? { write, fdatasync }, hangingMs)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
const entry = (i: number | string) => ({ t: 'edit', body: { i, text: 'تحلية 海水 \n מים' } })
const JOURNAL = pathToFileURL(join(import.meta.dirname, '../../src-main/journal.ts')).href

test('J1-J3: a thousand entries asked for at once are numbered in order, chained, and read back', async () => {
  const file = join(testFolder(), 'a', 'edits.jsonl')
  const journal = opened(file)
  const acks = await Promise.all(Array.from({ length: 1000 }, (_, i) => journal.append([entry(i)])))
  expect(acks.every((a, i) => a.ok && a.value.seq === i + 1)).toBe(true)
  const group = await journal.append([entry('x'), entry('y')])
  expect(group).toMatchObject({ ok: true, value: { seq: 1002, hash: journal.head } })
  expect(journal.read(999, 2).map((l) => [l.seq, l.entry])).toEqual([[1000, entry(999)], [1001, entry('x')]])
  expect(journal.read(1002, 10)).toEqual([])
  journal.close()
  const again = opened(file)
  expect([again.seq, again.head]).toEqual([1002, journal.head])
  expect(again.read(0, 2000)).toHaveLength(1002)
  again.close()
})

test('J4: a torn tail is cut off, a whole line without its newline is kept', async () => {
  const file = join(testFolder(), 'edits.jsonl')
  const a = opened(file)
  await a.append([entry(1), entry(2)])
  a.close()
  appendFileSync(file, '0123456789abcdef {"half":')
  const b = opened(file)
  expect([b.seq, b.tornBytes]).toEqual([2, 25])
  await b.append([entry(3)])
  b.close()
  writeFileSync(file, readFileSync(file).subarray(0, -1))
  const c = opened(file)
  expect([c.seq, c.tornBytes]).toEqual([3, 0])
  await c.append([entry(4)])
  c.close()
  const d = opened(file)
  expect(d.read(0, 10).map((l) => (l.entry.body as { i: number }).i)).toEqual([1, 2, 3, 4])
  d.close()
})

test('J4: every single flipped bit is noticed, and the file is left as it is', async () => {
  const file = join(testFolder(), 'edits.jsonl')
  const journal = opened(file)
  await journal.append(Array.from({ length: 20 }, (_, i) => entry(i)))
  journal.close()
  const sound = readFileSync(file)
  const unnoticed: number[] = []
  for (let at = 0; at < sound.length; at++) {
    const damaged = Buffer.from(sound)
    damaged[at]! ^= 1 << (at % 8)
    writeFileSync(file, damaged)
    const result = openJournal(file)
    if (result.ok) { unnoticed.push(at); result.value.close() } else {
      expect(result.error.type).toBe('journal-damaged')
      expect(readFileSync(file).equals(damaged)).toBe(true)
    }
  }
  expect(unnoticed).toEqual([])
})

test('J2: killed twenty times while it writes, it loses nothing that was acknowledged', async () => {
  const file = join(testFolder(), 'edits.jsonl')
  let acknowledged = 0
  for (let round = 0; round < 20; round++) {
    const kid = spawn(process.execPath, ['--input-type=module', '-e', `
      import { openJournal } from ${JSON.stringify(JOURNAL)}
      const { value: journal } = openJournal(${JSON.stringify(file)}); let i = 0
      for (;;) await Promise.all(Array.from({ length: 4 }, async () => { const i2 = '${round}-' + i++; const a = await journal.append([{ t: 'edit', body: { i: i2, pad: 'x'.repeat(600) } }]); if (a.ok) process.stdout.write(i2 + '\\n') }))
    `], { stdio: ['ignore', 'pipe', 'inherit'] })
    let out = ''
    kid.stdout.on('data', (d: Buffer) => { out += d.toString() })
    await once(kid.stdout, 'data')
    await new Promise((r) => setTimeout(r, 20 + Math.random() * 80))
    kid.kill('SIGKILL')
    await once(kid.stdout, 'close')
    const journal = opened(file)
    const kept = new Set<unknown>()
    for (let after = 0; after < journal.seq; ) { const lines = journal.read(after, 2000); for (const l of lines) kept.add((l.entry.body as { i: unknown }).i); after = lines.at(-1)!.seq }
    const told = out.split('\n').slice(0, -1)
    acknowledged += told.length
    expect(told.filter((i) => !kept.has(i))).toEqual([])
    journal.close()
  }
  expect(acknowledged).toBeGreaterThan(100)
}, 60_000)

test('J5: after a failed fdatasync it refuses until it is opened again', async () => {
  const file = join(testFolder(), 'edits.jsonl')
  let failing = false
  const disk = { write, fdatasync: ((fd: number, done: (e: Error | null) => void) => (failing ? done(Object.assign(new Error('io'), { code: 'EIO' })) : fdatasync(fd, done))) as typeof fdatasync }
  const journal = opened(file, disk)
  expect((await journal.append([entry(1)])).ok).toBe(true)
  failing = true
  expect(await journal.append([entry(2)])).toMatchObject({ ok: false, error: { type: 'write-failed', values: { code: 'EIO' } } })
  failing = false
  expect(await journal.append([entry(3)])).toMatchObject({ ok: false, error: { type: 'journal-broken' } })
  journal.close()
  const again = opened(file)
  expect((await again.append([entry(4)])).ok).toBe(true)
  again.close()
})

test('J5: a write that hangs is a failure, and the file is not opened again under it', async () => {
  const file = join(testFolder(), 'edits.jsonl')
  let release: (() => void) | undefined
  const hanging = { write, fdatasync: ((fd: number, done: (e: Error | null) => void) => { release = () => fdatasync(fd, done) }) as typeof fdatasync }
  let opens = 0
  const holder = journalHolder(file, (f) => openJournal(f, opens++ === 0 ? hanging : { write, fdatasync }, 30))
  expect(await holder.append([entry(1)])).toMatchObject({ ok: false, error: { type: 'write-failed', values: { code: 'HANGING' } } })
  expect(await holder.append([entry(2)])).toMatchObject({ ok: false, error: { type: 'journal-broken' } })
  release!()
  await expect.poll(async () => (await holder.append([entry(3)])).ok).toBe(true)
  const read = await holder.read(0, 10)
  // the first entry was refused and is there all the same (J6)
  expect(read.ok && read.value.lines.map((l) => (l.entry.body as { i: number }).i)).toEqual([1, 3])
  holder.close()
})

test('a full disk is said so, costs nothing acknowledged, and is left behind when there is space again', async ({ skip }) => {
  const disk = smallDisk(256)
  if ('reason' in disk) return skip(disk.reason)
  const file = join(disk.dir, 'edits.jsonl')
  const holder = journalHolder(file)
  let saved = 0
  let answer = await holder.append([entry(0)])
  for (; answer.ok && saved < 1000; answer = await holder.append([{ t: 'edit', body: 'x'.repeat(3000) }])) saved++
  expect(answer).toEqual({ ok: false, error: { type: 'disk-full' } })
  expect(saved).toBeGreaterThan(50)
  const before = await holder.read(0, 2000)
  expect(before.ok && before.value.head).toBe(saved)
  expect((await holder.append([{ t: 'edit', body: 'x'.repeat(200_000) }])).ok).toBe(false)
  expect(statSync(file).size).toBeLessThanOrEqual(256 * 1024)
  const { spawnSync } = await import('node:child_process')
  spawnSync('mount', ['-o', 'remount,size=2048k', disk.dir])
  await holder.append([entry('one may be refused: it says the journal was broken')])
  expect((await holder.append([entry('after')])).ok).toBe(true)
  const after = await holder.read(saved, 10)
  expect(after.ok && after.value.lines.at(-1)?.entry.body).toMatchObject({ i: 'after' })
  holder.close()
  rmSync(file)
})

test('an entry too large for the bridge is refused before it is written', async () => {
  const file = join(testFolder(), 'edits.jsonl')
  const journal = opened(file)
  expect(await journal.append([{ t: 'edit', body: 'x'.repeat(20_000_000) }])).toMatchObject({ ok: false, error: { type: 'too-large' } })
  expect((await journal.append([entry(1)])).ok).toBe(true)
  expect(journal.seq).toBe(1)
  journal.close()
})
