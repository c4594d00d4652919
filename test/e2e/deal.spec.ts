/** A deal worked on from its first day, in the words of each language: nobody, somebody, a locked gate, an open one, undo, a note, a task, a paper, the board, an end. */
import type { Page } from 'playwright-core'
import { go } from '../../tools/demo/pages.ts'
import { LANGUAGES, word } from '../../tools/demo/words.ts'
import { expect, ready, test } from './app.ts'

const OFFER = 'TO-CN-2026-00417'
const NOTE = 'موعد الزيارة الأولى يوم 12 مارس، مع فحص ملوحة البئر.'

for (const lang of LANGUAGES) {
  test(`a deal, worked on: ${lang}`, async ({ open }) => {
    test.setTimeout(120_000)
    const { page } = await open(`deal-${lang}`, '--locale', lang)
    await ready(page)
    await page.setViewportSize({ width: 1440, height: 900 })
    await sample(page)
    const button = (key: string) => page.getByRole('button', { name: word(lang, key), exact: false })

    // nobody to speak with: said in words, nothing made
    await go(page, '#/new/deal')
    await page.getByLabel(word(lang, 'deals:open.name')).fill('Trial')
    await button('deals:open.confirm').click()
    await expect(page.getByRole('alert')).toContainText(word(lang, 'deals:open.nobody'))
    expect(page.url()).toContain('#/new/deal')

    // on an offer, with one organisation chosen
    await go(page, `#/new/deal?from=${OFFER}`)
    await page.locator('.od-record').waitFor()
    await page.getByRole('combobox').fill('Batinah')
    // the list of before gives way to what was found
    await expect(page.getByRole('option')).toHaveCount(1)
    await page.getByRole('option').click()
    await page.locator('[data-chosen]').waitFor()
    await button('deals:open.confirm').click()
    await page.waitForURL(/#\/deal\/D-/)
    const deal = page.locator('[data-deal]')
    await expect(deal).toHaveAttribute('data-stage', 'lead')
    await expect(page.locator('[data-party]')).toHaveCount(2)
    const ref = await deal.getAttribute('data-deal')

    // the gate is locked, and says so when pushed
    const gate = page.locator('[data-gate]')
    await expect(gate).toHaveAttribute('data-gate', 'G1')
    await page.keyboard.press('BracketRight')
    await expect(page.locator('.toast-danger')).toContainText('G1')
    await expect(deal).toHaveAttribute('data-stage', 'lead')

    // what is missing is mended one by one, and the stage opens
    for (let left = Number(await gate.getAttribute('data-missing')); left > 0; left--) {
      await gate.locator('li:not([data-done])').first().getByRole('button', { name: word(lang, 'deals:item.tick') }).click()
      await expect(gate).toHaveAttribute('data-missing', String(left - 1))
    }
    await page.keyboard.press('BracketRight')
    await expect(deal).toHaveAttribute('data-stage', 'qualified')
    await page.keyboard.press('Control+z')
    await expect(deal).toHaveAttribute('data-stage', 'lead')
    await page.keyboard.press('BracketRight')
    await expect(deal).toHaveAttribute('data-stage', 'qualified')

    // a note in its own direction, a task, a paper
    await page.getByLabel(word(lang, 'deals:notes.add')).fill(NOTE)
    await button('deals:notes.save').click()
    const note = page.locator('[data-note] p[lang]')
    await expect(note).toHaveText(NOTE)
    expect(await note.evaluate((p) => [p.getAttribute('lang'), getComputedStyle(p).direction])).toEqual(['ar', 'rtl'])
    await button('deals:tasks.add').click()
    await page.getByLabel(word(lang, 'deals:tasks.new')).fill('Ask for the well log')
    await page.keyboard.press('Enter')
    await page.getByText('Ask for the well log').first().waitFor()
    await button('deals:docs.add').click()
    await page.getByLabel(word(lang, 'deals:document.name')).fill('Visit minutes')
    await page.getByRole('dialog').getByRole('button', { name: word(lang, 'deals:document.save') }).click()
    await page.locator('.dc').getByText('Visit minutes').waitFor()

    // the board moves it on by key
    await go(page, '#/deals')
    await page.locator(`[data-key="${ref}"]`).focus()
    await page.keyboard.press('BracketRight')
    await go(page, `#/deal/${ref}`)
    await expect(deal).toHaveAttribute('data-stage', 'interest')

    // an end needs its reason
    await button('deals:deal.more').click()
    await page.getByRole('menuitem', { name: word(lang, 'deals:deal.close') }).click()
    await page.getByRole('dialog').getByText(word(lang, 'vocabulary:dealOutcome.dormant'), { exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: word(lang, 'deals:close.confirm') }).click()
    await expect(deal).toHaveAttribute('data-stage', 'outcome')

    // killed and opened again, everything is there
    await page.reload()
    await ready(page)
    await expect(deal).toHaveAttribute('data-stage', 'outcome')
    await expect(note).toHaveText(NOTE)
  })
}

async function sample(page: Page): Promise<void> {
  await page.locator('.wl-way[data-first] button').click()
  await page.waitForFunction(() => location.hash === '#/today' && Number(document.documentElement.dataset['records']) > 100)
}
