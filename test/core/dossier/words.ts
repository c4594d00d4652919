import { IntlMessageFormat } from 'intl-messageformat'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DossierInput, Words } from '../../../src-core/dossier/dossier.ts'
import type { Locale } from '../../../src-core/text/locale.ts'
import { centre, deal, document, need, offer, organisations, ownDocument } from './sample.ts'

const trees = new Map<string, unknown>()
function tree(lang: Locale, namespace: string): unknown {
  const file = join(import.meta.dirname, '../../../locales', lang, `${namespace}.json`)
  if (!trees.has(file)) trees.set(file, JSON.parse(readFileSync(file, 'utf8')))
  return trees.get(file)
}

const formats = new Map<string, IntlMessageFormat>()
/** The real words, found the way i18next finds them; a missing one is an error. */
export const words = (lang: Locale): Words => (key, values) => {
  const [namespace, path] = key.includes(':') ? (key.split(':') as [string, string]) : ['print', key]
  const found = path.split('.').reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], tree(lang, namespace))
  const text = typeof found === 'object' && found !== null && '_' in found ? found._ : found
  if (typeof text !== 'string') throw new Error(`no words for ${lang} ${key}`)
  const id = `${lang} ${text}`
  const format = formats.get(id) ?? new IntlMessageFormat(text, lang)
  formats.set(id, format)
  return String(format.format(values))
}

export const input = (languages: [Locale, Locale], over: Partial<DossierInput> = {}): DossierInput => ({
  deal, organisations, offers: [offer], requests: [need], documents: [document, ownDocument], centre, languages, audience: 'partner', words,
  issuedAt: '2026-11-22T12:00:00.000Z', issuer: { name: '王敏', centre: 'HUB' },
  conventions: { ar: { digits: 'latn', calendar: 'islamic-umalqura' } },
  ...over,
})
