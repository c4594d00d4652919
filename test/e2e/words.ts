/** The app's own words, read from `locales/`: a test asks for the sentence that a user of that language must see. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { LOCALES, type Locale } from '../../src-core/text/locale.ts'
import { at } from '../../tools/steps/root.ts'

type Tree = { [key: string]: string | Tree }
const tree = (locale: Locale, file: string) => JSON.parse(readFileSync(join(at('locales'), locale, `${file}.json`), 'utf8')) as Tree

/** `errors:disk-full` in a language, arguments left out; fails when any of the four languages has no such sentence of its own. */
export function words(locale: Locale, key: string): string {
  const [file = '', path = ''] = key.split(':')
  const found = LOCALES.map((l) => path.split('.').reduce<string | Tree | undefined>((at, step) => (typeof at === 'object' ? at[step] : undefined), tree(l, file)))
  expect(found.filter((text) => typeof text === 'string' && text !== ''), `${key} in four languages`).toHaveLength(4)
  expect(new Set(found).size, `${key} is translated`).toBe(4)
  return found[LOCALES.indexOf(locale)] as string
}
/** The part of a sentence after its last argument. */
export const tailOf = (message: string): string => message.slice(message.lastIndexOf('}') + 1).trim()
