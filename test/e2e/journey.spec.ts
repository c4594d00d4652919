/** The journey, in the words of each language: found, matched, a deal, a dossier, an edit made offline. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { openDealFromMatch, ownerOf } from '../../tools/demo/deal.ts'
import { issueDossier } from '../../tools/demo/dossier.ts'
import { editOffline } from '../../tools/demo/offline.ts'
import { search } from '../../tools/demo/pages.ts'
import { LANGUAGES } from '../../tools/demo/words.ts'
import { startServer } from '../../tools/steps/local-server.ts'
import { expect, ready, synced, test, watchPolicy } from './app.ts'

const QUESTIONS = { zh: '苦咸水淡化', ar: 'تحلية المياه', en: 'brackish water desalination', he: 'התפלת מים' }
const OFFER = 'TO-CN-2026-00398'
/** Of that offer: they must be found in the PDF as they are written. */
const PATENT = /CN\s*113\s*457\s*466\s*B/
const SECOND = { zh: 'ar', ar: 'he', en: 'zh', he: 'en' } as const
const SCRIPTS = { zh: /[\u4e00-\u9fff]{4}/, ar: /[\u0600-\u06ff]{4}/, en: /[A-Za-z]{6}/, he: /[\u05d0-\u05ea]{3}/ }

for (const locale of LANGUAGES) {
  test(`the journey: ${locale}`, async ({ open, server, profileOf, folder }) => {
    test.setTimeout(240_000)
    await server.importSample()
    const { page } = await open('one', '--server', server.url, '--enrol', await server.enrol('CASTTC', 'one'), '--locale', locale)
    const violations = await watchPolicy(page)
    await ready(page)
    await synced(page, 100)
    await expect(page.locator('html')).toHaveAttribute('lang', locale)
    await expect(page.locator('html')).toHaveAttribute('dir', locale === 'ar' || locale === 'he' ? 'rtl' : 'ltr')

    for (const question of Object.values(QUESTIONS)) {
      const { total, refs } = await search(page, question)
      expect(total, question).toBeGreaterThan(0)
      expect(refs.length, question).toBeGreaterThan(0)
    }
    expect((await search(page, QUESTIONS.zh)).refs).toContain(OFFER)

    const { deal, need } = await openDealFromMatch(page, OFFER)
    expect(deal).toMatch(/^D-/)
    await synced(page, 100)

    const second = SECOND[locale]
    const files = await issueDossier(page, deal, [locale, second], { documents: join(profileOf('one'), 'documents'), out: join(folder, 'dossier') })
    const pdf = join(folder, 'dossier', files.find((name) => name.endsWith('.pdf')) ?? '')
    const text = execFileSync('pdftotext', [pdf, '-']).toString()
    expect(text).toMatch(SCRIPTS[locale])
    expect(text).toMatch(SCRIPTS[second])
    expect(text).toMatch(PATENT)
    expect(files.filter((name) => name.endsWith('manifest.json'))).toHaveLength(1)

    const { page: two } = await open('two', '--server', server.url, '--enrol', await server.enrol(ownerOf(need), 'two'))
    await ready(two)
    await synced(two, 100)
    const { port } = new URL(server.url)
    let again: Awaited<ReturnType<typeof startServer>> | undefined
    const outcome = await editOffline({ one: page, two, deal, stop: () => server.stop(), start: async () => { again = await startServer(join(folder, 'server'), '--port', port) } })
    expect(outcome).toContain('once')
    expect(await violations()).toEqual([])
    await again?.stop()
  })
}
