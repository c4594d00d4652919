/** A document becomes a PDF in a hidden window that loads it from `app://caravan/print/<id>`; its policy lets no script run. */
import { randomUUID } from 'node:crypto'
import { BrowserWindow } from 'electron'
import type { PrintOptions } from '../host-door.ts'
import { ORIGIN } from './origin.ts'

export const printJobs = new Map<string, string>()

export async function print(html: string, { timeoutMs }: PrintOptions): Promise<Uint8Array> {
  const id = randomUUID()
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false } })
  printJobs.set(id, html)
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Error(`printing took more than ${timeoutMs} ms`)), timeoutMs)
  try {
    return await Promise.race([late.promise, paper(window, id)])
  } finally {
    clearTimeout(timer)
    printJobs.delete(id)
    window.destroy()
  }
}

async function paper(window: BrowserWindow, id: string): Promise<Uint8Array> {
  await window.loadURL(`${ORIGIN}/print/${id}`)
  // A font that is still on its way prints as blanks.
  await window.webContents.executeJavaScript('document.fonts.ready.then(() => document.fonts.size)')
  return window.webContents.printToPDF({ pageSize: 'A4', preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true, generateDocumentOutline: true })
}
