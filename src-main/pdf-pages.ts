import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString, type PDFObject, type PDFPage } from '@cantoo/pdf-lib'

/** A named destination: where it points, and the number of its page from 1. */
export interface Destination { page: number; target: PDFArray }

/** Chromium does not fill `target-counter()`: page numbers are read from the destinations that the contents link to. */
export function destinationsOf(doc: PDFDocument): Map<string, Destination> {
  const pages = doc.getPages().map((p) => p.ref.toString())
  const found = new Map<string, Destination>()
  const add = (name: string, value: PDFObject | undefined) => {
    const object = doc.context.lookup(value)
    const target = object instanceof PDFDict ? object.lookup(PDFName.of('D')) : object
    if (target instanceof PDFArray) found.set(name, { page: pages.indexOf(target.get(0).toString()) + 1, target })
  }
  const old = doc.catalog.lookup(PDFName.of('Dests'))
  if (old instanceof PDFDict) for (const [key, value] of old.entries()) add(decodeURIComponent(key.decodeText()), value)
  const names = doc.catalog.lookup(PDFName.of('Names'))
  const tree = names instanceof PDFDict ? names.lookup(PDFName.of('Dests')) : undefined
  if (tree instanceof PDFDict) walkNames(tree, add)
  return found
}

function walkNames(node: PDFDict, add: (name: string, value: PDFObject | undefined) => void) {
  const names = node.lookup(PDFName.of('Names'))
  if (names instanceof PDFArray) {
    for (let i = 0; i + 1 < names.size(); i += 2) {
      const key = names.lookup(i)
      if (key instanceof PDFString || key instanceof PDFHexString) add(key.decodeText(), names.get(i + 1))
    }
  }
  const kids = node.lookup(PDFName.of('Kids'))
  if (kids instanceof PDFArray) for (let i = 0; i < kids.size(); i++) { const kid = kids.lookup(i); if (kid instanceof PDFDict) walkNames(kid, add) }
}

export async function readPages(bytes: Uint8Array): Promise<{ pages: Map<string, number>; count: number }> {
  const doc = await PDFDocument.load(bytes, { updateMetadata: false })
  return { pages: new Map([...destinationsOf(doc)].map(([name, d]) => [name, d.page])), count: doc.getPageCount() }
}

/** A last page with less than this share of a usual page's text looks forgotten. */
const SHORT = 0.55

/** Whether the document ends with a few lines on a page of their own. */
export async function endsShort(bytes: Uint8Array): Promise<boolean> {
  const doc = await PDFDocument.load(bytes, { updateMetadata: false })
  const shown = doc.getPages().slice(1).map((page) => shownTexts(doc, page))
  const last = shown.at(-1)
  if (last === undefined || shown.length < 3) return false
  const usual = shown.slice(0, -1).sort((a, b) => a - b)[Math.floor((shown.length - 1) / 2)]!
  return last < usual * SHORT
}

/** How many pieces of text a page shows. */
function shownTexts(doc: PDFDocument, page: PDFPage): number {
  const contents = page.node.lookup(PDFName.of('Contents'))
  const streams = contents instanceof PDFArray ? contents.asArray().map((ref) => doc.context.lookup(ref)) : [contents]
  return streams.reduce((n, stream) => n + (stream instanceof PDFRawStream ? (Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1').match(/\bT[jJ]\b/g) ?? []).length : 0), 0)
}
