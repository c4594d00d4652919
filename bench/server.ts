/** Pushes a second, an empty pull, a full page: through HTTP, with tokens, on the embedded PostgreSQL. `node bench/server.ts [--seconds N]` */
import { randomUUID } from 'node:crypto'
import { availableParallelism, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import type { Mutation } from '../src-core/sync/protocol.ts'
import { benchServer, now, quantile, type BenchDevice } from './server-process.ts'

const seconds = Number(parseArgs({ options: { seconds: { type: 'string', default: '5' } } }).values.seconds)
const server = await benchServer()
const title = { orig: 'en', t: { en: { text: 'Measured', state: 'original' } } }
const at = new Date().toISOString()
const show = (name: string, value: string) => console.log(`| ${name} | ${value} |`)

interface Writer { device: BenchDevice; id: string; n: number }
const number = (device: BenchDevice, operation: object) => ({ ...operation, mseq: ++device.mseq, hlc: '0-0-b' }) as Mutation
async function newWriter(): Promise<Writer> {
  const device = await server.device()
  const id = randomUUID()
  await device.push([number(device, { op: 'create', id, doc: { id, kind: 'offer', ref: `TO-${id.slice(0, 12)}`, owner: 'HUB', rev: 0, status: 'DRAFT', visibility: { level: 'network' }, createdAt: at, updatedAt: at, title } })])
  return { device, id, n: 0 }
}

async function pushing(writers: Writer[], perPush: number): Promise<void> {
  const took: number[] = []
  const end = now() + seconds * 1000
  const from = now()
  await Promise.all(writers.map(async (w) => {
    while (now() < end) {
      const muts = Array.from({ length: perPush }, () => number(w.device, { op: 'set', id: w.id, set: { trl: (w.n++ % 9) + 1 }, base: {} }))
      const t = now()
      await w.device.push(muts)
      took.push(now() - t)
    }
  }))
  const s = (now() - from) / 1000
  show(`${writers.length} writers x ${perPush}`, `${Math.round(took.length / s)} pushes/s, ${Math.round((took.length * perPush) / s)} mutations/s; p50 ${quantile(took, 0.5).toFixed(1)} ms, p95 ${quantile(took, 0.95).toFixed(1)} ms`)
}

try {
  console.log(`${availableParallelism()} cores, load ${loadavg()[0]!.toFixed(1)}, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}; the load generator shares the cores\n\n| what | measured |\n|---|---|`)
  // enrolling is limited to 60 a minute from one address
  const writers: Writer[] = []
  for (let i = 0; i < 50; i++) writers.push(await newWriter())
  await pushing(writers.slice(0, 1), 1)
  await pushing(writers.slice(0, 16), 1)
  await pushing(writers, 1)
  await pushing(writers.slice(0, 16), 20)

  const reader = await server.device()
  const { head } = (await reader.get('/v1/hello')) as { head: number }
  const empty: number[] = []
  for (let i = 0; i < 2000; i++) {
    const t = now()
    await reader.get(`/v1/pull?since=${head}`)
    empty.push(now() - t)
  }
  show('empty pull', `p50 ${quantile(empty, 0.5).toFixed(2)} ms, p95 ${quantile(empty, 0.95).toFixed(2)} ms`)

  const heard: number[] = []
  const [writer] = writers
  let since = head
  for (let i = 0; i < 100; i++) {
    const waiting = reader.get(`/v1/pull?since=${since}&wait=20`)
    await new Promise((r) => setTimeout(r, 10))
    const t = now()
    await writer!.device.push([number(writer!.device, { op: 'set', id: writer!.id, set: { trl: (writer!.n++ % 9) + 1 }, base: {} })])
    since = ((await waiting) as { next: number }).next
    heard.push(now() - t)
  }
  show('edit of one device -> long poll of another', `p50 ${quantile(heard, 0.5).toFixed(1)} ms, p95 ${quantile(heard, 0.95).toFixed(1)} ms`)
} finally {
  await server.close()
}
