/** Every main screen in four languages, light and dark. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { dress, go, sync } from './pages.ts'
import { LANGUAGES } from './words.ts'

export interface Shot {
  name: string
  hash: string
}

/** The size that the screens were drawn at. */
const SIZE = { width: 1440, height: 900 }

export async function takeShots(page: Page, folder: string, shots: readonly Shot[]): Promise<number> {
  mkdirSync(folder, { recursive: true })
  let taken = 0
  await page.setViewportSize(SIZE)
  for (const language of LANGUAGES) {
    for (const theme of ['light', 'dark'] as const) {
      await dress(page, language, theme)
      await sync(page, 'idle', 1)
      for (const { name, hash } of shots) {
        await go(page, hash)
        await settled(page)
        await page.screenshot({ path: join(folder, `${name}.${language}.${theme}.png`) })
        taken++
      }
    }
  }
  return taken
}

/** The same picture of the document for a while, nothing still to be read, the list's rows those of its question, and no font on its way. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const size = () => `${document.body.innerText.length} ${document.body.scrollHeight}`
    // a list says which question its rows answer
    const answered = () => {
      const list = document.querySelector('[data-total]')
      const asked = new URLSearchParams(location.hash.split('?')[1] ?? '').get('q') ?? ''
      return !location.hash.startsWith('#/catalogue') || (list?.getAttribute('data-query') ?? null) === asked
    }
    for (let before = '', same = 0, tries = 0; same < 3 && tries < 100; tries++) {
      await new Promise((done) => setTimeout(done, 50))
      const now = size()
      same = now === before && !document.querySelector('.skel') && answered() ? same + 1 : 0
      before = now
    }
    await document.fonts.ready
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    await document.fonts.ready
  })
}
