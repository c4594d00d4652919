/** The server goes, one centre goes on working, the server comes back, and the other centre sees the work: once. */
import type { Page } from 'playwright-core'
import { go, language, sync } from './pages.ts'
import { word } from './words.ts'

interface Scene {
  one: Page
  two: Page
  deal: string
  stop(): Promise<void>
  start(): Promise<void>
}

const NOTE = `Site visit agreed for March; brine outlet drawings follow. (${new Date().toISOString().slice(0, 10)})`

export async function editOffline({ one, two, deal, stop, start }: Scene): Promise<string> {
  if (!deal) throw new Error('there is no deal')
  await stop()
  await go(one, `#/deal/${deal}`)
  const lang = await language(one)
  await one.getByLabel(word(lang, 'deals:notes.add')).fill(NOTE)
  await one.getByRole('button', { name: word(lang, 'deals:notes.save') }).click()
  await one.getByText(NOTE).first().waitFor()
  await sync(one, 'offline')
  await start()
  const since = Date.now()
  await sync(one, 'idle')
  await go(two, `#/deal/${deal}`)
  await two.getByText(NOTE).first().waitFor({ timeout: 60_000 })
  const times = await two.getByText(NOTE).count()
  if (times !== 1) throw new Error(`the note stands there ${times} times`)
  return `kept while the server was gone, seen by the other centre ${((Date.now() - since) / 1000).toFixed(1)} s after it came back, once`
}
