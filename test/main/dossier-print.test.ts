/** Prints real dossiers through Chromium and reads them back with poppler, as a receiver's search, copy and bookmarks would. */
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFRef } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildDossier } from '../../src-core/dossier/dossier.ts'
import type { DossierJob } from '../../src-core/host/contract.ts'
import type { Locale } from '../../src-core/text/locale.ts'
import { fillTemplate, issueDossier, printDossier } from '../../src-main/dossier-job.ts'
import { readPages } from '../../src-main/pdf-pages.ts'
import { input } from '../core/dossier/words.ts'
import { deal, need, offer } from '../core/dossier/sample.ts'
import { testFolder } from './folder.ts'
import { printHost } from './print-host.ts'
import { smallDisk } from './small-disk.ts'

const PAIRS: [Locale, Locale][] = [['ar', 'zh'], ['he', 'en'], ['zh', 'he'], ['en', 'ar'], ['ar', 'he'], ['zh', 'en']]
const NUMBERS = ['CN 115 876 234 B', 'CN 115 876 234 A', 'CN202310815467.2', 'PCT/CN2023/081234', 'WO 2023/123456 A1', '91640100MA75XYZ12K', 'D-2026-0031', 'TO-CN-2026-00417']
const printed = new Map<string, Promise<{ job: DossierJob; bytes: Uint8Array; pages: number }>>()
let host: Awaited<ReturnType<typeof printHost>>
const poppler = spawnSync('pdftotext', ['-v']).status === 0

beforeAll(async () => { host = await printHost() }, 120_000)
afterAll(async () => { if ('close' in host) await host.close() })

const jobOf = (a: Locale, b: Locale) => buildDossier(input([a, b])) as unknown as DossierJob
function print(a: Locale, b: Locale) {
  const key = `${a}-${b}`
  if ('reason' in host) throw new Error(host.reason)
  const door = host.host
  if (!printed.has(key)) printed.set(key, (async () => { const job = jobOf(a, b); return { job, ...(await printDossier(door, job)) } })())
  return printed.get(key)!
}
function textOf(bytes: Uint8Array, ...options: string[]): string {
  const file = join(testFolder(), 'd.pdf')
  writeFileSync(file, bytes)
  // poppler marks direction with controls of its own
  return execFileSync('pdftotext', ['-enc', 'UTF-8', ...options, file, '-'], { encoding: 'utf8', maxBuffer: 64e6 }).replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
}
/** A word as a searcher compares it: no marks, no order of letters. */
const bag = (word: string) => [...word.normalize('NFKD').replace(/[\p{M}\u0640\u200c-\u200f\u202a-\u202e\u2066-\u2069]/gu, '')].sort().join('')
const wordsOf = (text: string, script: string) => new Set((text.normalize('NFKC').match(new RegExp(`[\\p{Script=${script}}\\p{M}]{2,}`, 'gu')) ?? []).map(bag))
const TEXTS = [offer.title, offer.summary, offer.problem, offer.description, need.title, need.summary, deal.title, deal.summary]

test.for(PAIRS)('%s and %s: a receiver finds the words and every number', { timeout: 120_000 }, async ([a, b], { skip }) => {
  if ('reason' in host) return skip(host.reason)
  if (!poppler) return skip('poppler is not installed')
  const { bytes } = await print(a, b)
  const text = textOf(bytes)
  const flat = text.replace(/\s+/g, ' ')
  for (const number of NUMBERS) expect(flat, number).toContain(number)
  for (const lang of [a, b]) {
    const wanted = TEXTS.map((t) => t?.t[lang]?.text ?? '').join('\n')
    if (lang === 'zh') {
      // in the order of the page: by default poppler reads two columns line by line, and cuts sentences that run over a line end
      const squeezed = textOf(bytes, '-raw').replace(/\s+/g, '')
      const sentences = wanted.split(/[。；，\n]/).map((x) => x.replace(/\s+/g, '')).filter((x) => x.length > 3)
      expect(sentences.length).toBeGreaterThan(20)
      expect(sentences.filter((x) => !squeezed.includes(x))).toEqual([])
      const plain = text.replace(/\s+/g, '')
      const pairs = new Set([...wanted.matchAll(/\p{Script=Han}(?=(\p{Script=Han}))/gu)].map((m) => m[0] + m[1]!))
      expect([...pairs].filter((x) => !plain.includes(x)).length / pairs.size).toBeLessThan(0.06)
      continue
    }
    const script = { ar: 'Arabic', he: 'Hebrew', en: 'Latin' }[lang]
    const found = wordsOf(text, script)
    const words = [...wordsOf(wanted, script)]
    const missing = words.filter((w) => !found.has(w))
    expect(words.length).toBeGreaterThan(60)
    expect(missing.length / words.length, missing.join(' ')).toBeLessThan(0.06)
  }
})

