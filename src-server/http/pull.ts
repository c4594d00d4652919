import type { FastifyReply, FastifyRequest } from 'fastify'
import type * as z from 'zod'
import type { pullQuerySchema } from '../../src-core/sync/protocol.ts'
import type { Database } from '../store/database.ts'
import type { Doorbell } from '../store/doorbell.ts'
import { pullPage, standingOf, type Page, type Standing } from '../store/pull.ts'
import { renewEpoch } from '../store/space.ts'
import { Problem } from './problem.ts'

export interface PullRequest { db: Database; space: string; doorbell: Doorbell; device: string; query: z.output<typeof pullQuerySchema> }

/** Answers at once when there is news; else holds on until there is, until `wait` is over, or until the client has gone. */
export async function answerPull(asked: PullRequest, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const gone = new AbortController()
  const leave = () => gone.abort()
  // a connection carries many requests: each takes its listener away again
  const { socket } = request.raw
  socket.once('close', leave)
  try {
    const page = await untilNews(asked, gone.signal)
    return reply.type('application/json; charset=utf-8').send(page.json)
  } finally {
    socket.off('close', leave)
  }
}

async function untilNews(asked: PullRequest, gone: AbortSignal): Promise<Page> {
  const { doorbell, query } = asked
  const end = Date.now() + query.wait * 1000
  let page = await read(asked)
  while (page.count === 0 && Date.now() < end && !gone.aborted) {
    const waitedFor = page.head
    await doorbell.wait(page.head, end - Date.now(), gone)
    page = await read(asked)
    if (page.head === waitedFor) break // the time is over, or the server is stopping
  }
  return page
}

async function read({ db, space, device, query: { since, limit, epoch } }: PullRequest): Promise<Page> {
  // most pulls find nothing: one statement tells so
  const standing = accepted(await standingOf(db.pool, space, device), epoch)
  if (since > standing.head) {
    // the client has seen what this database has not: it was put back to an earlier day
    const renewed = await db.write(async (client) => {
      const now = accepted(await standingOf(client, space, device), epoch)
      if (since > now.head) await renewEpoch(client, space)
      return standingOf(client, space, device)
    })
    throw new Problem('epoch', { epoch: renewed!.epoch })
  }
  if (since === standing.head) return pullPage(db.pool, space, standing, since, limit)
  return db.read(async (client) => pullPage(client, space, accepted(await standingOf(client, space, device), epoch), since, limit))
}

function accepted(standing: Standing | undefined, epoch: string | undefined): Standing {
  if (!standing) throw new Problem('not-enrolled')
  if (standing.revoked) throw new Problem('revoked')
  if (epoch !== undefined && epoch !== standing.epoch) throw new Problem('epoch', { epoch: standing.epoch })
  return standing
}
