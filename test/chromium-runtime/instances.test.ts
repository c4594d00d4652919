/** Several apps in one process, one app per profile, and what a SIGKILL leaves behind. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { launch } from '../../tools/chromium-runtime/launch.ts'

const main = join(import.meta.dirname, 'fixture/main.mjs')
const register = join(import.meta.dirname, '../../tools/chromium-runtime/register.mjs')
const made: string[] = []
const folder = (): string => {
  const path = mkdtempSync(join(tmpdir(), 'caravan-instances-'))
  made.push(path)
  return path
}
afterEach(() => made.splice(0).forEach((path) => rmSync(path, { recursive: true, force: true, maxRetries: 5 })))

const store = (value: string) => localStorage.setItem('kept', value)
const stored = () => localStorage.getItem('kept')

test('two apps in one process have two profiles and two windows', { timeout: 60_000 }, async () => {
  const [one, two] = await Promise.all([launch({ profile: folder(), main }), launch({ profile: folder(), main })])
  await one.page.evaluate(store, 'one')
  expect(await two.page.evaluate(stored)).toBe(null)
  expect(await one.page.evaluate(stored)).toBe('one')
  await one.close()
  expect(await two.page.title()).toBe('fixture')
  await two.close()
})

test('a second instance on one profile is refused', { timeout: 60_000 }, async () => {
  const profile = folder()
  const first = await launch({ profile, main })
  await expect(launch({ profile, main })).rejects.toThrow('is another one running')
  expect(await runAlone(profile)).toBe(0)
  expect(await first.page.title()).toBe('fixture')
  await first.close()
  const again = await launch({ profile, main })
  await again.close()
})

test('after kill() the profile opens again, with what was written', { timeout: 60_000 }, async () => {
  const profile = folder()
  const first = await launch({ profile, main })
  await first.page.evaluate(() => new Promise<void>((done, fail) => {
    const request = indexedDB.open('kept', 1)
    request.onupgradeneeded = () => request.result.createObjectStore('s').put('value', 'key')
    request.onsuccess = () => done()
    request.onerror = () => fail(request.error)
  }))
  await first.kill()
  const second = await launch({ profile, main })
  const value = await second.page.evaluate(() => new Promise((done) => {
    const request = indexedDB.open('kept', 1)
    request.onsuccess = () => { request.result.transaction('s').objectStore('s').get('key').onsuccess = (event) => done((event.target as IDBRequest).result) }
  }))
  expect(value).toBe('value')
  await second.close()
})

test('the lock of a process that is gone is taken over', { timeout: 60_000 }, async () => {
  const profile = folder()
  // A process id that lives, but began at another time than the holder did: ids are used again.
  writeFileSync(join(profile, 'lock'), JSON.stringify({ pid: 1, began: process.platform === 'linux' ? 'another time' : '', key: '' }))
  if (process.platform !== 'linux') writeFileSync(join(profile, 'lock'), JSON.stringify({ pid: 2 ** 30, began: '', key: '' }))
  const app = await launch({ profile, main })
  expect(JSON.parse(readFileSync(join(profile, 'lock'), 'utf8'))).toMatchObject({ pid: process.pid })
  await app.close()
})

test('a process of its own: SIGTERM ends it, and its browser with it', { timeout: 60_000 }, async () => {
  const profile = folder()
  const child = alone(profile)
  await loaded(child)
  child.kill('SIGTERM')
  expect(await new Promise((done) => child.on('exit', (code) => done(code)))).toBe(0)
  const again = await launch({ profile, main })
  await again.close()
})

test('a process of its own: SIGKILL takes its browser along', { timeout: 60_000 }, async () => {
  const profile = folder()
  const child = alone(profile)
  await loaded(child)
  child.kill('SIGKILL')
  await new Promise((done) => child.on('exit', done))
  const again = await launch({ profile, main })
  expect(await again.page.title()).toBe('fixture')
  await again.close()
})

const alone = (profile: string) => spawn(process.execPath, ['--import', register, main, `--profile=${profile}`, '--headless'], { cwd: tmpdir(), stdio: ['ignore', 'pipe', 'inherit'] })
const runAlone = (profile: string) => new Promise<number | null>((done) => alone(profile).on('exit', done))
const loaded = (child: ReturnType<typeof alone>) => new Promise<void>((done, fail) => {
  child.stdout.on('data', (data: Buffer) => data.includes('"loaded"') && done())
  child.on('exit', (code) => fail(new Error(`ended with ${code} before its window had loaded`)))
})
