/** Issues the dossier of a deal and takes a copy of its files. */
import { cpSync, existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { go, language } from './pages.ts'
import { word } from './words.ts'

export async function issueDossier(page: Page, deal: string, documents: string, out: string): Promise<string> {
  if (!deal) throw new Error('there is no deal')
  const lang = await language(page)
  await go(page, `#/dossier/${deal}`)
  await page.getByRole('button', { name: word(lang, 'dossier:issue.action') }).click()
  await page.getByText(word(lang, 'dossier:issue.done')).first().waitFor({ timeout: 90_000 })
  if (!existsSync(documents)) throw new Error(`nothing was written to ${documents}`)
  cpSync(documents, out, { recursive: true })
  const files = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(out, name)).isFile())
  if (!files.some((name) => name.endsWith('.pdf'))) throw new Error(`no PDF among ${files.join(', ')}`)
  return files.join(', ')
}
