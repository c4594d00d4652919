/**
 * Issues a dossier. Rules:
 *  D1 printed twice: the contents get the page numbers of the first print, and the second must agree with them.
 *     When a few lines are left for a last page, it is set a little tighter, if that saves the page.
 *  D2 the same job on the same engine gives the same bytes.
 *  D3 written beside its final place and renamed whole: a folder of dossiers never holds half of one.
 *  D4 an issued dossier is frozen: another of the same name gets a number, nothing is overwritten.
 */
import { createHash, randomUUID } from 'node:crypto'
import { access, mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ok, type Result } from '../src-core/base/result.ts'
import type { DossierJob } from '../src-core/host/contract.ts'
import { direction } from '../src-core/text/locale.ts'
import { syncFolder, writeDurable } from './atomic-file.ts'
import { failure, writeFailure } from './failure.ts'
import type { HostDoor } from './host-door.ts'
import { finishPdf } from './pdf-finish.ts'
import { endsShort, readPages } from './pdf-pages.ts'
import { safeFileName } from './safe-file-name.ts'

const PRINT_TIMEOUT_MS = 60_000
const MAX_PASSES = 4
const CREATOR = 'Caravan'
export interface IssuedFile { name: string; sha256: string; bytes: number }
export interface Issued { folder: string; pages: number; files: IssuedFile[] }
type Printer = Pick<HostDoor, 'documentsDir' | 'printTemplate' | 'print'>

export async function issueDossier(host: Printer, job: DossierJob): Promise<Result<Issued>> {
  if (/<\/style/i.test(job.style)) return failure('bad-input', { field: 'style' })
  let pdf: { bytes: Uint8Array; pages: number }
  try {
    pdf = await printDossier(host, job)
  } catch (error) {
    return failure('print-failed', { cause: error instanceof Error ? error.message.slice(0, 300) : 'unknown' })
  }
  try {
    const { folder, files } = await writeFolder(join(host.documentsDir, 'Caravan dossiers'), job, pdf.bytes)
    return ok({ folder, pages: pdf.pages, files })
  } catch (error) {
    return writeFailure(error)
  }
}

export async function printDossier(host: Pick<HostDoor, 'printTemplate' | 'print'>, job: DossierJob): Promise<{ bytes: Uint8Array; pages: number }> {
  const template = await host.printTemplate()
  const usual = await settle(host, template, job)
  const tight = (await endsShort(usual.printed)) ? await settle(host, template, { ...job, html: job.html.replace('class="dossier"', 'class="dossier tight"') }) : usual
  const { printed, count } = tight.count < usual.count ? tight : usual
  const finish = { title: job.title, lang: job.lang, issuedAt: job.issuedAt, outline: job.outline, creator: CREATOR, seed: JSON.stringify(job) }
  return { bytes: await finishPdf(printed, finish), pages: count }
}

/** D1: prints until the contents name the pages that the headings are on. */
async function settle(host: Pick<HostDoor, 'print'>, template: string, job: DossierJob): Promise<{ printed: Uint8Array; count: number }> {
  let pages = new Map<string, number>()
  for (let pass = 1; pass <= MAX_PASSES; pass++) {
    const printed = await host.print(fillTemplate(template, job, pages), { timeoutMs: PRINT_TIMEOUT_MS })
    const read = await readPages(printed)
    if (pass > 1 && samePages(pages, read.pages)) return { printed, count: read.count }
    pages = read.pages
  }
  throw new Error('the page numbers of the contents do not settle')
}

const samePages = (a: Map<string, number>, b: Map<string, number>) => a.size === b.size && [...a].every(([id, page]) => b.get(id) === page)

/** The whole document: the built template with the dossier in it. Its style sheets are asked for from the root of the origin. */
export function fillTemplate(template: string, job: Pick<DossierJob, 'html' | 'style' | 'lang' | 'title'>, pages: Map<string, number>): string {
  const body = job.html.replace(/<!--page ([A-Za-z0-9._-]+) (latn|arab)-->/g, (_, id: string, digits: string) => {
    const page = pages.get(id)
    return page === undefined ? '' : new Intl.NumberFormat(`en-u-nu-${digits}`, { useGrouping: false }).format(page)
  })
  return template
    .replace(/<html[^>]*>/, () => `<html lang="${job.lang}" dir="${direction(job.lang)}">`)
    .replace(/<title>[^<]*<\/title>/, () => `<title>${escapeHtml(job.title)}</title>`)
    .replace(/(href|src)="\.?\/?assets\//g, '$1="/assets/')
    .replace('<!--style-->', () => `<style>${job.style}</style>`)
    .replace('<!--document-->', () => body)
}
const escapeHtml = (s: string) => s.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!)

async function writeFolder(root: string, job: DossierJob, pdf: Uint8Array): Promise<{ folder: string; files: IssuedFile[] }> {
  await mkdir(root, { recursive: true })
  const temporary = join(root, `.${randomUUID()}.tmp`)
  try {
    await mkdir(temporary)
    const files: IssuedFile[] = []
    const put = async (name: string, data: Uint8Array) => {
      await writeDurable(join(temporary, name), data)
      files.push({ name, sha256: createHash('sha256').update(data).digest('hex'), bytes: data.length })
    }
    const json = (value: unknown) => Buffer.from(`${JSON.stringify(value, null, 2)}\n`)
    await put('dossier.pdf', pdf)
    await put('dossier.json', json(job.data))
    await put('manifest.json', json({ format: 'caravan-dossier', version: 1, name: job.name, title: job.title, issuedAt: job.issuedAt, facts: job.facts, files: [...files] }))
    // in the form `sha256sum --check` reads
    await put('manifest.sha256', Buffer.from(`${files.at(-1)!.sha256}  manifest.json\n`))
    await syncFolder(temporary)
    const folder = await place(temporary, root, safeFileName(job.name))
    await syncFolder(root)
    return { folder, files }
  } catch (error) {
    await rm(temporary, { recursive: true, force: true }).catch(() => undefined)
    throw error
  }
}

async function place(temporary: string, root: string, name: string): Promise<string> {
  for (let n = 1; ; n++) {
    const folder = join(root, n === 1 ? name : `${name} (${n})`)
    const free = await access(folder).then(() => false, () => true)
    if (!free) continue
    await rename(temporary, folder)
    return folder
  }
}
