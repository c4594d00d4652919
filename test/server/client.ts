/** A device as the app is one: it enrols with a code, proves itself with its key, numbers its changes, pulls by cursor. */
import { randomUUID } from 'node:crypto'
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose'
import { expect } from 'vitest'
import type { CaravanRecord } from '../../src-core/record/record.ts'
import { enrolAnswerSchema, pullAnswerSchema, pullRowSchema, pushAnswerSchema, tokenAnswerSchema, type EnrolAnswer, type Mutation, type MutationResult, type PullRow } from '../../src-core/sync/protocol.ts'

type Operation = Mutation extends infer M ? (M extends Mutation ? Omit<M, 'mseq' | 'hlc'> : never) : never
export interface Answer { status: number; body: { error?: { type: string; values?: Record<string, string | number> } } & Record<string, unknown> }

export interface Device {
  enrolled: EnrolAnswer
  key: CryptoKey
  /** rows held, as the app would hold them after every page so far */
  held: Map<string, Extract<PullRow, { t: 'put' }>>
  cursor: number
  mseq: number
  /** every row that ever came, exits included */
  seen: PullRow[]
  number(operation: Operation): Mutation
  push(mutations: Mutation[], epoch?: string): Promise<Answer>
  /** numbers, pushes, and gives the results */
  send(...operations: Operation[]): Promise<MutationResult[]>
  pull(query?: string): Promise<Answer>
  /** pulls to the end and applies it */
  sync(limit?: number): Promise<void>
  token(claims?: { jti?: string; exp?: number; iat?: number; aud?: string }): Promise<Answer>
}

export async function call(url: string, path: string, init: { method?: string; body?: unknown; token?: string; raw?: string } = {}): Promise<Answer> {
  const body = init.raw ?? (init.body === undefined ? undefined : JSON.stringify(init.body))
  const answer = await fetch(url + path, { method: init.method ?? (body === undefined ? 'GET' : 'POST'), headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...(init.token ? { authorization: `Bearer ${init.token}` } : {}) }, ...(body === undefined ? {} : { body }) })
  return { status: answer.status, body: (await answer.json()) as Answer['body'] }
}

export const newKey = async () => {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
  const { x } = await exportJWK(publicKey)
  return { privateKey, devicePub: { kty: 'OKP', crv: 'Ed25519', x: x! } as const }
}

export async function enrol(url: string, code: string): Promise<Device> {
  const { privateKey, devicePub } = await newKey()
  const answer = await call(url, '/v1/enrol', { body: { code, devicePub, name: 'test' } })
  expect(answer).toMatchObject({ status: 200 })
  return deviceFor(url, enrolAnswerSchema.parse(answer.body), privateKey)
}

export function deviceFor(url: string, enrolled: EnrolAnswer, key: CryptoKey): Device {
  let access: string | undefined
  const device: Device = {
    enrolled, key, held: new Map(), cursor: 0, mseq: 0, seen: [],
    number: (operation) => ({ ...operation, mseq: ++device.mseq, hlc: `0-0-${enrolled.device}` }) as Mutation,
    async token(claims = {}) {
      const now = Math.floor(Date.now() / 1000)
      const assertion = await new SignJWT(claims.jti === undefined ? {} : { jti: claims.jti }).setProtectedHeader({ alg: 'EdDSA' }).setIssuer(enrolled.device).setAudience(claims.aud ?? enrolled.space).setIssuedAt(claims.iat ?? now).setExpirationTime(claims.exp ?? now + 50).sign(key)
      return call(url, '/v1/token', { body: { assertion } })
    },
    push: async (muts, epoch = enrolled.epoch) => call(url, '/v1/push', { body: { epoch, muts }, token: await bearer() }),
    async send(...operations) {
      const answer = await device.push(operations.map((o) => device.number(o)))
      expect(answer).toMatchObject({ status: 200 })
      return pushAnswerSchema.parse(answer.body).results
    },
    pull: async (query = '') => call(url, `/v1/pull?since=${device.cursor}&epoch=${enrolled.epoch}${query}`, { token: await bearer() }),
    async sync(limit = 500) {
      for (let more = true; more; ) {
        const answer = await device.pull(`&limit=${limit}`)
        expect(answer).toMatchObject({ status: 200 })
        const page = pullAnswerSchema.parse(answer.body)
        const rows = page.rows.map((r) => pullRowSchema.parse(r))
        for (const row of rows) {
          expect(row.seq).toBeGreaterThan(device.cursor)
          expect(row.seq).toBeLessThanOrEqual(page.next)
          device.seen.push(row)
          if (row.t === 'put') device.held.set(row.id, row)
          else device.held.delete(row.id)
        }
        device.cursor = page.next
        more = page.more
      }
    },
  }
  const bearer = async () => {
    access ??= tokenAnswerSchema.parse((await device.token()).body).access
    return access
  }
  return device
}

const NOW = '2026-11-01T00:00:00Z'
export const mlText = (text: string) => ({ orig: 'en' as const, t: { en: { text, state: 'original' as const } } })

/** A draft offer by default: nothing is required of a draft. */
export function newRecord(owner: string, more: Partial<CaravanRecord> | Record<string, unknown> = {}): CaravanRecord {
  const id = randomUUID()
  return { id, kind: 'offer', ref: `TO-${id.slice(0, 12)}`, owner, rev: 0, status: 'DRAFT', visibility: { level: 'network' }, createdAt: NOW, updatedAt: NOW, title: mlText('x'), ...more } as unknown as CaravanRecord
}
export const creation = (record: CaravanRecord) => ({ op: 'create' as const, id: record.id, doc: record as unknown as Record<string, unknown> })
export const setting = (id: string, set: Record<string, unknown>, base: Record<string, number> = {}) => ({ op: 'set' as const, id, set, base })
