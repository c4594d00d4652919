/** Every screen in every language, as axe sees it. */
import { ready, expect, synced, test } from './app.ts'
import { axe } from './axe.ts'
import { settled } from '../../tools/demo/shots.ts'
import { go } from '../../tools/demo/pages.ts'

const OFFER = 'TO-CN-2026-00398'
const DEAL = 'D-2026-0031'
const SCREENS = ['#/today', '#/catalogue', '#/catalogue?q=water', `#/record/${OFFER}`, `#/record/${OFFER}?tab=facts`, `#/record/${OFFER}?tab=rights`, `#/record/${OFFER}?tab=fits`, `#/record/${OFFER}?tab=history`, `#/edit/${OFFER}`, '#/new/offer', '#/new/event', `#/new/deal?from=${OFFER}`, '#/network', '#/deals', '#/deals?view=table', '#/dossiers', '#/events', '#/sync', '#/settings', `#/deal/${DEAL}`, `#/dossier/${DEAL}`]

/** Contrast hangs on the theme, not on the language: dark is looked at once a direction. */
const LOOKS = [['zh', 'light'], ['ar', 'light'], ['en', 'light'], ['he', 'light'], ['en', 'dark'], ['ar', 'dark']] as const

for (const [locale, theme] of LOOKS) {
  test(`no violation on any screen: ${locale}, ${theme}`, async ({ open, server }) => {
    test.setTimeout(180_000)
    await server.importSample()
    const { page } = await open('a', '--server', server.url, '--enrol', await server.enrol('CASTTC', 'axe'), '--locale', locale)
    await page.evaluate((theme) => (window as unknown as { caravan: { call(method: string, input: unknown): Promise<unknown> } }).caravan.call('settings.write', { theme }), theme)
    await page.reload()
    await ready(page)
    await synced(page, 100)
    const found: Record<string, string[]> = {}
    for (const hash of SCREENS) {
      await go(page, hash)
      await settled(page)
      const violations = await axe(page)
      if (violations.length > 0) found[hash] = violations
    }
    expect(found).toEqual({})
  })
}

test('no violation on the first screen of all', async ({ open }) => {
  const { page } = await open('a', '--no-sample')
  await ready(page)
  expect(await axe(page)).toEqual([])
})
