import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString, type PDFObject } from '@cantoo/pdf-lib'

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
