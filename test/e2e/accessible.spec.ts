/** Every place in every language, light and dark: nothing that axe knows to be a barrier. */
import { LOCALES } from '../../src-core/text/locale.ts'
import { axe } from './axe.ts'
import { expect, ready, test } from './app.ts'

const PLACES = ['welcome', 'today', 'catalogue?q=irrigation', 'network', 'network?view=list', 'deals', 'deals?view=table', 'deal/D-2026-0031', 'new/deal?from=TO-CN-2026-00417', 'dossiers', 'dossier/D-2026-0031', 'events', 'sync', 'settings', 'record/TO-CN-2026-00417', 'edit/TO-CN-2026-00417', 'new/request']

for (const [i, locale] of LOCALES.entries()) {
  const theme = i % 2 === 0 ? 'light' : 'dark'
  test(`${locale}, ${theme}: no barrier in any place`, async ({ open }) => {
    test.setTimeout(240_000)
    const { page } = await open(`axe-${locale}`, '--locale', locale)
    await ready(page)
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.evaluate(async (theme) => {
      const { caravan } = window as unknown as { caravan: { call(method: string, input: unknown): Promise<object> } }
      await caravan.call('settings.write', { ...(await caravan.call('settings.read', null)), theme })
    }, theme)
    await page.locator('.wl-way[data-first] button').click()
    await page.waitForFunction(() => location.hash === '#/today' && Number(document.documentElement.dataset['records']) > 100)
    await page.reload()
    await ready(page)
    const barriers: string[] = []
    for (const place of PLACES) {
      await page.evaluate((hash) => { location.hash = hash }, `#/${place}`)
      await page.waitForTimeout(500)
      barriers.push(...(await axe(page)).map((b) => `${place}: ${b}`))
    }
    expect(barriers).toEqual([])
  })
}
