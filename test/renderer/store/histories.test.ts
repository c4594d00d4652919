/**
 * Random histories of three devices and a server over a bad network: lost and repeated messages, apps that die at any call to the
 * host, databases that forget their last steps or everything, servers restored from a backup, records hidden and shown again.
 * At the end of each: every acknowledged edit was decided once; what was refused or lost a conflict is in the inbox; all agree.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { same, readPath } from '../../../src-core/sync/change.ts'
import type { CaravanRecord } from '../../../src-core/record/record.ts'
import type { Mutation } from '../../../src-core/sync/protocol.ts'
import { Actor, type ClientBug } from './actor.ts'
import { FakeServer, type Bugs, type Way } from './fake-server.ts'

const CLIENTS = 3
const who = fc.nat(CLIENTS - 1)
const die = fc.oneof({ weight: 8, arbitrary: fc.constant(Infinity) }, { weight: 1, arbitrary: fc.nat(3) })
const way = fc.constantFrom<Way>('ok', 'ok', 'ok', 'request-lost', 'answer-lost', 'twice', 'captive')
const step = fc.oneof(
  { weight: 7, arbitrary: fc.record({ a: fc.constantFrom('create', 'set', 'set', 'set', 'share', 'withdraw', 'undo'), c: who, n: fc.nat(99), die }) },
  { weight: 5, arbitrary: fc.record({ a: fc.constant('push'), c: who, n: fc.constant(0), way, die }) },
  { weight: 6, arbitrary: fc.record({ a: fc.constant('pull'), c: who, n: fc.integer({ min: 1, max: 4 }), way, die }) },
  { weight: 1, arbitrary: fc.record({ a: fc.constantFrom('crash', 'wipe', 'backup', 'restore'), c: who, n: fc.nat(3), die: fc.constant(Infinity) }) },
  { weight: 1, arbitrary: fc.record({ a: fc.constantFrom('hide', 'show'), c: who, n: fc.nat(9), die: fc.constant(Infinity) }) },
)
type Step = { a: string; c: number; n: number; die: number; way?: Way }

const title = (n: number) => ({ orig: 'en', t: { en: { text: `T${n}`, state: 'original' } } })

async function edit(actor: Actor, a: string, n: number) {
  await actor.edit(async (s, refs) => {
    const ref = refs[n % refs.length]
    const undoable = actor.acked.at(-1)
    if (a === 'undo' && undoable) return s.undo(String(undoable.line))
    // a deal is what several centres edit
    if (a === 'create' || ref === undefined) return n % 2 ? s.create('deal', { title: title(n), centres: ['C-0', 'C-1', 'C-2'] }, 'x') : s.create('offer', { title: title(n), trl: 1 + (n % 9) }, 'x')
    if (a === 'withdraw') return s.withdraw(ref, 'no longer', 'x')
    if (a === 'share') return s.change(ref, { visibility: { level: n % 2 ? 'public' : 'network' } }, 'x')
    return s.change(ref, n % 3 ? { [`title/${['zh', 'ar'][n % 2]}`]: { text: `t${n} ${actor.centre} ${actor.acked.length}`, state: 'human' } } : { 'summary/en': { text: `s${n} ${actor.centre} ${actor.acked.length}`, state: 'original' } }, 'x')
  }, a)
}

async function run(steps: Step[], bugs: Bugs = {}, bug?: ClientBug) {
  const server = new FakeServer(bugs)
  const actors = Array.from({ length: CLIENTS }, (_, n) => new Actor(n, server, bug))
  for (const actor of actors) await actor.start()
  let copy = server.backup()
  for (const s of steps) {
    const actor = actors[s.c]!
    const ids = [...server.data.records.keys()]
    const id = ids[s.n % (ids.length || 1)]
    switch (s.a) {
      case 'push': await actor.act(() => actor.push(s.way!), s.die); break
      case 'pull': await actor.act(() => actor.pull(s.way!, s.n), s.die); break
      case 'crash': await actor.restart(s.n); break
      case 'wipe': await actor.restart('all'); break
      case 'backup': copy = server.backup(); break
      case 'restore': server.restore(copy); break
      case 'hide': if (id) server.hide(id, actor.centre); break
      case 'show': if (id) server.show(id, actor.centre); break
      default: await actor.act(() => edit(actor, s.a, s.n), s.die)
    }
  }
  delete bugs.noDedup
  await quiet(actors)
  for (const actor of actors) await judge(actor, server)
  for (const actor of actors) actor.core.close()
}

async function quiet(actors: Actor[]) {
  for (let i = 0; i < 40; i++) {
    for (const actor of actors) {
      await actor.push('ok')
      await actor.pull('ok', 50)
    }
    if ((await Promise.all(actors.map((a) => a.settled()))).every(Boolean)) return
  }
  throw new Error(`stuck: ${actors.map((a) => a.lastFailure).join(' ')}`)
}

async function judge(actor: Actor, server: FakeServer) {
  const { db } = actor.e
  const here = (await db.records.toArray()).map((r) => r.record).sort(byId)
  const there = server.visible(actor.centre).map((h) => h.record).sort(byId)
  if (here.length !== there.length || !here.every((r, i) => same(r, there[i]))) throw new Error(`diverged: ${actor.centre}\nhere  ${brief(here)}\nthere ${brief(there)}`)
  if ((await db.shadow.count()) > 0) throw new Error('a shadow stayed')
  const inbox = new Set((await db.inbox.toArray()).map((i) => i.line))
  for (const { line, op } of actor.acked) {
    const row = await db.outbox.get(line)
    if (!row) throw new Error(`an acknowledged ${op} is not in the outbox: line ${line}`)
    const decided = server.applied.filter((a) => a.device === actor.device && a.mseq === row.mseq)
    if (decided.length !== 1) throw new Error(`decided ${decided.length} times: ${op} ${actor.centre} ${row.mseq}`)
    const mutation = JSON.parse(decided[0]!.body) as Mutation
    if (!same({ ...row.edit, mseq: row.mseq }, mutation)) throw new Error('another edit had this number')
    if (decided[0]!.status === 'rejected' && !inbox.has(line)) throw new Error(`a refused ${op} vanished`)
    if (decided[0]!.status === 'ok' && mutation.op === 'set' && !inbox.has(line)) mustStand(server, mutation, actor)
  }
}

/** An accepted value stands until another accepted change of that path; a value that never stood is a lost edit. */
function mustStand(server: FakeServer, mutation: Extract<Mutation, { op: 'set' }>, actor: Actor) {
  const held = server.data.records.get(mutation.id)
  if (!held) throw new Error('an accepted edit of nothing')
  const at = server.applied.findIndex((a) => a.device === actor.device && a.mseq === mutation.mseq)
  const later = server.applied.slice(at + 1).filter((a) => a.status === 'ok').map((a) => JSON.parse(a.body) as Mutation)
  for (const [path, value] of Object.entries(mutation.set)) {
    if (same(readPath(held.record, path) ?? null, value ?? null)) continue
    if (!later.some((l) => l.id === mutation.id && l.op === 'set' && path in l.set)) throw new Error(`lost: ${path} of ${actor.centre}`)
  }
}
const byId = (a: CaravanRecord, b: CaravanRecord) => (a.id < b.id ? -1 : 1)
const brief = (records: CaravanRecord[]) => records.map((r) => `${r.ref}@${r.rev}${r.tombstone ? 'x' : ''}`).join(' ')

