/**
 * One mutation applied to what is held: pure, so that a whole commit is decided in memory and written in a few statements.
 * Every refusal has a code of REJECTIONS and the values its message needs; a refused mutation still counts as answered.
 */
import { centresOfDeal, dealOf, mayCreate, mayEdit, mayEditField, mayRead, type Viewer } from '../../src-core/access/access.ts'
import type { DealDocument } from '../../src-core/deal/checklist.ts'
import { canMove, stageOf } from '../../src-core/deal/stages.ts'
import { missingFields, type CaravanRecord, type Deal } from '../../src-core/record/record.ts'
import { KINDS } from '../../src-core/record/vocabulary.ts'
import { applyChange, check, readPath, same, splitPath, type ChangeSet } from '../../src-core/sync/change.ts'
import { REJECTIONS, type Mutation, type MutationResult } from '../../src-core/sync/protocol.ts'
import type { Held } from './records.ts'
import { storable } from './storable.ts'

export interface Ground {
  byId(id: string): Held | undefined
  byRef(ref: string): Held | undefined
  documentsOf(deal: string): DealDocument[]
  /** the device that made change `seq`; undefined for an import */
  writerOf(seq: number): string | undefined
}
export interface Act { viewer: Viewer; device: string; seq: number; now: string; today: string }
export interface Applied { result: MutationResult; held?: Held }

type Code = (typeof REJECTIONS)[number]
type Values = Record<string, string | number>
type Conflicts = NonNullable<MutationResult['conflicts']>

