import { createHash } from 'node:crypto'
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFRef, type PDFContext } from '@cantoo/pdf-lib'
import { destinationsOf, type Destination } from './pdf-pages.ts'

export interface Finish { title: string; lang: string; issuedAt: string; outline: { id: string; title: string; level: number }[]; creator: string; seed: string }

/**
 * Makes the printed bytes a function of the input alone, and its bookmarks right: Chromium writes right-to-left bookmarks with
 * their words reversed, dates of the moment, and ids of its own node counter. `/Direction /R2L` is left out on purpose: with it
 * PDFium hands out patent numbers token-reversed.
 */
export async function finishPdf(bytes: Uint8Array, wanted: Finish): Promise<Uint8Array> {
  const doc = await PDFDocument.load(bytes, { updateMetadata: false })
  const { catalog, context } = doc
  const when = new Date(wanted.issuedAt)
  doc.setTitle(wanted.title)
  doc.setLanguage(wanted.lang)
  doc.setCreator(wanted.creator)
  doc.setCreationDate(when)
  doc.setModificationDate(when)
  catalog.set(PDFName.of('ViewerPreferences'), context.obj({ DisplayDocTitle: true }))
  catalog.set(PDFName.of('Metadata'), context.register(context.stream(new TextEncoder().encode(xmp(wanted)), { Type: 'Metadata', Subtype: 'XML' })))
  writeOutline(doc, wanted.outline, destinationsOf(doc))
  const id = PDFHexString.of(createHash('sha256').update(wanted.seed).digest('hex').slice(0, 32))
  context.trailerInfo.ID = context.obj([id, id])
  return renumberNodes(await doc.save({ useObjectStreams: false, updateFieldAppearances: false, addDefaultPage: false }))
}

/** Blink's node ids sit in the structure tree and vary from run to run; by rank, and of the same length, they do not. */
function renumberNodes(saved: Uint8Array): Uint8Array {
  const text = Buffer.from(saved).toString('latin1')
  const ids = [...new Set(text.match(/\(node\d{8}\)/g) ?? [])].sort()
  const rank = new Map(ids.map((id, i) => [id, `(node${String(i + 1).padStart(8, '0')})`]))
  return Buffer.from(text.replace(/\(node\d{8}\)/g, (id) => rank.get(id)!), 'latin1')
}

interface Item { title: string; dest: Destination; ref: PDFRef; kids: Item[] }

function writeOutline(doc: PDFDocument, outline: Finish['outline'], destinations: Map<string, Destination>) {
  const { catalog, context } = doc
  const old = catalog.get(PDFName.of('Outlines'))
  if (old instanceof PDFRef) deleteOutline(context, old)
  const root = context.nextRef()
  const top: Item[] = []
  const path: Item[] = []
  for (const { id, title, level } of outline) {
    const dest = destinations.get(id)
    if (!dest) throw new Error(`the heading ${id} has no place in the PDF`)
    const item: Item = { title, dest, ref: context.nextRef(), kids: [] }
    path.length = Math.min(path.length, level - 1)
    ;(path.at(-1)?.kids ?? top).push(item)
    path.push(item)
  }
  const first = top[0]
  if (!first) { catalog.delete(PDFName.of('Outlines')); return }
  writeItems(context, root, top)
  context.assign(root, context.obj({ Type: 'Outlines', First: first.ref, Last: top.at(-1)!.ref, Count: PDFNumber.of(top.length) }))
  catalog.set(PDFName.of('Outlines'), root)
  catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'))
}

function writeItems(context: PDFContext, parent: PDFRef, items: Item[]) {
  items.forEach((item, i) => {
    const dict = context.obj({ Title: PDFHexString.fromText(item.title), Parent: parent, Dest: item.dest.target.clone(context) })
    const previous = items[i - 1]
    const next = items[i + 1]
    if (previous) dict.set(PDFName.of('Prev'), previous.ref)
    if (next) dict.set(PDFName.of('Next'), next.ref)
    if (item.kids.length > 0) {
      dict.set(PDFName.of('First'), item.kids[0]!.ref)
      dict.set(PDFName.of('Last'), item.kids.at(-1)!.ref)
      // negative: closed until opened
      dict.set(PDFName.of('Count'), PDFNumber.of(-item.kids.length))
      writeItems(context, item.ref, item.kids)
    }
    context.assign(item.ref, dict)
  })
}

function deleteOutline(context: PDFContext, ref: PDFRef) {
  const dict = context.lookup(ref)
  context.delete(ref)
  if (!(dict instanceof PDFDict)) return
  for (const key of ['First', 'Next']) {
    const next = dict.get(PDFName.of(key))
    if (next instanceof PDFRef) deleteOutline(context, next)
  }
}

const escapeXml = (s: string) => s.replace(/[&<>]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c]!)
function xmp({ title, lang, issuedAt, creator }: Finish): string {
  const at = issuedAt.replace(/\.\d+Z$/, 'Z')
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(title)}</rdf:li><rdf:li xml:lang="${lang}">${escapeXml(title)}</rdf:li></rdf:Alt></dc:title><xmp:CreatorTool>${escapeXml(creator)}</xmp:CreatorTool><xmp:CreateDate>${at}</xmp:CreateDate><xmp:ModifyDate>${at}</xmp:ModifyDate></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`
}