const history = fc.array(step as fc.Arbitrary<Step>, { minLength: 10, maxLength: 60, size: 'max' })
const RUNS = Number(process.env['HISTORIES'] ?? 300)
const SEED = Number(process.env['SEED'] ?? 42)

describe('histories', () => {
  it(`${RUNS} of them end with every edit accounted for and all devices agreed`, { timeout: 600_000 }, async () => {
    await fc.assert(fc.asyncProperty(history, (steps) => run(steps)), { numRuns: RUNS, seed: SEED, endOnFailure: process.env['SHRINK'] === undefined })
  })
})

describe('the histories catch', () => {
  const caught = async (bugs: Bugs, bug?: ClientBug) => {
    const outcome = await fc.check(fc.asyncProperty(history, (steps) => run(steps, { ...bugs }, bug)), { numRuns: 300, seed: SEED, endOnFailure: true })
    expect(outcome.failed).toBe(true)
  }
  it('a server that decides a repeated mutation again', { timeout: 200_000 }, () => caught({ noDedup: true }))
  it('a server that keeps silent about conflicts', { timeout: 200_000 }, () => caught({ silent: true }))
  it('a server that hides records without an exit', { timeout: 200_000 }, () => caught({ noExit: true }))
  it('a cursor that moves before its rows are written', { timeout: 200_000 }, () => caught({}, 'early-cursor'))
  it('a wiped database that is not filled from the journal', { timeout: 200_000 }, () => caught({}, 'no-replay'))
  it('a hole reported by the server and not filled', { timeout: 200_000 }, () => caught({}, 'hole-ignored'))
  it('a journal that acknowledges before the disk has it', { timeout: 200_000 }, () => caught({}, 'journal-unsynced'))
})
