/**
 * The messages between the app and the central server, version 1. JSON over HTTPS, parsed by these schemas on both sides.
 *  P1 order: the server numbers every accepted change with `seq`, behind one locked head row; a row with seq <= head is always visible with that head.
 *  P2 idempotency: a device numbers its mutations 1, 2, 3 ... (`mseq`); a number seen before gets its stored result again, and a hole stops the push (`gap`).
 *  P3 pull is a cursor: rows with seq > since, in order, never splitting a seq; `next` is where to go on.
 *  P4 what a centre may no longer see leaves as an `exit`; absence never means deletion.
 *  P5 a change carries, for each path, the seq it was based on (`base`). A path that another device changed since is not overwritten: it comes back as a conflict.
 */
import * as z from 'zod'
import { refSchema } from '../record/field.ts'
import { recordSchema } from '../record/record.ts'
import { KINDS, VOCABULARIES } from '../record/vocabulary.ts'

export const PROTOCOL = 1

const seq = z.int().min(0)
/** `nonce` is the asker's own: another one is an old answer out of somebody's cache. */
export const helloSchema = z.object({ caravan: z.literal(true), space: z.uuid(), epoch: z.uuid(), time: z.iso.datetime(), proto: z.object({ min: z.int(), max: z.int() }), head: seq, name: z.string(), nonce: z.string().optional() })
export type Hello = z.infer<typeof helloSchema>

/** an Ed25519 public key as JWK */
export const publicKeySchema = z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string().max(64) })
export const enrolRequestSchema = z.object({ code: z.string().min(4).max(64), devicePub: publicKeySchema, name: z.string().max(120) })
export const enrolAnswerSchema = z.object({ device: z.uuid(), centre: refSchema, centreName: z.string(), space: z.uuid(), epoch: z.uuid() })
export type EnrolAnswer = z.infer<typeof enrolAnswerSchema>
/**
 * `assertion` is a JWT signed with the device's key (`EdDSA`): `iss` the device's id, `aud` the space, `iat` and `exp` at most 10 minutes apart;
 * one with a `jti` is taken once.
 * Times are the server's, as `/v1/hello` told them, so that a client whose clock is wrong still gets in. `access` goes into `Authorization: Bearer`.
 */
export const tokenRequestSchema = z.object({ assertion: z.string().max(4096) })
export const tokenAnswerSchema = z.object({ access: z.string(), exp: z.int() })

const mutationBase = { mseq: z.int().min(1), gid: z.string().max(64).optional(), hlc: z.string().max(80), id: z.uuid() }
export const mutationSchema = z.discriminatedUnion('op', [
  z.object({ ...mutationBase, op: z.literal('create'), doc: z.record(z.string(), z.unknown()) }),
  z.object({ ...mutationBase, op: z.literal('set'), set: z.record(z.string().max(200), z.unknown()), base: z.record(z.string(), seq) }),
  z.object({ ...mutationBase, op: z.literal('move-stage'), from: z.enum(VOCABULARIES.dealStage), to: z.enum(VOCABULARIES.dealStage), by: z.string().max(120) }),
  z.object({ ...mutationBase, op: z.literal('withdraw'), reason: z.string().max(300), base: seq }),
])
export type Mutation = z.infer<typeof mutationSchema>
export const pushRequestSchema = z.object({ epoch: z.uuid(), muts: z.array(mutationSchema).min(1).max(200) })

export const conflictSchema = z.object({ path: z.string(), mine: z.unknown(), theirs: z.unknown(), seq })
export const mutationResultSchema = z.object({
  mseq: z.int(), status: z.enum(['ok', 'rejected']), seq: seq.optional(),
  code: z.string().optional(), values: z.record(z.string(), z.union([z.string(), z.number()])).optional(), conflicts: z.array(conflictSchema).optional(),
})
export type MutationResult = z.infer<typeof mutationResultSchema>
/** `gap` is the `mseq` the server expects next: it has not seen the ones between. */
export const pushAnswerSchema = z.object({ results: z.array(mutationResultSchema), gap: z.int().optional() })

export const pullRowSchema = z.discriminatedUnion('t', [
  z.object({ t: z.literal('put'), id: z.uuid(), seq, scope: z.string(), kind: z.enum(KINDS), doc: recordSchema, fv: z.record(z.string(), seq) }),
  z.object({ t: z.literal('exit'), id: z.uuid(), seq, scope: z.string() }),
])
export type PullRow = z.infer<typeof pullRowSchema>
export const pullAnswerSchema = z.object({ epoch: z.uuid(), head: seq, next: seq, more: z.boolean(), scopes: z.array(z.string()), rows: z.array(z.unknown()) })
/**
 * `GET /v1/pull?since=0&limit=500&wait=25&epoch=UUID`. `wait`: seconds to hold the answer open while there is nothing new.
 * `epoch` is the one the cursor belongs to: another one is answered 409 `epoch`, and the client starts again from 0.
 */
export const pullQuerySchema = z.object({ since: z.coerce.number().pipe(seq).default(0), limit: z.coerce.number().pipe(z.int().min(1).max(2000)).default(500), wait: z.coerce.number().pipe(z.int().min(0).max(55)).default(0), epoch: z.uuid().optional() })
/** Body of every answer with a status of 400 or more. */
export const problemSchema = z.object({ error: z.object({ type: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])).optional() }) })

/** Rejections a user may meet: `locales/<lang>/sync.json` `rejected.<code>` says what to do. */
export const REJECTIONS = ['not-owner', 'unknown-record', 'unknown-field', 'not-settable', 'invalid-value', 'ref-taken', 'gone', 'changed-since', 'stage-not-here', 'stage-not-allowed', 'gate-not-met', 'not-party', 'incomplete'] as const
