/** The server's process is killed in mid-push, again and again: each edit is applied exactly once. */
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { pushAnswerSchema, type Mutation } from '../../src-core/sync/protocol.ts'
import { command, served, type Served } from './command-line.ts'
import { creation, deviceFor, enrol, newRecord, setting, type Device } from './client.ts'
import { newFolder } from './postgres.ts'

const KILLS = 10
const folder = newFolder()
let server: Served
beforeAll(async () => { server = await served(folder) }, 60_000)
afterAll(async () => {
  await server.end('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
})

/** A device with an outbox: what was not answered is sent again, under the same numbers. */
interface Outbox { device: Device; id: string; queued: Mutation[]; answered: number; cut: number }

it('ten kills, no edit lost, none applied twice', async () => {
  const boxes: Outbox[] = await Promise.all([0, 1, 2, 3].map(async () => {
    const { code } = JSON.parse((await command(['enrol', '--centre', 'HUB', '--name', 'kill', '--data', folder])).out) as { code: string }
    const device = await enrol(server.url, code)
    const record = newRecord('HUB')
    return { device, id: record.id, queued: [device.number(creation(record))], answered: 0, cut: 0 }
  }))
  let row = 0
  for (let kill = 0; kill <= KILLS; kill++) {
    let stopping = false
    const work = Promise.all(boxes.map(async (box) => {
      box.device = Object.assign(deviceFor(server.url, box.device.enrolled, box.device.key), { mseq: box.device.mseq })
      while (!stopping || (kill === KILLS && box.queued.length > 0)) {
        if (!stopping) for (let i = 0; i < 3; i++) box.queued.push(box.device.number(setting(box.id, { [`standards/s${++row % 18}`]: { name: `v${row}` } })))
        let answer
        try {
          answer = await box.device.push(box.queued.slice(0, 20))
        } catch {
          box.cut++
          return // the server is gone; what is queued stays queued
        }
        const { results } = pushAnswerSchema.parse(answer.body)
        expect(results.map((r) => r.mseq)).toEqual(box.queued.slice(0, results.length).map((m) => m.mseq))
        box.answered += results.length
        box.queued.splice(0, results.length)
      }
    }))
    await new Promise((r) => setTimeout(r, 40 + Math.random() * 120))
    if (kill < KILLS) {
      await server.end('SIGKILL')
      await work
      server = await served(folder)
    } else {
      stopping = true
      await work
    }
  }
  expect(boxes.reduce((n, b) => n + b.cut, 0)).toBeGreaterThanOrEqual(KILLS)
  const [first] = boxes
  await first!.device.sync()
  for (const box of boxes) {
    expect(box.answered).toBe(box.device.mseq)
    // each accepted change advances rev by one: twice or never would show
    expect((first!.device.held.get(box.id)?.doc as { rev: number }).rev).toBe(box.device.mseq - 1)
  }
}, 120_000)
