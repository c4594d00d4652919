/** The commands side by side on one folder, as an operator uses them. */
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { reachable } from '../../src-server/postgres/account.ts'
import { alive, runningOn } from '../../src-server/postgres/postmaster.ts'
import { command, served } from './command-line.ts'
import { enrol } from './client.ts'
import { newFolder } from './postgres.ts'

const made: string[] = []
const folder = () => {
  const path = newFolder()
  made.push(path)
  return path
}
afterAll(() => { for (const path of made) rmSync(path, { recursive: true, force: true }) })
const file = (text: string) => {
  const path = `${folder()}.jsonl`
  made.push(path)
  writeFileSync(path, text)
  return path
}
const centre = file('{"kind":"centre","ref":"C-X","title":"X","centreKind":"node","countries":["CN"],"workingLanguages":["zh"]}\n')

describe('beside a running server', () => {
  it('import, enrol, devices, revoke; a long poll hears the import within two seconds; all ends with the server', async () => {
    const data = folder()
    const server = await served(data)
    expect(server.out()).toBe(`{"ready":true,"url":"${server.url}"}\n`)
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect(JSON.parse((await command(['import', centre, '--data', data])).out)).toEqual({ imported: 1, incomplete: 0, rejected: 0, rejects: null })
    const { code } = JSON.parse((await command(['enrol', '--centre', 'C-X', '--name', 'desk', '--data', data])).out) as { code: string }
    const device = await enrol(server.url, code)
    expect(device.enrolled).toMatchObject({ centre: 'C-X', centreName: 'X' })
    await device.sync()
    expect(device.held.size).toBe(2) // the hub, and X

    const waiting = device.pull('&wait=20').then((answer) => ({ answer, at: performance.now() }))
    await command(['import', file('{"kind":"offer","title":"x"}'), '--data', data])
    const imported = performance.now()
    const { answer, at } = await waiting
    expect(answer.body['rows']).toHaveLength(1)
    expect(at - imported).toBeLessThan(2000)

    expect(JSON.parse((await command(['devices', '--data', data])).out)).toMatchObject({ device: device.enrolled.device, centre: 'C-X', revoked: null })
    expect((await command(['revoke', '--device', device.enrolled.device, '--data', data])).out).toBe('{"revoked":true}\n')
    expect(await device.pull()).toMatchObject({ status: 403 })

    const engine = runningOn(data)!
    expect(await server.end('SIGTERM')).toBe(0)
    expect([alive(engine.pid), existsSync(engine.host)]).toEqual([false, false])
    expect(server.out().trim().split('\n')).toHaveLength(1)
  }, 60_000)

  it('a poll that waits does not hold up the end', async () => {
    const data = folder()
    const server = await served(data)
    const { code } = JSON.parse((await command(['enrol', '--centre', 'HUB', '--name', 'desk', '--data', data])).out) as { code: string }
    const device = await enrol(server.url, code)
    await device.sync()
    const waiting = device.pull('&wait=50')
    await new Promise((r) => setTimeout(r, 100))
    const at = performance.now()
    expect(await server.end('SIGINT')).toBe(0)
    expect(performance.now() - at).toBeLessThan(5000)
    expect((await waiting).status).toBe(200)
  }, 60_000)

  it('an engine that outlived a killed server is adopted, a killed engine is started again, and nothing is lost', async () => {
    const data = folder()
    const first = await served(data)
    await command(['import', centre, '--data', data])
    const engine = runningOn(data)!
    await first.end('SIGKILL')
    expect(alive(engine.pid)).toBe(true)
    const second = await served(data)
    expect(runningOn(data)!.pid).toBe(engine.pid)
    process.kill(engine.pid, 'SIGKILL')
    await second.end('SIGKILL')
    const third = await served(data)
    expect(runningOn(data)!.pid).not.toBe(engine.pid)
    expect((await command(['enrol', '--centre', 'C-X', '--name', 'desk', '--data', data])).code).toBe(0)
    expect(await third.end('SIGTERM')).toBe(0)
  }, 60_000)

  it('two servers started at once on a new folder share one engine', async () => {
    const data = folder()
    const [one, two] = await Promise.all([served(data), served(data)])
    const space = async (url: string) => ((await (await fetch(`${url}/v1/hello`)).json()) as { space: string }).space
    expect(await space(one.url)).toBe(await space(two.url))
    expect(await one.end('SIGTERM')).toBe(0)
    expect(await space(two.url)).toMatch(/-/)
    expect(await two.end('SIGTERM')).toBe(0)
    expect(runningOn(data)).toBeNull()
  }, 60_000)
})

