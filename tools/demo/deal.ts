/** An offer, the need that fits it best, and a deal between them. */
import type { Page } from 'playwright-core'
import { go, language } from './pages.ts'
import { word } from './words.ts'

export async function openDealFromMatch(page: Page, offer: string): Promise<string> {
  const lang = await language(page)
  await go(page, `#/record/${offer}`)
  // The matches stand on the record's own page, best first; each offers to open a deal.
  const match = page.locator('[data-match]').first()
  await match.waitFor()
  await match.getByRole('button', { name: word(lang, 'deals:open.title') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: word(lang, 'deals:open.confirm') }).click()
  await page.waitForURL(/#\/deal\//)
  return decodeURIComponent(page.url().replace(/^.*#\/deal\//, '').replace(/\?.*$/, ''))
}
