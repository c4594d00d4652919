/** A word that nobody says is a word four people translated for nothing; a key that has no word is a hole in the page. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { sources } from './sources.ts'

type Tree = { [key: string]: string | Tree }

const ROOT = resolve(import.meta.dirname, '../locales/en')
/** Namespaces whose keys are codes (`vocabulary:ipKind.patent`): built from data, complete by their own tests. */
const FROM_DATA = ['vocabulary', 'print', 'rejects']

const flat = (tree: Tree, path: string): string[] => Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [`${path}${key}`] : flat(value, `${path}${key}.`)))
const namespaces = readdirSync(ROOT).map((name) => name.replace('.json', ''))
const keys = new Set(namespaces.filter((name) => !FROM_DATA.includes(name)).flatMap((name) => flat(JSON.parse(readFileSync(join(ROOT, `${name}.json`), 'utf8')) as Tree, `${name}:`)))

const text = sources().filter(({ path }) => path.startsWith('src-')).map((source) => source.text).join('\n')
const said = new Set([...text.matchAll(/['"`]([a-z]+:[\w.-]+)['"`]/g)].flatMap(([, key]) => key ?? []))
/** `errors:${type}` and `deals:rail.${state}`: what stands before the first value. */
const begun = new Set([...text.matchAll(/`([a-z]+:[\w.-]*)\$\{/g)].flatMap(([, start]) => start ?? []))

test('every word is said', () => {
  const silent = [...keys].filter((key) => !said.has(key) && ![...begun].some((start) => key.startsWith(start)))
  expect(silent).toEqual([])
})

test('everything said has a word', () => {
  const known = [...said].filter((key) => namespaces.includes(key.split(':')[0] ?? '') && !FROM_DATA.includes(key.split(':')[0] ?? ''))
  expect(known.filter((key) => !keys.has(key) && ![...keys].some((word) => word.startsWith(`${key}.`)))).toEqual([])
  expect([...begun].filter((start) => namespaces.includes(start.split(':')[0] ?? '') && !FROM_DATA.includes(start.split(':')[0] ?? '') && ![...keys].some((key) => key.startsWith(start)))).toEqual([])
})
