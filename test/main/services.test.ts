import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { METHODS, type Method } from '../../src-core/host/contract.ts'
import { createServices, type HostDoor } from '../../src-main/services.ts'
import { testFolder } from './folder.ts'

const shown: string[] = []
const door = (over: Partial<HostDoor> = {}): HostDoor => ({
  dataDir: testFolder(), documentsDir: testFolder(), version: '0.1.0', engine: 'chromium', arguments: { locale: 'ar' }, locale: 'ar-OM', keyring: false,
  printTemplate: () => Promise.reject(new Error('no template')), print: () => Promise.reject(new Error('no printer')), pickFile: () => Promise.resolve(null), showItem: (path) => { shown.push(path) }, openExternal: () => Promise.resolve(),
  fetch, seal: (s) => Buffer.from(s), unseal: (b) => Buffer.from(b).toString(), ...over,
})
/** As the bridge does it: input and output through the contract's schemas. */
async function through(services: ReturnType<typeof createServices>, method: Method, input: unknown): Promise<unknown> {
  return METHODS[method][1].parse(await services.call(method, METHODS[method][0].parse(input)))
}

test('every method of the contract answers, in the contract’s form', async () => {
  const services = createServices(door())
  const inputs: Record<Method, unknown> = {
    'host.info': null, 'settings.read': null, 'settings.write': { theme: 'dark' }, 'server.enrol': { url: '', code: 'x', name: 'y' }, 'server.send': { method: 'GET', path: '/v1/pull' },
    'journal.append': { entries: [{ t: 'edit', body: { n: 1 } }] }, 'journal.read': { after: 0, limit: 10 }, 'drafts.list': null, 'drafts.put': { key: 'a', at: 'now', body: 1 }, 'drafts.remove': { key: 'a' },
    'dossier.issue': { name: 'x', html: '<p>', style: '', lang: 'en', title: 't', outline: [], facts: {}, data: null, issuedAt: '2026-01-01T00:00:00Z' }, 'file.pick': { accept: ['jsonl'] }, 'shell.show': { token: 'x' }, 'shell.open': { url: 'https://example.org' },
  }
  const answers: Record<string, unknown> = {}
  for (const method of Object.keys(METHODS) as Method[]) answers[method] = await through(services, method, inputs[method])
  expect(answers['host.info']).toMatchObject({ engine: 'chromium', membership: null, arguments: { locale: 'ar' } })
  expect(answers['server.enrol']).toMatchObject({ ok: false, error: { type: 'bad-url' } })
  expect(answers['server.send']).toMatchObject({ ok: false, error: { type: 'not-enrolled' } })
  expect(answers['journal.read']).toMatchObject({ ok: true, value: { head: 1, lines: [{ seq: 1, entry: { t: 'edit', body: { n: 1 } } }] } })
  expect(answers['dossier.issue']).toMatchObject({ ok: false, error: { type: 'print-failed' } })
  expect(answers['file.pick']).toEqual({ ok: true, value: null })
  expect(answers['shell.show']).toEqual({ ok: false, error: { type: 'unknown-token' } })
  await services.close()
})

test('a picked file is known by its token alone', async () => {
  const file = join(testFolder(), 'network.jsonl')
  writeFileSync(file, '{}\n')
  const services = createServices(door({ pickFile: () => Promise.resolve(file) }))
  const picked = (await through(services, 'file.pick', { accept: ['jsonl'] })) as { ok: true; value: { token: string; name: string; bytes: number } }
  expect(picked.value).toMatchObject({ name: 'network.jsonl', bytes: 3 })
  expect(services.file(picked.value.token)).toBe(file)
  expect(services.file(file)).toBeUndefined()
  expect(services.file('../../etc/passwd')).toBeUndefined()
  await services.call('shell.show', { token: picked.value.token })
  expect(shown).toContain(file)
  await services.close()
})

test('what was saved is there at the next start', async () => {
  const host = door()
  const first = createServices(host)
  await first.call('settings.write', { locale: 'he' })
  await first.call('drafts.put', { key: 'TO-1', at: 'now', body: { a: 1 } })
  await first.call('journal.append', { entries: [{ t: 'edit', body: 1 }, { t: 'edit', body: 2 }] })
  await first.close()
  expect(await first.call('journal.append', { entries: [{ t: 'edit', body: 3 }] })).toMatchObject({ ok: false })
  expect(existsSync(join(host.dataDir, 'journal', 'edits.jsonl'))).toBe(true)
  const second = createServices(host)
  expect(await second.call('settings.read', null)).toEqual({ locale: 'he' })
  expect(await second.call('drafts.list', null)).toMatchObject({ value: [{ key: 'TO-1' }] })
  expect(await second.call('journal.read', { after: 1, limit: 10 })).toMatchObject({ value: { head: 2, lines: [{ seq: 2 }] } })
  await second.close()
})

test('a damaged journal is reported with its place, to writers and readers alike', async () => {
  const host = door()
  const first = createServices(host)
  await first.call('journal.append', { entries: [{ t: 'edit', body: 'aaaa' }, { t: 'edit', body: 'bbbb' }] })
  await first.close()
  const file = join(host.dataDir, 'journal', 'edits.jsonl')
  const { readFileSync } = await import('node:fs')
  writeFileSync(file, readFileSync(file, 'utf8').replace('aaaa', 'aaXa'))
  const second = createServices(host)
  for (const [method, input] of [['journal.read', { after: 0, limit: 1 }], ['journal.append', { entries: [{ t: 'edit', body: 1 }] }]] as const) {
    expect(await second.call(method, input)).toMatchObject({ ok: false, error: { type: 'journal-damaged', values: { line: 1 } } })
  }
  await second.close()
})