describe('without a server', () => {
  it('a command starts the engine, works, and stops it', async () => {
    const data = folder()
    expect((await command(['enrol', '--centre', 'HUB', '--name', 'desk', '--data', data])).out).toMatch(/^\{"code":"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}"\}\n$/)
    expect(runningOn(data)).toBeNull()
    const unknown = await command(['enrol', '--centre', 'C-NO', '--name', 'desk', '--data', data])
    expect([unknown.code, unknown.out]).toEqual([2, ''])
    expect(JSON.parse(unknown.err)).toEqual({ error: { type: 'unknown-centre', values: { centre: 'C-NO', known: 'HUB' } } })
  }, 60_000)

  it.each([
    [[], 'say what to do'], [['fly'], 'no command fly'], [['import'], 'needs a file'], [['import', '/nowhere.jsonl'], 'does not exist'], [['import', tmpdir()], 'not a file'], [['enrol', '--name', 'x'], '--centre REF'],
    [['revoke'], '--device ID'], [['serve', '--port', 'x'], '--port x'], [['serve', '--data', 'a', '--database-url', 'b'], 'not both'], [['serve', '--colour'], '--colour'], [['serve', 'now'], 'unexpected: now'],
  ])('%j is told what to do, with exit code 2', async (args, said) => {
    const { code, out, err } = await command(args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(said)
    expect(err).not.toContain('    at ')
  })

  it('--help says what there is', async () => {
    const { code, out } = await command(['--help'])
    expect(code).toBe(0)
    expect(out).toContain('.cache/server')
  })

  it('a folder that is not ours, a database that is not there, a port that is taken: a clear word, no stack', async () => {
    const foreign = folder()
    mkdirSync(foreign)
    writeFileSync(join(foreign, 'letter.txt'), 'x')
    const refused = await command(['enrol', '--centre', 'HUB', '--name', 'x', '--data', foreign])
    expect([refused.code, readFileSync(join(foreign, 'letter.txt'), 'utf8')]).toEqual([1, 'x'])
    expect(refused.err).toContain('holds no Caravan data')
    const absent = await command(['enrol', '--centre', 'HUB', '--name', 'x', '--database-url', 'postgres://nobody@127.0.0.1:9/none'])
    expect(absent.code).toBe(1)
    expect(absent.err).toMatch(/ECONNREFUSED/)
    const taken = createServer().listen(0, '127.0.0.1')
    await new Promise((r) => taken.once('listening', r))
    const { port } = taken.address() as { port: number }
    const blocked = await command(['serve', '--data', folder(), '--port', String(port)])
    taken.close()
    expect([blocked.code, blocked.err]).toEqual([2, expect.stringContaining(`port ${port} is taken`)])
    for (const { err } of [refused, absent, blocked]) expect(err).not.toContain('    at ')
  }, 60_000)
})

it.skipIf(process.platform !== 'linux' || process.getuid?.() !== 0)('as root, in a folder that the engine\'s own user cannot walk to (needs root and Linux)', async () => {
  const home = mkdtempSync(join(tmpdir(), 'caravan-test-private-')) // mode 700
  made.push(home)
  const data = join(home, 'data')
  const server = await served(data)
  expect((await command(['import', centre, '--data', data])).out).toContain('"imported":1')
  await server.end('SIGKILL')
  const again = await served(data)
  expect((await command(['enrol', '--centre', 'C-X', '--name', 'x', '--data', data])).code).toBe(0)
  expect(await again.end('SIGTERM')).toBe(0)
  expect(runningOn(data)).toBeNull()
}, 60_000)

const NOBODY = 65_534
const root = process.getuid?.() === 0
const canRun = root && reachable(import.meta.dirname, { uid: NOBODY, gid: NOBODY }) && reachable(process.execPath, { uid: NOBODY, gid: NOBODY })
it.skipIf(!canRun)('works for an ordinary user too (needs root to become one, and a checkout that user can read)', async () => {
  const home = mkdtempSync(join(tmpdir(), 'caravan-test-user-'))
  made.push(home)
  chownSync(home, NOBODY, NOBODY)
  const done = await command(['enrol', '--centre', 'HUB', '--name', 'desk', '--data', join(home, 'data')], { uid: NOBODY, gid: NOBODY, cwd: '/' })
  expect(done).toMatchObject({ code: 0, err: '' })
  expect(runningOn(join(home, 'data'))).toBeNull()
}, 60_000)
