import { describe, expect, test } from 'vitest'
import { CHECKLIST, checklistOf, GATES, missingForGate, newChecklist, type DealDocument } from '../../../src-core/deal/checklist.ts'
import { canMove, gateInto, reachable, STAGES } from '../../../src-core/deal/stages.ts'
import type { Deal } from '../../../src-core/record/record.ts'
import { recordSchema } from '../../../src-core/record/record.ts'

const AT = '2026-11-22T10:00:00.000Z'
const deal = (values: Partial<Deal> = {}): Deal => ({
  id: '01890000-0000-7000-8000-000000000001', kind: 'deal', ref: 'D-1', owner: 'HUB', rev: 0, status: 'DRAFT', visibility: { level: 'deal-room', deal: 'D-1' },
  createdAt: AT, updatedAt: AT, title: { orig: 'en', t: { en: { text: 'Deal', state: 'original' } } }, stage: 'lead', checklist: newChecklist(), ...values,
})
const document = (values: Partial<DealDocument> = {}): DealDocument => ({
  id: '01890000-0000-7000-8000-000000000002', kind: 'document', ref: 'DOC-1', owner: 'HUB', rev: 0, status: 'PUBLISHED', visibility: { level: 'deal-room', deal: 'D-1' },
  createdAt: AT, updatedAt: AT, deal: 'D-1', documentKind: 'nda', state: 'signed', ...values,
})
const tick = (d: Deal, items: readonly string[]): Deal => ({ ...d, checklist: d.checklist!.map((row) => (items.includes(row.item) ? { ...row, done: true } : row)) })
const everything = (d: Deal): Deal => tick({ ...d, prevailing: 'en', parties: [{ id: 'a', organisation: 'ORG-A', role: 'provider' }, { id: 'b', organisation: 'ORG-B', role: 'recipient' }] }, CHECKLIST.map((i) => i.item))

describe('stages', () => {
  test('twelve stages and six gates, each gate before one stage and asking for something', () => {
    expect(STAGES).toHaveLength(12)
    expect(STAGES.map(gateInto).filter(Boolean)).toEqual([...GATES])
    for (const gate of GATES) expect(CHECKLIST.some((i) => i.gate === gate && i.required)).toBe(true)
    expect(new Set(CHECKLIST.map((i) => i.item)).size).toBe(CHECKLIST.length)
  })

  test('a new checklist fits the schema of a deal', () => {
    expect(recordSchema.safeParse(deal()).error?.issues).toBeUndefined()
  })

  test('no stage is skipped, none is entered twice', () => {
    for (const from of STAGES) for (const to of STAGES) {
      const step = STAGES.indexOf(to) - STAGES.indexOf(from)
      const result = canMove(everything(deal({ stage: from, outcome: 'dormant' })), to)
      const allowed = step < 0 || step === 1 || (to === 'outcome' && step > 0)
      expect([from, to, result.ok]).toEqual([from, to, allowed])
      expect([from, to, reachable(deal({ stage: from })).includes(to)]).toEqual([from, to, allowed])
      if (!result.ok) expect(result.error).toEqual({ type: 'stage-not-allowed', values: { from, to } })
    }
  })

  test('a gate names what is missing, and opens when nothing is', () => {
    const closed = canMove(deal(), 'qualified')
    expect(closed).toEqual({ ok: false, error: { type: 'gate-not-met', values: { gate: 'G1' }, missing: ['client-consent', 'control-classified', 'funder-limits', 'ip-priority', 'deny-rules'] } })
    const nearly = tick(deal(), ['client-consent', 'control-classified', 'funder-limits', 'ip-priority'])
    expect(missingForGate(nearly, 'G1')).toEqual(['deny-rules'])
    expect(canMove(tick(nearly, ['deny-rules']), 'qualified')).toEqual({ ok: true, value: { from: 'lead', to: 'qualified', gate: 'G1' } })
  })

  test('a deal without parties does not reach disclosure, whatever is ticked', () => {
    const ticked = tick(deal({ stage: 'interest' }), CHECKLIST.map((i) => i.item))
    expect(missingForGate(ticked, 'G2')).toEqual(['provider-named', 'recipient-named'])
  })

  test('a signed document proves an item; a draft, a withdrawn one or one of another deal does not', () => {
    const d = deal({ stage: 'interest' })
    const by = (doc: DealDocument) => checklistOf(d, [doc]).find((i) => i.item === 'nda-in-force')!.by
    expect(by(document())).toBe('document')
    expect(by(document({ state: 'final' }))).toBe(null)
    expect(by(document({ deal: 'D-2' }))).toBe(null)
    expect(by(document({ tombstone: { at: AT, reason: 'wrong file' } }))).toBe(null)
    expect(checklistOf(d, [document({ documentKind: 'eoi', state: 'final' })]).find((i) => i.item === 'eoi-accepted')!.by).toBe('document')
  })

  test('closing needs an outcome, a loss its reason, and only a delivered deal is won', () => {
    expect(canMove(deal(), 'outcome')).toMatchObject({ error: { type: 'gate-not-met', values: { gate: 'closing' }, missing: ['outcome'] } })
    expect(canMove(deal({ outcome: 'lost' }), 'outcome')).toMatchObject({ error: { missing: ['lossReason'] } })
    expect(canMove(deal({ outcome: 'lost', lossReason: 'price' }), 'outcome').ok).toBe(true)
    expect(canMove(deal({ outcome: 'won', stage: 'terms' }), 'outcome')).toMatchObject({ error: { type: 'stage-not-allowed' } })
    expect(canMove(deal({ outcome: 'won', stage: 'delivery' }), 'outcome').ok).toBe(true)
  })
})
