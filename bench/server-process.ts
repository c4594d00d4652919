/** A server of its own process, as an operator starts it, and devices that talk to it over kept connections. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { openStore } from '../src-server/cli/open-store.ts'
import { silentLog } from '../src-server/log.ts'
import { issueCode } from '../src-server/store/devices.ts'
import type { Mutation } from '../src-core/sync/protocol.ts'

const MAIN = resolve(import.meta.dirname, '../src-server/main.ts')
export const now = () => performance.now()

export async function command(args: string[]): Promise<{ out: string; ms: number }> {
  const from = now()
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  let out = ''
  child.stdout.on('data', (d: Buffer) => { out += d.toString() })
  const [code] = (await once(child, 'close')) as [number]
  if (code !== 0) throw new Error(`${args[0]} ended with ${code}`)
  return { out, ms: now() - from }
}

export async function benchServer() {
  const folder = mkdtempSync(join(tmpdir(), 'caravan-bench-'))
  const data = join(folder, 'data')
  const child = spawn(process.execPath, [MAIN, 'serve', '--data', data, '--port', '0'], { stdio: ['ignore', 'pipe', 'ignore'] })
  const closed = once(child, 'close')
  const [first] = (await once(child.stdout, 'data')) as [Buffer]
  const { url } = JSON.parse(first.toString()) as { url: string }
  const store = await openStore({ data }, silentLog)
  return {
    url, data, store,
    device: async () => {
      const code = await issueCode(store.db, store.space.id, 'HUB', 'bench')
      return benchDevice(url, code.ok ? code.value : '')
    },
    async close() {
      await store.close()
      child.kill('SIGTERM')
      await closed
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export interface BenchDevice { epoch: string; mseq: number; bytes: number; get(path: string): Promise<Record<string, unknown>>; push(muts: Mutation[]): Promise<Record<string, unknown>> }

async function benchDevice(url: string, code: string): Promise<BenchDevice> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  let access = ''
  const device: BenchDevice = {
    epoch: '', mseq: 0, bytes: 0,
    get: (path) => send('GET', path),
    push: (muts) => send('POST', '/v1/push', { epoch: device.epoch, muts }),
  }
  const send = (method: string, path: string, body?: unknown) => new Promise<Record<string, unknown>>((done, failed) => {
    const text = body === undefined ? undefined : JSON.stringify(body)
    const asked = request(url + path, { method, agent, headers: { ...(access ? { authorization: `Bearer ${access}` } : {}), ...(text ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) } : {}) } }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (d: Buffer) => parts.push(d))
      answer.on('end', () => {
        const whole = Buffer.concat(parts)
        device.bytes += whole.length
        if (answer.statusCode !== 200) failed(new Error(`${path}: ${answer.statusCode} ${whole.toString().slice(0, 200)}`))
        else done(JSON.parse(whole.toString()) as Record<string, unknown>)
      })
    })
    asked.on('error', failed)
    asked.end(text)
  })
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
  const { x } = await exportJWK(publicKey)
  const enrolled = (await send('POST', '/v1/enrol', { code, devicePub: { kty: 'OKP', crv: 'Ed25519', x }, name: 'bench' })) as { device: string; space: string; epoch: string }
  device.epoch = enrolled.epoch
  const at = Math.floor(Date.now() / 1000)
  const assertion = await new SignJWT({}).setProtectedHeader({ alg: 'EdDSA' }).setIssuer(enrolled.device).setAudience(enrolled.space).setIssuedAt(at).setExpirationTime(at + 50).sign(privateKey)
  access = ((await send('POST', '/v1/token', { assertion })) as { access: string }).access
  return device
}

export const quantile = (values: number[], q: number) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))]!
