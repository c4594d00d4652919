/** What a user does with a window, and how the demo knows that the window has done it. */
import type { Page } from 'playwright-core'
import type { Language } from './words.ts'

const PATIENCE = { timeout: 60_000 }

export const ready = async (page: Page): Promise<void> => void (await page.waitForSelector('html[data-ready]', PATIENCE))

export async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, hash)
}

export const records = (page: Page): Promise<number> => page.evaluate(() => Number(document.documentElement.dataset['records'] ?? 0))

/** `data-sync` says `status`; for `idle`, with at least so many records. */
export async function sync(page: Page, status: 'idle' | 'offline', least = 0): Promise<void> {
  await page.waitForFunction(
    ([status, least]) => {
      const { sync, records } = document.documentElement.dataset
      return sync === status && Number(records ?? 0) >= least
    },
    [status, least] as const,
    PATIENCE,
  )
}

export interface Found {
  total: number
  refs: string[]
  ms: number
}

/** Types nothing: the route carries the question, and the list says which question its rows answer. */
export async function search(page: Page, query: string): Promise<Found> {
  const since = Date.now()
  await go(page, `#/catalogue?q=${encodeURIComponent(query)}`)
  await page.waitForFunction((query) => document.querySelector('[data-total][data-query]')?.getAttribute('data-query') === query, query, PATIENCE)
  const ms = Date.now() - since
  return page.evaluate((ms) => {
    const list = document.querySelector('[data-total]')
    return { total: Number(list?.getAttribute('data-total') ?? 0), refs: [...document.querySelectorAll<HTMLElement>('[data-ref]')].map((row) => row.dataset['ref'] ?? ''), ms }
  }, ms)
}

/** Language and theme as the settings keep them. */
export async function dress(page: Page, locale: Language, theme: 'light' | 'dark'): Promise<void> {
  await page.evaluate(
    async ([locale, theme]) => {
      const { caravan } = window as unknown as { caravan: { call(method: string, input: unknown): Promise<object> } }
      await caravan.call('settings.write', { ...(await caravan.call('settings.read', null)), locale, theme })
    },
    [locale, theme] as const,
  )
  await page.reload()
  await ready(page)
}

/** The interface's language now. */
export const language = (page: Page): Promise<Language> => page.evaluate(() => document.documentElement.lang as Language)
