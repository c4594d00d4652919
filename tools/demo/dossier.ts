/** Issues the dossier of a deal in two languages and takes a copy of its files. */
import { cpSync, existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { go, language } from './pages.ts'
import { word, type Language } from './words.ts'

export interface Folders {
  /** where the desktop writes dossiers */
  documents: string
  /** where the copy goes */
  out: string
}

/** The files written, as paths below `out`. */
export async function issueDossier(page: Page, deal: string, [first, second]: readonly [Language, Language], { documents, out }: Folders): Promise<string[]> {
  if (!deal) throw new Error('there is no deal')
  const before = new Set(filesOf(documents))
  const lang = await language(page)
  await go(page, '#/dossiers')
  await go(page, `#/dossier/${deal}?a=${first}&b=${second}`)
  await page.getByRole('button', { name: word(lang, 'dossier:issue.action') }).click()
  await page.getByText(word(lang, 'dossier:issue.done')).first().waitFor({ timeout: 90_000 })
  const written = filesOf(documents).filter((name) => !before.has(name))
  if (!written.some((name) => name.endsWith('.pdf'))) throw new Error(`no PDF among ${written.join(', ') || 'nothing'}`)
  cpSync(documents, out, { recursive: true })
  return written
}

const filesOf = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile()) : [])
