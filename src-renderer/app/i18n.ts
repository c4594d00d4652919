/** The words, in four languages, all in the bundle: a language is switched live and without a network. */
import i18next from 'i18next'
import ICU from 'i18next-icu'
import { useCallback, useSyncExternalStore } from 'react'
import { isolate, isolateLtr, stripBidiControls } from '../../src-core/text/bidi.ts'
import { direction, isLocale, type Locale } from '../../src-core/text/locale.ts'
import { segments } from '../../src-core/text/segments.ts'
import type { VocabularyName } from '../../src-core/record/vocabulary.ts'
import type { Key } from './locale-keys.ts'

export type { Key } from './locale-keys.ts'
export type Values = Record<string, string | number | undefined>
export type Translate = (key: Key, values?: Values) => string

type Tree = { [key: string]: string | Tree }
const files = import.meta.glob<Tree>('../../locales/*/*.json', { eager: true, import: 'default' })

/** `{n}` beside `{n, plural, …}` is a number too: without a type ICU would print it in Latin digits whatever the centre uses. */
function typeNumbers(message: string): string {
  let typed = message
  for (const [, name] of message.matchAll(/\{\s*(\w+)\s*,\s*plural/g)) typed = typed.replaceAll(`{${name}}`, `{${name}, number}`)
  return typed
}
const mapLeaves = (tree: Tree): Tree => Object.fromEntries(Object.entries(tree).map(([k, v]) => [k, typeof v === 'string' ? typeNumbers(v) : mapLeaves(v)]))

const resources: Record<string, Record<string, Tree>> = {}
for (const [path, tree] of Object.entries(files)) {
  const [lang = '', file = ''] = path.split('/').slice(-2)
  ;(resources[lang] ??= {})[file.replace('.json', '')] = mapLeaves(tree)
}

let digits: 'latn' | 'arab' = 'latn'
const icu = new ICU({ parseLngForICU: (lng: string) => `${lng === 'en' ? 'en-GB' : lng}-u-nu-${lng === 'ar' ? digits : 'latn'}` })
const i18n = i18next.createInstance()

export async function startI18n(locale: Locale): Promise<void> {
  await i18n.use(icu).init({ lng: locale, fallbackLng: 'en', supportedLngs: ['zh', 'ar', 'en', 'he'], resources, ns: Object.keys(resources['en'] ?? {}), interpolation: { escapeValue: false }, returnNull: false, showSupportNotice: false } as Parameters<typeof i18n.init>[0])
  applyToPage(locale)
}

const listeners = new Set<() => void>()
let version = 0
const changed = () => {
  version++
  for (const listener of listeners) listener()
}

/** Switches language and direction at once; nothing is reloaded. */
export async function switchLanguage(locale: Locale): Promise<void> {
  await i18n.changeLanguage(locale)
  applyToPage(locale)
  changed()
}
/** Digits follow the centre's convention, and only Arabic has two. */
export function setDigits(next: 'latn' | 'arab'): void {
  if (next === digits) return
  digits = next
  icu.clearCache()
  changed()
}
function applyToPage(locale: Locale): void {
  document.documentElement.lang = locale
  document.documentElement.dir = direction(locale)
}

export const currentLocale = (): Locale => (isLocale(i18n.language) ? i18n.language : 'en')
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
const STRONG_LTR = /[A-Za-z0-9\u00c0-\u02af]/
const FIRST_LETTER = /\p{L}/u
/** A text of the other direction inside a sentence keeps its order only when isolated; in Arabic and Hebrew so does each number with its unit: 50–249 would read 249–50. */
function inOrder(value: string): string {
  const plain = stripBidiControls(value)
  if (!RTL.test(FIRST_LETTER.exec(plain)?.[0] ?? '')) return isolate(plain)
  return `\u2068${segments(plain).map((run) => (run.ltr ? isolateLtr(run.text) : run.text)).join('')}\u2069`
}
function isolateValues(values: Values | undefined, locale: Locale): Values | undefined {
  if (!values) return values
  const foreign = direction(locale) === 'rtl' ? STRONG_LTR : RTL
  return Object.fromEntries(Object.entries(values).map(([k, v]) => [k, typeof v === 'string' && foreign.test(v) ? inOrder(v) : v]))
}
/** A message in any language, for the palette that understands all four and for what is not a component. */
export const translate = (locale: Locale, key: Key, values?: Values): string => startingRight(i18n.t(key, { lng: locale, ...isolateValues(values, locale) }), locale)
/** `dir="auto"` goes by the first letter, isolated or not: a sentence that begins with a foreign name says its own direction first. */
function startingRight(message: string, locale: Locale): string {
  const rtl = direction(locale) === 'rtl'
  const first = FIRST_LETTER.exec(message)?.[0]
  if (first === undefined || RTL.test(first) === rtl) return message
  const own = rtl ? RTL.test(message) : /\p{Script=Latin}|\p{Script=Han}/u.test(message)
  return own ? (rtl ? '\u200f' : '\u200e') + message : message
}
export const hasMessage = (key: string): boolean => i18n.exists(key)

/** `t` in the interface's language; the component is drawn again when the language changes. */
export function useT(): Translate {
  const v = useSyncExternalStore(subscribe, () => version)
  // v is the identity of the language: a new `t` for each, so that memoised children are drawn again
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  return useCallback((key: Key, values?: Values) => translate(currentLocale(), key, values), [v])
}
export function useLocale(): Locale {
  useSyncExternalStore(subscribe, () => version)
  return currentLocale()
}

/** The label of a code: `field` codes may be an area (`AGR`) or a field in it (`AGR.IRR`). */
export const codeLabel = (t: Translate, vocabulary: VocabularyName | 'field' | 'siteParam' | 'term' | 'checklist', code: string): string => {
  const key = vocabulary === 'field' && !code.includes('.') ? `field.${code}._` : `${vocabulary}.${code}`
  return hasMessage(`vocabulary:${key}`) ? t(`vocabulary:${key}`) : code
}
/** Words of one language for a document: values go in as they are, because the document isolates them itself. */
export const documentWords = (locale: Locale) => (key: string, values?: Record<string, string | number>): string => i18n.t(key.includes(':') ? key : `print:${key}`, { lng: locale, ...values })
