import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical, intake, MAX_LINE, mergeIntake, type Intake } from '../../../src-core/record/intake.ts'

const digest = (text: string) => createHash('sha256').update(text).digest()
const options = { digest, now: '2026-11-22T10:00:00Z' }
const read = (value: unknown) => intake(typeof value === 'string' ? value : JSON.stringify(value), options)
const kept = (i: Intake) => { if (i.status === 'rejected') throw new Error(JSON.stringify(i)); return i }
const offer = { kind: 'offer', title: { zh: '节水灌溉', en: 'Irrigation' } }

describe('what a line may leave out', () => {
  it('fills in ref, id, owner, status, visibility and times, and says what is missing', async () => {
    const { record, missing, status } = kept(await read(offer))
    expect(record).toMatchObject({ owner: 'HUB', status: 'PUBLISHED', visibility: { level: 'network' }, rev: 0, createdAt: options.now })
    expect(record.ref).toMatch(/^TO-[0-9A-Z]{12}$/)
    expect(status).toBe('incomplete')
    expect(missing).toContain('summary')
  })
  it('the same content gets the same ref and id, whatever the order of keys', async () => {
    const a = kept(await read('{"kind":"offer","title":"x","trl":4}')).record
    const b = kept(await read('{ "trl":4, "title":"x", "kind":"offer" }')).record
    expect([b.ref, b.id]).toEqual([a.ref, a.id])
    expect(kept(await read('{"kind":"offer","title":"y","trl":4}')).record.ref).not.toBe(a.ref)
  })
  it('a complete record is complete', async () => {
    const centre = { kind: 'centre', ref: 'C-X', title: 'Centre', centreKind: 'node', countries: ['CN'], workingLanguages: ['zh'] }
    expect((await read(centre)).status).toBe('complete')
  })
})

describe('shorthands', () => {
  it('texts, dates and rows', async () => {
    const { record } = kept(await read({ kind: 'programme', title: 'نص', lang: 'ar', opens: '2026-11-22' }))
    expect(record).toMatchObject({ title: { orig: 'ar', t: { ar: { text: 'نص', state: 'original' } } }, opens: { iso: '2026-11-22' } })
    expect(kept(await read(offer)).record.title).toEqual({ orig: 'zh', t: { zh: { text: '节水灌溉', state: 'original' }, en: { text: 'Irrigation', state: 'human' } } })
    const rows = kept(await read({ ...offer, standards: [{ name: 'a' }, { id: 'r3', name: 'b' }, { name: 'c' }] })).record
    expect((rows as { standards: { id: string }[] }).standards.map((r) => r.id)).toEqual(['r1', 'r3', 'r3x'])
  })
})

describe('rejected, with the reason', () => {
  it.each([
    ['{"kind":"offer",', 'not-json'], ['[1]', 'not-object'], ['null', 'not-object'], ['{"title":"x"}', 'no-kind'], ['{"kind":"spaceship","title":"x"}', 'unknown-kind'],
    ['{"kind":"offer"}', 'no-title'], ['{"kind":"offer","title":""}', 'no-title'], ['{"kind":"offer","title":{"zh":" "}}', 'no-title'], ['{"kind":"offer","title":"x","colour":1}', 'unknown-field'],
    ['{"kind":"offer","title":"x","constructor":1}', 'unknown-field'], ['{"kind":"offer","title":"x","__proto__":{"a":1}}', 'unknown-field'],
    ['{"kind":"offer","title":"x","trl":12}', 'invalid-value'], ['{"kind":"offer","title":"x","trl":"4"}', 'invalid-value'], ['{"kind":"offer","title":"x","ref":"bad ref"}', 'invalid-value'], ['{"kind":"offer","title":"x","ref":{"toString":1}}', 'invalid-value'],
    ['{"kind":"offer","title":"x","lang":"fr"}', 'invalid-value'], ['{"kind":"offer","title":{"fr":"x"}}', 'no-title'],
    ['{"kind":"offer","title":"x","standards":[{"id":"a","name":"1"},{"id":"a","name":"2"}]}', 'invalid-value'],
  ])('%s', async (line, reason) => expect(await read(line)).toMatchObject({ status: 'rejected', reason }))

  it('a 20 MB field, a long title and deep nesting are refused at once', async () => {
    const at = performance.now()
    expect(await read({ ...offer, description: '灌'.repeat(20_000_000) })).toMatchObject({ reason: 'line-too-long' })
    expect(await read({ kind: 'offer', title: 'e\u0301'.repeat(MAX_LINE / 4) })).toMatchObject({ reason: 'invalid-value' })
    expect((await read(`{"kind":"offer","title":"x","trl":${'['.repeat(400_000)}${']'.repeat(400_000)}}`)).status).toBe('rejected')
    expect(performance.now() - at).toBeLessThan(3000)
  })

  it('never throws, whatever the line', async () => {
    await fc.assert(fc.asyncProperty(fc.oneof(fc.string(), fc.json(), fc.record({ kind: fc.constantFrom('offer', 'deal', 'centre'), title: fc.jsonValue(), x: fc.jsonValue(), trl: fc.jsonValue(), parties: fc.jsonValue(), deny: fc.jsonValue() }, { requiredKeys: [] }).map((o) => JSON.stringify(o))), async (line) => {
      expect(['complete', 'incomplete', 'rejected']).toContain((await intake(line, options)).status)
    }), { numRuns: 500 })
  })
})

it('a later line updates what it names and leaves the rest', async () => {
  const held = kept(await read({ ...offer, ref: 'TO-1', owner: 'C-A', trl: 4 })).record
  const next = mergeIntake(held, kept(await read({ ...offer, ref: 'TO-1', trl: 5 })))
  expect(next).toMatchObject({ owner: 'C-A', trl: 5, id: held.id })
  expect(canonical(mergeIntake(held, kept(await read({ ...offer, ref: 'TO-1', trl: 4 }))))).toBe(canonical(held))
})