test.for(PAIRS)('%s and %s: bookmarks are the headings, the contents name the pages they are on', { timeout: 120_000 }, async ([a, b], { skip }) => {
  if ('reason' in host) return skip(host.reason)
  const { job, bytes, pages } = await print(a, b)
  const doc = await PDFDocument.load(bytes, { updateMetadata: false })
  const outline = bookmarks(doc)
  expect(outline.map((x) => x.title)).toEqual(job.outline.map((o) => o.title))
  const { pages: destinations } = await readPages(bytes)
  expect(outline.map((x) => x.page)).toEqual(job.outline.map((o) => destinations.get(o.id)))
  expect(pages).toBe(doc.getPageCount())
  if (!poppler) return
  // the numbers printed in the contents are those of the destinations
  const second = textOf(bytes).split('\f')[1]!
  for (const o of job.outline.filter((x) => x.level === 1)) expect(second).toMatch(new RegExp(`(^|\\s)${destinations.get(o.id)}(\\s|$)`))
  expect(textOf(bytes).split('\f')).toHaveLength(pages + 1)
})

test.for([['ar', 'مساهمة مقفلة'], ['he', 'מניות בכורה']] as const)('brackets around %s words are not turned round', { timeout: 60_000 }, async ([lang, inside], { skip }) => {
  if ('reason' in host) return skip(host.reason)
  const template = await host.host.printTemplate()
  const picture = (body: string) => (host as Extract<typeof host, { page: unknown }>).page(fillTemplate(template, { html: `<p style="font-size:40px;width:600px;text-align:left">${body}</p>`, style: '@media screen { body { margin: 20px } }', lang: 'en', title: 't' }, new Map()))
  const asWritten = await picture(`<bdi lang="${lang}" dir="rtl">(${inside})</bdi>`)
  // in a left-to-right line the same picture is made without any mirroring
  const asSeen = await picture(`<span lang="${lang}" dir="ltr">(<bdi dir="rtl">${inside}</bdi>)</span>`)
  const turned = await picture(`<span lang="${lang}" dir="ltr">)<bdi dir="rtl">${inside}</bdi>(</span>`)
  expect(Buffer.compare(asWritten, asSeen)).toBe(0)
  expect(Buffer.compare(asWritten, turned)).not.toBe(0)
})

test('no font of the system is used, none is missing', { timeout: 60_000 }, async ({ skip }) => {
  if ('reason' in host) return skip(host.reason)
  if (!poppler) return skip('poppler is not installed')
  const file = join(testFolder(), 'd.pdf')
  writeFileSync(file, (await print('ar', 'zh')).bytes)
  const fonts = execFileSync('pdffonts', [file], { encoding: 'utf8' }).split('\n').slice(2).filter((l) => l !== '')
  expect(fonts.length).toBeGreaterThan(3)
  for (const line of fonts) expect(line).toMatch(/Amiri|NotoSans/)
  for (const line of fonts) expect(line).toMatch(/yes yes yes/)
  const { bytes } = await print('ar', 'zh')
  const doc = await PDFDocument.load(bytes, { updateMetadata: false })
  const preferences = doc.catalog.lookup(PDFName.of('ViewerPreferences'), PDFDict)
  // with /Direction /R2L, PDFium hands out patent numbers token-reversed
  expect(preferences.get(PDFName.of('Direction'))).toBeUndefined()
})

