/** Files as they come: damaged, repeated, oversized, from another system. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importFile } from '../../src-server/cli/import.ts'
import { setting } from './client.ts'
import { testServer, type TestServer } from './fixture.ts'
import { newFolder } from './postgres.ts'

const folder = newFolder()
let server: TestServer
beforeAll(async () => {
  mkdirSync(folder)
  server = await testServer()
}, 60_000)
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})
let files = 0
const run = (content: string | Buffer) => {
  const file = join(folder, `in-${files++}.jsonl`)
  writeFileSync(file, content)
  return importFile(server.store, file)
}
const line = (more: object = {}) => JSON.stringify({ kind: 'programme', ref: `PR-${files}`, title: { zh: '项目', en: 'Programme' }, ...more })
const complete = { programmeKind: 'training' }
const stored = async (ref: string) => (await server.db.pool.query('select doc, missing, seq, fv from record where ref = $1', [ref])).rows[0]
const head = async () => (await server.db.pool.query('select seq from space_head')).rows[0].seq as number

describe('lines', () => {
  it('BOM, CRLF, empty lines and a last line without an end', async () => {
    expect(await run(`\ufeff${line({ ref: 'PR-a', ...complete })}\r\n\r\n   \r\n${line({ ref: 'PR-b' })}`)).toEqual({ imported: 2, incomplete: 1, rejected: 0, rejects: null })
    expect(await stored('PR-b')).toMatchObject({ missing: ['programmeKind'], doc: { owner: 'HUB', title: { orig: 'zh' } } })
  })
  it('what is refused is written out whole, with line and reason; the rest is kept', async () => {
    const bad = [line({ ref: 'PR-c', ...complete }), '{"kind":"offer","title":', '[]', line({ kind: 'spaceship' }), line({ colour: 1 }), line({ ref: 'PR-d', title: '' }), line({ codes: 1 }), line({ kind: 'offer', codes: [{ scheme: 'HS', code: 'x\u0000' }] })]
    const report = await run(bad.join('\n'))
    expect(report).toMatchObject({ imported: 1, rejected: 7, rejects: expect.stringMatching(/in-\d+\.rejects\.jsonl$/) })
    const refused = readFileSync(report.rejects!, 'utf8').trim().split('\n').map((l) => JSON.parse(l) as { line: number; reason: string; text: string }).sort((a, b) => a.line - b.line)
    expect(refused.map((r) => [r.line, r.reason])).toEqual([[2, 'not-json'], [3, 'not-object'], [4, 'unknown-kind'], [5, 'unknown-field'], [6, 'no-title'], [7, 'unknown-field'], [8, 'invalid-value']])
    expect(refused.map((r) => r.text)).toEqual(bad.slice(1))
  })
  it('bytes that are not UTF-8 are kept as they were', async () => {
    const bytes = Buffer.concat([Buffer.from('{"kind":"offer","title":"'), Buffer.from([0xff, 0xfe, 0x41]), Buffer.from('"}')])
    const { rejects } = await run(Buffer.concat([bytes, Buffer.from('\n'), Buffer.from(line({ ref: 'PR-e' }))]))
    const refused = JSON.parse(readFileSync(rejects!, 'utf8')) as { reason: string; base64: string }
    expect([refused.reason, Buffer.from(refused.base64, 'base64').equals(bytes)]).toEqual(['not-utf8', true])
  })
  it('a field of 20 MB, in Latin and in Chinese, is refused within seconds', async () => {
    const at = performance.now()
    const report = await run([line({ ref: 'PR-f', summary: 'x'.repeat(20_000_000) }), line({ ref: 'PR-g', summary: '灌'.repeat(7_000_000) }), line({ ref: 'PR-h' })].join('\n'))
    expect(report).toMatchObject({ imported: 1, rejected: 2 })
    expect(performance.now() - at).toBeLessThan(10_000)
  })
  it('an empty file is no error', async () => expect(await run('')).toEqual({ imported: 0, incomplete: 0, rejected: 0, rejects: null }))
})

describe('again', () => {
  it('the same file changes nothing, not even the order', async () => {
    const text = [line({ ref: 'PR-i', ...complete }), line({ ref: undefined }), line({ ref: undefined })].join('\n')
    const first = await run(text)
    const before = await head()
    expect(await run(text)).toEqual(first)
    expect(await head()).toBe(before)
    // the two lines without a ref have the same content: they are one record
    expect((await server.db.pool.query(`select count(*)::int as n from record where doc->'title'->'t'->'zh'->>'text' = '项目' and ref like 'PR-____________'`)).rows[0].n).toBe(1)
  })
  it('a changed line updates what it names and numbers it; the rest stays', async () => {
    await run(line({ ref: 'PR-j', fields: ['AGR.IRR'], ...complete }))
    await run(line({ ref: 'PR-j', countries: ['CN'], owner: undefined }))
    const { doc, fv, seq } = await stored('PR-j')
    expect(doc).toMatchObject({ fields: ['AGR.IRR'], countries: ['CN'], rev: 1 })
    expect(fv).toEqual({ countries: seq })
  })
  it('an edit made in the app since is not undone by the same file', async () => {
    const text = line({ ref: 'PR-k', ...complete })
    await run(text)
    const hub = await server.device('HUB')
    await hub.sync()
    const row = [...hub.held.values()].find((r) => (r.doc as { ref: string }).ref === 'PR-k')!
    await hub.send(setting(row.id, { 'title/en': { text: 'Edited', state: 'human' } }))
    await run(text)
    expect((await stored('PR-k')).doc.title.t.en.text).toBe('Edited')
  })
  it('another kind under the same ref, or a withdrawn record, is refused', async () => {
    await run(line({ ref: 'PR-l' }))
    expect(await run(JSON.stringify({ kind: 'offer', ref: 'PR-l', title: 'x' }))).toMatchObject({ rejected: 1 })
  })
})

it('writing of thousands of lines comes in one order with no line lost', async () => {
  const many = Array.from({ length: 1234 }, (_, i) => line({ ref: `PR-m${i}`, ...complete }))
  expect(await run(many.join('\n'))).toMatchObject({ imported: 1234, rejected: 0 })
  const fresh = await server.device('HUB')
  await fresh.sync(100)
  expect([...fresh.held.values()].filter((r) => (r.doc as { ref: string }).ref.startsWith('PR-m'))).toHaveLength(1234)
})