export function apply(mutation: Mutation, act: Act, ground: Ground): Applied {
  const rejected = (code: Code, values: Values = {}): Applied => ({ result: { mseq: mutation.mseq, status: 'rejected', code, values } })
  const accepted = (held: Held): Applied => ({ result: { mseq: mutation.mseq, status: 'ok', seq: act.seq }, held })
  const centresOf = (record: CaravanRecord): string[] => {
    if (record.kind === 'deal') return centresOfDeal(record)
    const deal = dealOf(record)
    const room = deal === undefined ? undefined : ground.byRef(deal)
    return room ? centresOfDeal(room.record) : []
  }
  const { viewer } = act

  if (mutation.op === 'create') return create(mutation)
  const held = ground.byId(mutation.id)
  // what one may not see does not exist
  if (!held || !mayRead(held.record, viewer, act.today, centresOf(held.record))) return rejected('unknown-record')
  if (!mayEdit(held.record, viewer, centresOf(held.record))) return rejected('not-owner', { owner: held.record.owner })
  if (held.record.tombstone) return rejected('gone', { ref: held.record.ref })
  switch (mutation.op) {
    case 'set': return set(mutation, held)
    case 'withdraw': return withdraw(mutation, held)
    case 'move-stage': return moveStage(mutation, held)
  }

  function create({ id, doc }: Extract<Mutation, { op: 'create' }>): Applied {
    const kind = (doc as Partial<CaravanRecord>).kind
    if (kind === undefined || doc['id'] !== id || doc['tombstone'] !== undefined) return rejected('invalid-value', { field: kind === undefined ? 'kind' : 'id', issue: 'not-allowed' })
    if (!storable(doc)) return rejected('invalid-value', { field: '', issue: 'control-character' })
    // a clock ahead of ours must not date the record into the future
    const createdAt = typeof doc['createdAt'] === 'string' && doc['createdAt'] < act.now ? doc['createdAt'] : act.now
    const checked = checkKind({ ...doc, rev: 0, createdAt, updatedAt: act.now })
    if (!checked.ok) return rejected(checked.error.type as Code, checked.error.values)
    const record = checked.value
    const taken = ground.byId(id) ?? ground.byRef(record.ref)
    if (taken) {
      const again = taken.record.owner === viewer.centre && same({ ...taken.record, updatedAt: '', createdAt: '' }, { ...record, updatedAt: '', createdAt: '' })
      return again ? { result: { mseq: mutation.mseq, status: 'ok', seq: taken.seq } } : rejected('ref-taken', { ref: record.ref })
    }
    if (!mayCreate(record, viewer, centresOf(record))) return rejected(record.owner === viewer.centre && record.kind !== 'centre' ? 'not-party' : 'not-owner', { owner: record.owner })
    if (record.kind === 'deal' && stageOf(record) !== 'lead') return rejected('stage-not-allowed', { from: 'lead', to: stageOf(record) })
    // a history that was never moved through is no evidence: a new deal has at most its beginning
    if (record.kind === 'deal' && ((record.stageHistory ?? []).length > 1 || record.stageHistory?.some((row) => row.from !== undefined || row.to !== 'lead'))) return rejected('not-settable', { field: 'stageHistory' })
    return incomplete(record) ?? accepted({ record, seq: act.seq, fv: {} })
  }

  function set({ set: wanted, base }: Extract<Mutation, { op: 'set' }>, before: Held): Applied {
    const conflicts: Conflicts = []
    const change: ChangeSet = {}
    for (const [path, mine] of Object.entries(wanted)) {
      if (!mayEditField(before.record, viewer, splitPath(path).field)) return rejected('not-owner', { owner: before.record.owner, field: path })
      const theirs = readPath(before.record, path)
      if (same(theirs ?? null, mine ?? null)) continue
      const since = changedSince(before, path, base[path] ?? 0)
      if (since === undefined) change[path] = mine
      else conflicts.push({ path, mine, theirs: theirs ?? null, seq: since })
    }
    const noted = conflicts.length > 0 ? { conflicts } : {}
    // nothing left to write: the answer points at the row that already says it
    if (Object.keys(change).length === 0) return { result: { mseq: mutation.mseq, status: 'ok', seq: before.seq, ...noted } }
    if (!storable(change)) return rejected('invalid-value', { field: Object.keys(change)[0]!, issue: 'control-character' })
    const changed = applyChange(before.record, change, act.now)
    if (!changed.ok) return rejected(changed.error.type, changed.error.values)
    const record = changed.value
    if (dealOf(record) !== dealOf(before.record) && dealOf(record) !== undefined && !centresOf(record).includes(viewer.centre)) return rejected('not-party', { deal: dealOf(record)! })
    const publishes = before.record.status !== 'PUBLISHED' ? incomplete(record) : undefined
    if (publishes) return publishes
    const fv = { ...before.fv, ...Object.fromEntries(Object.keys(change).map((path) => [path, act.seq])) }
    return { result: { mseq: mutation.mseq, status: 'ok', seq: act.seq, ...noted }, held: { ...before, record, seq: act.seq, fv } }
  }

  /** The seq at which another device changed this path, a part of it or the whole it belongs to, after `base`. */
  function changedSince({ fv }: Held, path: string, base: number): number | undefined {
    for (const [other, seq] of Object.entries(fv)) {
      if (seq <= base || !(other === path || other.startsWith(`${path}/`) || path.startsWith(`${other}/`))) continue
      if (ground.writerOf(seq) !== act.device) return seq
    }
    return undefined
  }

  function withdraw({ reason, base }: Extract<Mutation, { op: 'withdraw' }>, before: Held): Applied {
    if (before.record.owner !== viewer.centre) return rejected('not-owner', { owner: before.record.owner })
    if (before.seq > base && ground.writerOf(before.seq) !== act.device) return rejected('changed-since', { ref: before.record.ref })
    if (!storable(reason)) return rejected('invalid-value', { field: 'tombstone', issue: 'control-character' })
    return changed(before, { tombstone: { at: act.now, reason }, status: 'WITHDRAWN' }, ['tombstone', 'status'])
  }

  function moveStage({ from, to, by }: Extract<Mutation, { op: 'move-stage' }>, before: Held): Applied {
    if (before.record.kind !== 'deal') return rejected('not-settable', { field: 'stage' })
    const deal: Deal = before.record
    if (stageOf(deal) !== from) return rejected('stage-not-here', { from, to, stage: stageOf(deal) })
    const move = canMove(deal, to, ground.documentsOf(deal.ref))
    if (!move.ok) return rejected(move.error.type, 'missing' in move.error ? { ...move.error.values, missing: move.error.missing.join(' '), to } : move.error.values)
    if (!storable(by)) return rejected('invalid-value', { field: 'by', issue: 'control-character' })
    const row = { id: `${act.device.slice(-12)}-${mutation.mseq}`, from, to, at: act.now, by }
    return changed(before, { stage: to, stageHistory: [...(deal.stageHistory ?? []), row] }, ['stage', `stageHistory/${row.id}`])
  }

  function changed(before: Held, values: object, paths: string[]): Applied {
    const checked = check(before.record.kind, { ...before.record, ...values, rev: before.record.rev + 1, updatedAt: act.now })
    if (!checked.ok) return rejected('invalid-value', checked.error.values)
    return accepted({ ...before, record: checked.value, seq: act.seq, fv: { ...before.fv, ...Object.fromEntries(paths.map((p) => [p, act.seq])) } })
  }

  /** A profile is published whole; other kinds have no such gate. */
  function incomplete(record: CaravanRecord): Applied | undefined {
    if (record.status !== 'PUBLISHED' || !['offer', 'request', 'rd-request'].includes(record.kind)) return undefined
    const missing = missingFields(record)
    return missing.length > 0 ? rejected('incomplete', { fields: missing.join(' ') }) : undefined
  }
}

function checkKind(doc: Record<string, unknown>) {
  const kind = doc['kind'] as CaravanRecord['kind']
  return KNOWN.has(kind) ? check(kind, doc) : ({ ok: false, error: { type: 'invalid-value', values: { field: 'kind', issue: 'unknown' } } } as const)
}
const KNOWN: ReadonlySet<string> = new Set(KINDS)
