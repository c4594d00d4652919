import { helloSchema } from '../../src-core/sync/protocol.ts'
import { readKv } from './database.ts'
import { hostInfo, type Env } from './env.ts'
import { keep } from './push.ts'
import type { LoopHooks } from './sync-loop.ts'
import { ask, SyncError } from './transport.ts'

/** Hello: is it our network, and the same life of it? Answers how far it has got. */
export async function greet(env: Env, hooks: LoopHooks): Promise<number> {
  const nonce = crypto.randomUUID()
  const hello = await ask(env, { method: 'GET', path: `/v1/hello?nonce=${nonce}` }, helloSchema)
  if (hello.nonce !== undefined && hello.nonce !== nonce) throw new SyncError({ type: 'not-caravan' })
  const { membership } = await hostInfo(env)
  if (membership && membership.space !== hello.space) throw new SyncError({ type: 'wrong-server' })
  if (hello.epoch !== (await readKv(env.db, 'epoch'))) await keep(env, hooks, [{ t: 'epoch', body: { epoch: hello.epoch } }])
  return hello.head
}
