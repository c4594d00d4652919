/** The server's protocol in memory, over the server's own rules (`apply`), with a network that loses and repeats messages. */
import { apply, type Ground } from '../../../src-server/store/apply.ts'
import type { Held } from '../../../src-server/store/records.ts'
import { scopeOf, type Viewer } from '../../../src-core/access/access.ts'
import type { Mutation, MutationResult } from '../../../src-core/sync/protocol.ts'
import { canonical } from '../../../src-core/record/intake.ts'

export const SPACE = '018f6b1e-0000-7000-8000-00000000005a'
export const epochOf = (n: number) => `018f6b1e-0000-7000-8000-0000000000e${n}`
export const deviceOf = (n: number) => `018f6b1e-0000-7000-8000-00000000000${n}`

interface Device { last: number; answers: Map<number, { body: string; result: MutationResult }>; centre: string }
interface Data { seq: number; records: Map<string, Held>; devices: Map<string, Device>; writers: Map<number, string>; hidden: Map<string, { centre: string; seq: number }[]> }
export type Way = 'ok' | 'request-lost' | 'answer-lost' | 'twice' | 'captive'
export interface Applied { device: string; mseq: number; body: string; status: string }

/** What a buggy network or client could do; each must be caught by the test. */
export interface Bugs { noDedup?: boolean; silent?: boolean; noExit?: boolean }

export class FakeServer {
  epoch = 1
  data: Data = { seq: 0, records: new Map(), devices: new Map(), writers: new Map(), hidden: new Map() }
  /** every mutation ever decided in this life of the server */
  applied: Applied[] = []
  day = '2026-11-22'
  clock = Date.UTC(2026, 10, 22)
  bugs: Bugs
  constructor(bugs: Bugs = {}) { this.bugs = bugs }

  enrol(device: string, centre: string) { this.data.devices.set(device, { last: 0, answers: new Map(), centre }) }
  backup() { return structuredClone({ data: this.data, applied: this.applied }) }
  restore(copy: ReturnType<FakeServer['backup']>) {
    Object.assign(this, structuredClone(copy))
    this.epoch++
    this.data.seq += 1000
  }

  /** What goes over the wire, for one device. */
  send(device: string, way: Way, { path, body }: { path: string; body?: unknown }): unknown {
    if (way === 'request-lost') return { ok: false, error: { type: 'offline' } }
    if (way === 'captive') return { ok: true, value: { status: 200, body: '<html>Welcome to the hotel</html>' } }
    let answer = this.answer(device, new URL(path, 'http://x'), body)
    if (way === 'twice') answer = this.answer(device, new URL(path, 'http://x'), body)
    if (way === 'answer-lost') return { ok: false, error: { type: 'timeout' } }
    return { ok: true, value: JSON.parse(JSON.stringify(answer)) as unknown }
  }

  private answer(device: string, url: URL, body: unknown): { status: number; body: unknown } {
    const epoch = epochOf(this.epoch)
    const wrongEpoch = { status: 409, body: { error: { type: 'epoch', values: { epoch } } } }
    if (url.pathname === '/v1/hello') return { status: 200, body: { caravan: true, space: SPACE, epoch, time: new Date(this.clock).toISOString(), proto: { min: 1, max: 1 }, head: this.data.seq, name: 'Fake', nonce: url.searchParams.get('nonce') ?? undefined } }
    if (url.pathname === '/v1/push') {
      const request = body as { epoch: string; muts: Mutation[] }
      return request.epoch === epoch ? this.push(device, request.muts) : wrongEpoch
    }
    if (url.searchParams.get('epoch') !== epoch) return wrongEpoch
    return { status: 200, body: { epoch, ...this.pull(this.data.devices.get(device)!.centre, Number(url.searchParams.get('since')), Number(url.searchParams.get('limit'))) } }
  }

  private push(id: string, muts: Mutation[]): { status: number; body: unknown } {
    const device = this.data.devices.get(id)!
    const results: MutationResult[] = []
    for (const mutation of muts) {
      const text = canonical(mutation)
      const before = device.answers.get(mutation.mseq)
      if (before && !this.bugs.noDedup) {
        if (before.body !== text) return { status: 409, body: { error: { type: 'device-forked', values: { mseq: mutation.mseq } } } }
        results.push(before.result)
        continue
      }
      if (mutation.mseq > device.last + 1) return { status: 200, body: { results, gap: device.last + 1 } }
      results.push(this.decide(id, device, mutation, text))
    }
    return { status: 200, body: { results } }
  }

  private decide(id: string, device: Device, mutation: Mutation, text: string): MutationResult {
    const { data } = this
    const seq = ++data.seq
    const viewer: Viewer = { centre: device.centre, countries: [], hub: device.centre === 'HUB' }
    const byRef = (ref: string) => [...data.records.values()].find((h) => h.record.ref === ref)
    const ground: Ground = { byId: (r) => data.records.get(r), byRef, documentsOf: () => [], writerOf: (n) => data.writers.get(n) }
    const now = new Date((this.clock += 1000)).toISOString()
    const { result, held } = apply(mutation, { viewer, device: id, seq, now, today: this.day }, ground)
    if (this.bugs.silent) delete result.conflicts
    if (held) {
      data.records.set(held.record.id, structuredClone(held))
      data.writers.set(held.seq, id)
    }
    device.last = Math.max(device.last, mutation.mseq)
    device.answers.set(mutation.mseq, { body: text, result: structuredClone(result) })
    this.applied.push({ device: id, mseq: mutation.mseq, body: text, status: result.status })
    return result
  }

  /** The owner takes a record out of others' sight, or shows it again; as a change of rights does, not an edit of it. */
  hide(id: string, centre: string) {
    if (this.data.records.get(id)?.record.owner === centre || this.isHidden(id, centre)) return
    this.data.hidden.set(id, [...(this.data.hidden.get(id) ?? []), { centre, seq: ++this.data.seq }])
  }
  show(id: string, centre: string) {
    if (!this.isHidden(id, centre)) return
    this.data.hidden.set(id, this.data.hidden.get(id)!.filter((h) => h.centre !== centre))
    const held = this.data.records.get(id)
    if (held) held.seq = ++this.data.seq
  }
  private isHidden = (id: string, centre: string) => (this.data.hidden.get(id) ?? []).some((h) => h.centre === centre)
  visible(centre: string): Held[] { return [...this.data.records.values()].filter((h) => !this.isHidden(h.record.id, centre)) }

  private pull(centre: string, since: number, limit: number) {
    const { data } = this
    const puts = this.visible(centre).filter((h) => h.seq > since).map((h) => ({ t: 'put', id: h.record.id, seq: h.seq, scope: scopeOf(h.record), kind: h.record.kind, doc: h.record, fv: h.fv }))
    const exits = this.bugs.noExit ? [] : [...data.hidden].flatMap(([id, list]) => list.filter((h) => h.centre === centre && h.seq > since).map((h) => ({ t: 'exit', id, seq: h.seq, scope: `ctr:${centre}` })))
    const rows = [...puts, ...exits].sort((a, b) => a.seq - b.seq)
    let n = Math.min(limit, rows.length)
    while (n < rows.length && rows[n]!.seq === rows[n - 1]!.seq) n++
    const more = n < rows.length
    return { head: data.seq, next: more ? rows[n - 1]!.seq : Math.max(since, data.seq), more, scopes: ['net'], rows: rows.slice(0, n) }
  }
}
