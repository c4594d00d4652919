/** Labels of controlled codes in four languages: text that makes a record findable in languages nobody has written it in. */
import { FIELD_CODES, AREAS, areaOf } from '../record/technology-fields.ts'
import type { CaravanRecord } from '../record/record.ts'
import { VOCABULARIES } from '../record/vocabulary.ts'
import { LOCALES, type Locale } from '../text/locale.ts'

/** Labels of a code: `field.AGR`, `field.AGR.IRR`, `country.CN`, `kind.offer`, `cooperation.pilot`, `sdg.6` ... */
export type Labels = (code: string) => Partial<Record<Locale, string>>

/** Which fields of a record carry codes whose labels are worth indexing, and their vocabularies. */
const CODED = { cooperation: 'cooperation', organisationKind: 'organisationKind', centreKind: 'centreKind', facilityKind: 'facilityKind', eventKind: 'eventKind', programmeKind: 'programmeKind', documentKind: 'documentKind', roles: 'personRole', sdg: 'sdg' } as const

export interface LabelledCode {
  field: string
  code: string
}
export function codesOf(record: CaravanRecord): LabelledCode[] {
  const values = record as unknown as Record<string, unknown>
  const out: LabelledCode[] = [{ field: 'kind', code: `kind.${record.kind}` }]
  for (const field of list(values['fields'])) out.push({ field: 'fields', code: `field.${field}` }, { field: 'fields', code: `field.${areaOf(field)}` })
  for (const name of ['country', 'countries']) for (const country of list(values[name])) out.push({ field: name, code: `country.${country}` })
  for (const [name, vocabulary] of Object.entries(CODED)) for (const code of list(values[name])) if (code !== 'none') out.push({ field: name, code: `${vocabulary}.${code}` })
  const seen = new Set<string>()
  return out.filter((c) => !seen.has(c.code) && seen.add(c.code))
}
const list = (value: unknown): string[] => (Array.isArray(value) ? value.filter((v) => typeof v === 'string') : typeof value === 'string' ? [value] : [])

/** Every code with a label, countries aside: they are learned from the records. */
export const LABELLED_CODES: readonly string[] = [
  ...AREAS.map((area) => `field.${area}`),
  ...FIELD_CODES.map((code) => `field.${code}`),
  ...(['kind', 'cooperation', 'organisationKind', 'centreKind', 'facilityKind', 'eventKind', 'programmeKind', 'documentKind', 'personRole', 'sdg'] as const).flatMap((name) => VOCABULARIES[name].map((code) => `${name}.${code}`)),
]

type Tree = { readonly [key: string]: string | Tree }
/** Codes that CLDR names in a way half of the network disputes: they have no label (words.md). */
const UNNAMED = new Set(['TW', 'PS', 'EH', 'XK'])

/** Labels out of the four `vocabulary.json`, and of countries out of CLDR. */
export function labelsFrom(vocabularies: Partial<Record<Locale, Tree>>): Labels {
  const names = new Map<Locale, Intl.DisplayNames>()
  const known = new Map<string, Partial<Record<Locale, string>>>()
  const find = (code: string): Partial<Record<Locale, string>> => {
    const found: Partial<Record<Locale, string>> = {}
    for (const locale of LOCALES) {
      const label = code.startsWith('country.') ? countryName(code.slice(8), locale, names) : labelAt(vocabularies[locale], code)
      if (label) found[locale] = label
    }
    return found
  }
  return (code) => {
    let found = known.get(code)
    if (!found) known.set(code, (found = find(code)))
    return found
  }
}

function labelAt(tree: Tree | undefined, code: string): string | undefined {
  let node: string | Tree | undefined = tree
  for (const key of code.split('.')) node = typeof node === 'object' ? node[key] : undefined
  if (typeof node === 'object') node = node['_']
  return typeof node === 'string' ? node : undefined
}

function countryName(code: string, locale: Locale, names: Map<Locale, Intl.DisplayNames>): string | undefined {
  if (UNNAMED.has(code) || !/^[A-Z]{2}$/.test(code)) return undefined
  let display = names.get(locale)
  if (!display) names.set(locale, (display = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' })))
  return display.of(code)
}
