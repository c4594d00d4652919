import { describe, expect, it } from 'vitest'
import { denied, mayCreate, mayEdit, mayEditField, mayRead, scopeOf, scopesFor, type Viewer } from '../../../src-core/access/access.ts'
import { asSeenBy } from '../../../src-core/access/confidential.ts'
import type { CaravanRecord } from '../../../src-core/record/record.ts'

const base = { id: '0190a5d0-0000-7000-8000-000000000001', rev: 0, status: 'PUBLISHED', createdAt: '2026-11-01T00:00:00Z', updatedAt: '2026-11-01T00:00:00Z', title: { orig: 'en', t: { en: { text: 'x', state: 'original' } } } }
const record = (more: object) => ({ ...base, kind: 'offer', ref: 'TO-1', owner: 'C-A', visibility: { level: 'network' }, ...more }) as unknown as CaravanRecord
const viewer = (centre: string, more: Partial<Viewer> = {}): Viewer => ({ centre, countries: [], hub: false, ...more })
const today = '2026-11-22'

describe('scopeOf', () => {
  it.each([
    [{ visibility: { level: 'public' } }, 'pub'],
    [{}, 'net'],
    [{ visibility: { level: 'centre' } }, 'ctr:C-A'],
    [{ visibility: { level: 'compliance' } }, 'cmp:C-A'],
    [{ visibility: { level: 'bilateral', centres: ['C-Z', 'C-B'] } }, 'bil:C-A+C-B+C-Z'],
    [{ visibility: { level: 'deal-room', deal: 'D-1' } }, 'deal:D-1'],
    [{ kind: 'deal', ref: 'D-7', visibility: { level: 'public' } }, 'deal:D-7'],
    [{ kind: 'document', deal: 'D-7', confidentiality: 'parties' }, 'deal:D-7'],
    [{ kind: 'document', deal: 'D-7', confidentiality: 'open', visibility: { level: 'public' } }, 'pub'],
    [{ kind: 'document', deal: 'D-7', confidentiality: 'own-side', visibility: { level: 'deal-room', deal: 'D-7' } }, 'ctr:C-A'],
  ])('%j -> %s', (more, scope) => expect(scopeOf(record(more))).toBe(scope))
})

describe('deny rules', () => {
  const rule = (more: object) => record({ deny: [{ scope: 'country', target: 'XA', applies: ['sync'], reasonCode: 'owner-wish', ...more }] })
  it('binds a centre that works for the country, never the owner', () => {
    expect(denied(rule({}), viewer('C-B', { countries: ['CN', 'XA'] }), 'read', today)).toBe(true)
    expect(denied(rule({}), viewer('C-B', { countries: ['CN'] }), 'read', today)).toBe(false)
    expect(denied(rule({}), viewer('C-A', { countries: ['XA'] }), 'read', today)).toBe(false)
  })
  it('binds by centre and by host organisation', () => {
    expect(denied(rule({ scope: 'centre', target: 'C-B' }), viewer('C-B'), 'sync', today)).toBe(true)
    expect(denied(rule({ scope: 'org', target: 'ORG-1' }), viewer('C-B', { hosts: ['ORG-1'] }), 'sync', today)).toBe(true)
  })
  it('a rule on matching leaves reading alone, a rule on reading forbids matching', () => {
    const b = viewer('C-B', { countries: ['XA'] })
    expect(denied(rule({ applies: ['match'] }), b, 'read', today)).toBe(false)
    expect(denied(rule({ applies: ['match'] }), b, 'match', today)).toBe(true)
    expect(denied(rule({ applies: ['read'] }), b, 'match', today)).toBe(true)
  })
  it('holds from its first day through its last', () => {
    const b = viewer('C-B', { countries: ['XA'] })
    const dated = rule({ from: '2026-11-22', until: '2026-11-23' })
    expect(['2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24'].map((d) => denied(dated, b, 'read', d))).toEqual([false, true, true, false])
  })
})

describe('reading and editing', () => {
  it('only the owner edits; the hub reads no centre-only record', () => {
    const own = record({ visibility: { level: 'centre' } })
    expect(mayRead(own, viewer('HUB', { hub: true }), today)).toBe(false)
    expect(mayRead(own, viewer('C-A'), today)).toBe(true)
    expect(mayEdit(record({}), viewer('C-A'))).toBe(true)
    expect(mayEdit(record({}), viewer('C-B'))).toBe(false)
    expect(mayEdit(record({}), viewer('HUB', { hub: true }))).toBe(false)
  })
  it('a deal and its documents belong to every centre of the deal', () => {
    const deal = record({ kind: 'deal', ref: 'D-1', centres: ['C-A', 'C-B'] })
    const doc = record({ kind: 'document', deal: 'D-1', confidentiality: 'parties' })
    expect([mayRead(deal, viewer('C-B'), today), mayEdit(deal, viewer('C-B')), mayEdit(deal, viewer('C-C'))]).toEqual([true, true, false])
    expect([mayEdit(doc, viewer('C-B'), ['C-A', 'C-B']), mayEdit(doc, viewer('C-C'), ['C-A', 'C-B']), mayEdit(doc, viewer('C-B'))]).toEqual([true, false, false])
  })
  it('sharing is the owner\'s to change', () => {
    const deal = record({ kind: 'deal', ref: 'D-1', centres: ['C-A', 'C-B'] })
    expect(['centres', 'visibility', 'deny', 'notes'].map((f) => mayEditField(deal, viewer('C-B'), f))).toEqual([false, false, false, true])
  })
  it('a centre cannot change the country that binds it; the hub can', () => {
    const centre = record({ kind: 'centre', ref: 'C-A', owner: 'C-A' })
    expect(mayEditField(centre, viewer('C-A'), 'countries')).toBe(false)
    expect(mayEditField(centre, viewer('HUB', { hub: true }), 'countries')).toBe(true)
  })
  it('creates only its own, in rooms it is in', () => {
    expect(mayCreate(record({}), viewer('C-B'))).toBe(false)
    expect(mayCreate(record({ visibility: { level: 'deal-room', deal: 'D-1' } }), viewer('C-A'), ['C-Z'])).toBe(false)
    expect(mayCreate(record({ kind: 'centre', ref: 'C-N', owner: 'C-A' }), viewer('C-A'))).toBe(false)
  })
})

it('scopesFor lists the open ones, its own and those shared with it', () => {
  expect(scopesFor(viewer('C-A'), [{ scope: 'deal:D-1', centres: ['C-A', 'C-B'] }, { scope: 'bil:C-B+C-C', centres: ['C-B', 'C-C'] }])).toEqual(['pub', 'net', 'ctr:C-A', 'cmp:C-A', 'deal:D-1'])
})

it('confidential fields reach nobody but the owner', () => {
  const offer = record({ price: { min: '1', currency: 'CNY' } })
  expect(asSeenBy(offer, viewer('C-A'))).toHaveProperty('price')
  expect(asSeenBy(offer, viewer('C-B'))).not.toHaveProperty('price')
  expect(offer).toHaveProperty('price')
})

it('only its owner takes a document out of its deal', () => {
  const doc = record({ kind: 'document', deal: 'D-7', confidentiality: 'parties' })
  expect(mayEdit(doc, viewer('C-B'), ['C-A', 'C-B'])).toBe(true)
  expect(mayEditField(doc, viewer('C-B'), 'deal')).toBe(false)
  expect(mayEditField(doc, viewer('C-A'), 'deal')).toBe(true)
})
