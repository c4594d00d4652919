/** The interface's own words, so that the demo presses what a user of that language reads. */
import { readFileSync } from 'node:fs'
import { at } from '../steps/root.ts'

export type Language = 'zh' | 'ar' | 'en' | 'he'
export const LANGUAGES: readonly Language[] = ['zh', 'ar', 'en', 'he']

type Tree = { [key: string]: string | Tree }

/** `deals:open.submit` in a language. */
export function word(language: Language, key: string): string {
  const [namespace = '', path = ''] = key.split(':')
  const tree = JSON.parse(readFileSync(at('locales', language, `${namespace}.json`), 'utf8')) as Tree
  const found = path.split('.').reduce<string | Tree | undefined>((node, part) => (typeof node === 'object' ? node[part] : undefined), tree)
  if (typeof found !== 'string') throw new Error(`no word ${key} in ${language}`)
  return found
}