test('the same job twice gives the same bytes', { timeout: 60_000 }, async ({ skip }) => {
  if ('reason' in host) return skip(host.reason)
  const first = await print('ar', 'zh')
  const second = await printDossier(host.host, jobOf('ar', 'zh'))
  expect(createHash('sha256').update(second.bytes).digest('hex')).toBe(createHash('sha256').update(first.bytes).digest('hex'))
})

test('issued: PDF, data and a manifest whose hashes hold; a second issue does not touch the first', { timeout: 60_000 }, async ({ skip }) => {
  if ('reason' in host) return skip(host.reason)
  const documentsDir = testFolder()
  const job = jobOf('zh', 'en')
  const result = await issueDossier({ ...host.host, documentsDir }, { ...job, name: '../D-2026-0031: 阿曼/\u202eعُمان' })
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  const { folder, files, pages } = result.value
  expect(folder.startsWith(join(documentsDir, 'Caravan dossiers'))).toBe(true)
  expect(basename(folder)).toBe('-D-2026-0031- 阿曼-عُمان')
  expect(files.map((f) => f.name)).toEqual(['dossier.pdf', 'dossier.json', 'manifest.json', 'manifest.sha256'])
  for (const f of files) expect(createHash('sha256').update(readFileSync(join(folder, f.name))).digest('hex')).toBe(f.sha256)
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { files: unknown; facts: { records: { ref: string }[] } }
  expect(manifest.files).toEqual(files.slice(0, 2))
  expect(manifest.facts.records.map((r) => r.ref)).toContain('TO-CN-2026-00417')
  expect(pages).toBeGreaterThan(5)
  expect(spawnSync('sha256sum', ['--check', 'manifest.sha256'], { cwd: folder }).status).toBe(0)
  const again = await issueDossier({ ...host.host, documentsDir }, { ...job, name: '../D-2026-0031: 阿曼/\u202eعُمان' })
  expect(again.ok && again.value.folder).toBe(`${folder} (2)`)
  expect(again.ok && again.value.files[0]).toEqual(files[0])
})

test('a full disk, a printer that fails: said clearly, nothing half-written', { timeout: 60_000 }, async ({ skip }) => {
  if ('reason' in host) return skip(host.reason)
  const job = jobOf('zh', 'en')
  const broken = await issueDossier({ printTemplate: host.host.printTemplate, print: () => Promise.reject(new Error('the window is gone')), documentsDir: testFolder() }, job)
  expect(broken).toMatchObject({ ok: false, error: { type: 'print-failed' } })
  const disk = smallDisk(200)
  if ('reason' in disk) return skip(disk.reason)
  const { bytes } = await print('ar', 'zh')
  expect(bytes.length).toBeGreaterThan(200 * 1024)
  const full = await issueDossier({ ...host.host, documentsDir: disk.dir }, jobOf('ar', 'zh'))
  expect(full).toEqual({ ok: false, error: { type: 'disk-full' } })
  expect(readdirSync(join(disk.dir, 'Caravan dossiers'))).toEqual([])
  // an unwritable place is not a full one
  const taken = testFolder()
  writeFileSync(join(taken, 'Caravan dossiers'), 'a file in the way')
  expect(await issueDossier({ ...host.host, documentsDir: taken }, job)).toMatchObject({ ok: false, error: { type: 'write-failed' } })
})

function bookmarks(doc: PDFDocument): { title: string; page: number }[] {
  const pages = doc.getPages().map((p) => p.ref.toString())
  const out: { title: string; page: number }[] = []
  const walk = (ref: PDFRef | undefined) => {
    for (let r = ref; r !== undefined; ) {
      const item = doc.context.lookup(r, PDFDict)
      const dest = item.lookup(PDFName.of('Dest')) as unknown as { get(i: number): PDFRef }
      out.push({ title: item.lookup(PDFName.of('Title'), PDFHexString).decodeText(), page: pages.indexOf(dest.get(0).toString()) + 1 })
      walk(item.get(PDFName.of('First')) as PDFRef | undefined)
      r = item.get(PDFName.of('Next')) as PDFRef | undefined
    }
  }
  walk(doc.catalog.lookup(PDFName.of('Outlines'), PDFDict).get(PDFName.of('First')) as PDFRef)
  return out
}

