/** The real records of `real-data.ts` through the import command, beside a running server, and down to a fresh device. */
import { existsSync, statSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { benchServer, command, now } from './server-process.ts'
import { absent, writeRealRecords } from './real-data.ts'

const given = parseArgs({ allowPositionals: true }).positionals[0]
const file = given ?? join(import.meta.dirname, '../.cache/bench/real.jsonl')
const why = given ? (existsSync(given) ? undefined : `${given} is not there`) : absent()
if (why) {
  console.error(why)
  process.exitCode = 1
} else {
  if (!given) await writeRealRecords(file)
  const server = await benchServer()
  const show = (name: string, value: string) => console.log(`| ${name} | ${value} |`)
  try {
    console.log(`${availableParallelism()} cores, load ${loadavg()[0]!.toFixed(1)}, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}\n\n| what | measured |\n|---|---|`)
    show('file', `${(statSync(file).size / 1e6).toFixed(1)} MB`)
    for (const name of ['import', 'import again']) {
      const { out, ms } = await command(['import', file, '--data', server.data])
      const report = JSON.parse(out) as { imported: number; incomplete: number; rejected: number }
      show(name, `${JSON.stringify(report)} in ${(ms / 1000).toFixed(1)} s, ${Math.round(report.imported / (ms / 1000))} records/s`)
    }
    const device = await server.device()
    const from = now()
    let [since, rows, pages] = [0, 0, 0]
    for (let more = true; more; pages++) {
      const page = (await device.get(`/v1/pull?since=${since}&limit=1000`)) as { rows: unknown[]; next: number; more: boolean }
      rows += page.rows.length
      since = page.next
      more = page.more
    }
    show('pull to a fresh device, pages of 1,000, parsed, not gzipped', `${rows} records, ${pages} pages, ${Math.round(now() - from)} ms, ${(device.bytes / 1e6).toFixed(1)} MB`)
  } finally {
    await server.close()
  }
}
