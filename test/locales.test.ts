/** The words: the same keys, arguments and tags in four languages, and in each its own plural forms. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { LOCALES, type Locale } from '../src-core/text/locale.ts'

type Tree = { [key: string]: string | Tree }
type Ast = ReturnType<IntlMessageFormat['getAst']>

const ROOT = resolve(import.meta.dirname, '../locales')
/** Unicode's categories, written down so that a machine's ICU data cannot change the rule. */
const PLURALS: Record<Locale, readonly string[]> = { en: ['one', 'other'], zh: ['other'], ar: ['zero', 'one', 'two', 'few', 'many', 'other'], he: ['one', 'two', 'other'] }
/** ICU's elements by type, as the parser numbers them. */
const [ARGUMENT, NUMBER, DATE, TIME, SELECT, PLURAL, TAG] = [1, 2, 3, 4, 5, 6, 8]

const namespaces = (locale: Locale): string[] => readdirSync(join(ROOT, locale)).filter((name) => name.endsWith('.json')).sort()
const flat = (tree: Tree, path: string): [string, string][] => Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : flat(value, `${path}${key}.`)))
const messages = (locale: Locale): Map<string, string> =>
  new Map(namespaces(locale).flatMap((name) => flat(JSON.parse(readFileSync(join(ROOT, locale, name), 'utf8')) as Tree, `${name.replace('.json', '')}:`)))

const words = Object.fromEntries(LOCALES.map((locale) => [locale, messages(locale)])) as Record<Locale, Map<string, string>>
const english = words.en
const others = LOCALES.filter((locale) => locale !== 'en')

interface Shape {
  arguments: string[]
  plurals: string[][]
}
function shapeOf(message: string, locale: Locale): Shape {
  const shape: Shape = { arguments: [], plurals: [] }
  const walk = (ast: Ast): void => {
    for (const part of ast) {
      if ([ARGUMENT, NUMBER, DATE, TIME, SELECT, PLURAL, TAG].includes(part.type)) shape.arguments.push((part as { value: string }).value)
      if (part.type === PLURAL) shape.plurals.push(Object.keys((part as { options: object }).options))
      if ('options' in part) for (const option of Object.values(part.options)) walk(option.value)
      if ('children' in part) walk(part.children)
    }
  }
  walk(new IntlMessageFormat(message, locale).getAst())
  return { arguments: [...new Set(shape.arguments)].sort(), plurals: shape.plurals }
}

test('there are words', () => expect(english.size).toBeGreaterThan(100))

describe.each(others)('%s', (locale) => {
  test('has the files of English', () => expect(namespaces(locale)).toEqual(namespaces('en')))
  test('has the keys of English, and no others', () => {
    expect([...english.keys()].filter((key) => !words[locale].has(key))).toEqual([])
    expect([...words[locale].keys()].filter((key) => !english.has(key))).toEqual([])
  })
  test('takes the same arguments', () => {
    const wrong = [...words[locale]].flatMap(([key, message]) => {
      const model = english.get(key)
      if (model === undefined) return []
      const [mine, theirs] = [shapeOf(message, locale).arguments, shapeOf(model, 'en').arguments]
      return mine.join() === theirs.join() ? [] : [`${key}: ${mine.join()} instead of ${theirs.join()}`]
    })
    expect(wrong).toEqual([])
  })
})

describe.each([...LOCALES])('%s', (locale) => {
  test('is ICU throughout', () => {
    const wrong = [...words[locale]].flatMap(([key, message]) => {
      try {
        shapeOf(message, locale)
        return []
      } catch (error) {
        return [`${key}: ${String(error)}`]
      }
    })
    expect(wrong).toEqual([])
  })
  test('has every plural form of the language, and none of another', () => {
    const wrong = [...words[locale]].flatMap(([key, message]) =>
      shapeOf(message, locale).plurals.flatMap((options) => {
        const named = options.filter((option) => !option.startsWith('='))
        const missing = PLURALS[locale].filter((form) => !named.includes(form))
        const foreign = named.filter((form) => !PLURALS[locale].includes(form))
        return missing.length + foreign.length > 0 ? [`${key}: lacks ${missing.join()}; foreign ${foreign.join()}`] : []
      }),
    )
    expect(wrong).toEqual([])
  })
  test('has no empty or untrimmed word', () => {
    expect([...words[locale]].filter(([, message]) => message === '' || message.trim() !== message).map(([key]) => key)).toEqual([])
  })
  test('is written with code points in order: no private use, no forbidden direction marks', () => {
    // Embeddings and overrides are refused in data as well: isolates and LRM/RLM do the work.
    expect([...words[locale]].filter(([, message]) => /[\u202a-\u202e\ue000-\uf8ff\ufffd]/u.test(message)).map(([key]) => key)).toEqual([])
  })
})
