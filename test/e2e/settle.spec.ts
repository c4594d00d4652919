/** Two people changed one sentence: both versions stand side by side, and two actions settle it. */
import { join } from 'node:path'
import type { Saved } from '../../src-renderer/store/api.ts'
import type { Result } from '../../src-core/base/result.ts'
import { go } from '../../tools/demo/pages.ts'
import { word } from '../../tools/demo/words.ts'
import { startServer } from '../../tools/steps/local-server.ts'
import { axe } from './axe.ts'
import { expect, ready, synced, test } from './app.ts'
import { accessStore } from './store-access.ts'

const text = (words: string) => ({ text: words, state: 'original' as const })
const BEFORE = 'Cleans brackish well water for date palms, washed every three months.'
const MINE = 'Cleans brackish well water for date palms, washed every sixty days.'
const THEIRS = 'Cleans brackish well water for date palms at 48 °C, washed every ninety days.'

test('a conflict is shown whole on both sides and settled in two actions', async ({ open, folder, server }) => {
  test.setTimeout(180_000)
  const join2 = async (name: string) => open(name, '--server', server.url, '--enrol', await server.enrol('HUB', name), '--no-sample', '--locale', 'en')
  const [a, b] = [await join2('a'), await join2('b')]
  await Promise.all([synced(a.page), synced(b.page)])
  const [li, ben] = [await accessStore(a.page), await accessStore(b.page)]
  const made = await li<Result<Saved>>('create', 'offer', { title: { orig: 'en', t: { en: text('Membrane module') } }, summary: { orig: 'en', t: { en: text(BEFORE) } } }, 'Li')
  if (!made.ok) throw new Error(made.error.type)
  const { ref } = made.value
  await expect.poll(async () => (await ben<unknown[]>('get', [ref])).length, { timeout: 20_000 }).toBe(1)

  // Ben writes while the server is away; Li is first when it comes back
  await server.stop()
  await ben('change', ref, { 'summary/en': text(MINE) }, 'Ben')
  await b.kill()
  const again = await startServer(join(folder, 'server'), '--port', new URL(server.url).port)
  await li('change', ref, { 'summary/en': text(THEIRS) }, 'Li')
  await li('syncNow')
  await expect.poll(async () => (await li<{ pending: number }>('state')).pending, { timeout: 20_000 }).toBe(0)

  const { page } = await open('b', '--no-sample', '--locale', 'en')
  await ready(page)
  await page.setViewportSize({ width: 1440, height: 900 })
  await go(page, '#/sync')
  const card = page.locator('[data-inbox]')
  await expect(card).toHaveCount(1, { timeout: 30_000 })
  await expect(card).toContainText(word('en', 'sync:conflict.text'))
  const [mine, theirs] = [card.locator('.cf-op').nth(0), card.locator('.cf-op').nth(1)]
  await expect(mine.locator('.read')).toHaveText(MINE)
  await expect(theirs.locator('.read')).toHaveText(THEIRS)
  await expect(mine.locator('ins')).toHaveText(['sixty'])
  await expect(theirs.locator('ins').first()).toContainText('48')
  expect(await axe(page)).toEqual([])

  // one key chooses, one press settles
  await page.keyboard.press('2')
  await card.getByRole('button', { name: word('en', 'sync:conflict.keepTheirs') }).click()
  await expect(card).toHaveCount(0)
  await go(page, `#/record/${ref}`)
  await expect(page.getByText(THEIRS).first()).toBeVisible()
  await again.stop()
})
