/** The server's HTTP face. What it needs is given to it: database, order, doorbell. */
import compress from '@fastify/compress'
import rateLimit from '@fastify/rate-limit'
import fastify, { type FastifyInstance } from 'fastify'
import { constants } from 'node:zlib'
import * as z from 'zod'
import { enrolRequestSchema, PROTOCOL, pullQuerySchema, pushRequestSchema, tokenRequestSchema, type EnrolAnswer, type Hello } from '../../src-core/sync/protocol.ts'
import type { Log } from '../log.ts'
import type { Database } from '../store/database.ts'
import { secretOf, spendCode } from '../store/devices.ts'
import type { Doorbell } from '../store/doorbell.ts'
import { readHead, type Space } from '../store/space.ts'
import type { Writer } from '../store/writer.ts'
import { createTokens } from './access-token.ts'
import { createAttempts, type Attempts } from './attempts.ts'
import { answerProblems, BODY_LIMIT, parse, Problem } from './problem.ts'
import { answerPull } from './pull.ts'

/** The nonce comes back, so that an old answer out of a cache is known for what it is. */
const helloQuerySchema = z.object({ nonce: z.string().max(64).optional() })

export interface Parts { db: Database; space: Space; writer: Writer; doorbell: Doorbell; log: Log; trustProxy?: boolean; logRequests?: boolean; attempts?: Attempts }

export async function createApp({ db, space, writer, doorbell, log, trustProxy = false, logRequests = false, attempts = createAttempts() }: Parts): Promise<FastifyInstance> {
  const app = fastify({ bodyLimit: BODY_LIMIT, trustProxy, forceCloseConnections: 'idle', return503OnClosing: true, keepAliveTimeout: 65_000 })
  answerProblems(app, log)
  await app.register(compress, { encodings: ['gzip'], threshold: 1024, zlibOptions: { level: constants.Z_BEST_SPEED + 2 } })
  await app.register(rateLimit, { global: false })
  const tokens = createTokens(db, space.id, await secretOf(db, space.id))
  // a stale answer from a cache on the way once cost others a storm of requests
  app.addHook('onSend', async (_request, reply) => { reply.header('cache-control', 'no-store').header('x-content-type-options', 'nosniff') })
  app.addHook('onResponse', async (request, reply) => {
    // a supervisor that does not read our stderr would stop us when the pipe is full: by default only refusals are told
    if (logRequests || reply.statusCode >= 400) log.info('request', { method: request.method, path: request.url.split('?')[0], status: reply.statusCode, ms: Math.round(reply.elapsedTime) })
  })

  app.get('/healthz', async () => ({ ok: true }))
  app.get('/readyz', async () => {
    await db.pool.query('select 1').catch(() => { throw new Problem('unavailable') })
    return { ok: true }
  })
  app.get('/v1/hello', async (request): Promise<Hello & { nonce?: string }> => {
    const { nonce } = parse(helloQuerySchema, request.query)
    const { seq, epoch } = await readHead(db.pool, space.id)
    return { ...(nonce === undefined ? {} : { nonce }), caravan: true, space: space.id, epoch, time: new Date().toISOString(), proto: { min: PROTOCOL, max: PROTOCOL }, head: seq, name: space.name }
  })
  app.post('/v1/enrol', { config: { rateLimit: { max: 60, timeWindow: '1 minute' } } }, async (request): Promise<EnrolAnswer> => {
    const body = parse(enrolRequestSchema, request.body)
    const spent = await attempts.take(request.ip, () => spendCode(db, space.id, body), (outcome) => !outcome.ok)
    if (!spent.ok) {
      log.warn('enrol-refused', { type: spent.error.type, address: request.ip })
      throw new Problem(spent.error.type)
    }
    log.info('enrolled', { device: spent.value.device, centre: spent.value.centre })
    return { ...spent.value, space: space.id }
  })
  app.post('/v1/token', { config: { rateLimit: { max: 600, timeWindow: '1 minute' } } }, async (request) => tokens.issue(parse(tokenRequestSchema, request.body).assertion))
  app.get('/v1/pull', async (request, reply) => {
    const device = await tokens.deviceOf(request.headers.authorization)
    return answerPull({ db, space: space.id, doorbell, device, query: parse(pullQuerySchema, request.query) }, request, reply)
  })
  app.post('/v1/push', async (request) => {
    const device = await tokens.deviceOf(request.headers.authorization)
    const outcome = await writer.push({ device, ...parse(pushRequestSchema, request.body) })
    if (!outcome.ok) throw new Problem(outcome.type, outcome.values)
    const { results, gap } = outcome
    return gap === undefined ? { results } : { results, gap }
  })
  return app
}

/** Takes no more, and ends when what was asked is answered. */
export async function closeApp(app: FastifyInstance): Promise<void> {
  // a connection whose last answer is still on its way is not idle yet, and would be kept alive for a minute
  const sweeping = setInterval(() => app.server.closeIdleConnections(), 50)
  await app.close()
  clearInterval(sweeping)
}
