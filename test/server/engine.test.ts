/** The engine dies under a living server: requests are told so, it is started again, and nothing promised is lost. */
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runningOn } from '../../src-server/postgres/postmaster.ts'
import { served, command, type Served } from './command-line.ts'
import { call, creation, enrol, newRecord } from './client.ts'
import { newFolder } from './postgres.ts'

const folder = newFolder()
let server: Served
beforeAll(async () => { server = await served(folder) }, 60_000)
afterAll(async () => {
  await server.end('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
})

it('a killed engine is answered with 503, and what was promised is there when it is back', async () => {
  const { code } = JSON.parse((await command(['enrol', '--centre', 'HUB', '--name', 'x', '--data', folder])).out) as { code: string }
  const device = await enrol(server.url, code)
  const record = newRecord('HUB')
  expect((await device.send(creation(record)))[0]).toMatchObject({ status: 'ok' })
  process.kill(runningOn(folder)!.pid, 'SIGKILL')
  const next = [device.number(creation(newRecord('HUB')))]
  expect(await device.push(next)).toMatchObject({ status: 503, body: { error: { type: 'unavailable' } } })
  expect(await call(server.url, '/healthz')).toMatchObject({ status: 200 })
  for (let tries = 0; (await call(server.url, '/readyz')).status !== 200; tries++) {
    expect(tries).toBeLessThan(100)
    await new Promise((r) => setTimeout(r, 100))
  }
  expect(await device.push(next)).toMatchObject({ status: 200, body: { results: [{ status: 'ok' }] } })
  await device.sync()
  expect(device.held.has(record.id)).toBe(true)
}, 60_000)
