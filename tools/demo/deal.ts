/** An offer, the need that fits it best, and a deal between them. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { at } from '../steps/root.ts'
import { go, language } from './pages.ts'
import { word } from './words.ts'

export interface Opened {
  deal: string
  offer: string
  need: string
}

/** Presses what a user presses: the offer's fits, the first one's "open a deal", and the sheet that is already filled in. */
export async function openDealFromMatch(page: Page, offer: string): Promise<Opened> {
  const lang = await language(page)
  await go(page, `#/record/${offer}?tab=fits`)
  const first = page.locator('a[href*="#/new/deal?"][href*="with="]').first()
  await first.waitFor()
  const need = new URLSearchParams((await first.getAttribute('href'))?.split('?')[1]).get('with') ?? ''
  await first.click()
  await page.getByRole('button', { name: word(lang, 'deals:open.confirm') }).click()
  await page.waitForURL(/#\/deal\//)
  return { offer, need, deal: decodeURIComponent(page.url().replace(/^.*#\/deal\//, '').replace(/\?.*$/, '')) }
}

/** The centre that owns a record of the sample network. */
export function ownerOf(ref: string): string {
  for (const line of readFileSync(at('out/renderer/sample/network.jsonl'), 'utf8').split('\n')) {
    if (!line.includes(ref)) continue
    const record = JSON.parse(line) as { ref?: string; owner?: string }
    if (record.ref === ref) return record.owner ?? 'HUB'
  }
  throw new Error(`${ref} is not in the sample network`)
}
