/**
 * Real public records in our own format: technology offers (NASA, TechPort), EU calls, sentences in four languages, organisations (ROR).
 * The data lie beside the checkout at `../shared/data`, never in it. `node bench/real-data.ts [FILE]` writes them as JSON lines.
 */
import { createWriteStream, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { finished } from 'node:stream/promises'

export const DATA = resolve(import.meta.dirname, '../../shared/data')
export const SOURCES = ['tech-en/docs.en.jsonl', 'parallel-4lang/parallel.jsonl', 'orgs-ror/orgs.jsonl'] as const
/** Why the data cannot be had; undefined when they can. */
export const absent = (): string | undefined => SOURCES.filter((s) => !existsSync(join(DATA, s))).map((s) => `${join(DATA, s)} is not there`)[0]

type Row = Record<string, never> & { id: string; kind?: string; title?: string; text?: string; org?: string; keywords?: string[] | string; url?: string; trl?: string[]; benefits?: string; deadline?: string; budget?: (number | null)[]; programme?: string }
interface Ror { id: string; established: number | null; types: string[]; names: { lang: string | null; types: string[]; value: string }[]; links: { type: string; value: string }[]; external_ids: { type: string; preferred: string | null; all: string[] }[]; locations: { geonames_details: { country_code: string; name: string } }[] }
type Line = Record<string, unknown>

const read = <T>(source: (typeof SOURCES)[number]): T[] => readFileSync(join(DATA, source), 'utf8').split('\n').filter((l) => l !== '').map((l) => JSON.parse(l) as T)
/** At most `max` UTF-16 units, not inside a surrogate pair. */
const cut = (text: string, max: number) => text.slice(0, max).replace(/[\ud800-\udbff]$/, '')
const english = (text: string, max: number) => (text.trim() === '' ? undefined : { en: cut(text, max) })
const source = (row: { url?: string }, name: string, licence: string) => [{ kind: 'fact', source: name, licence, ...(row.url ? { sourceUrl: row.url } : {}) }]
const refOf = (prefix: string, id: string) => `${prefix}-${id.replace(/[^A-Za-z0-9._-]/g, '-')}`.slice(0, 64)

export function* realRecords(): Generator<Line> {
  for (const row of read<Row>('tech-en/docs.en.jsonl')) yield row.kind === 'offer' ? offerOf(row) : callOf(row)
  for (const row of read<Record<'id' | 'zh' | 'ar' | 'en' | 'he', string>>('parallel-4lang/parallel.jsonl')) yield sentenceOf(row)
  for (const row of read<Ror>('orgs-ror/orgs.jsonl')) yield organisationOf(row)
}

function offerOf(row: Row): Line {
  const trl = Number(row.trl?.at(-1))
  return {
    kind: 'offer', ref: refOf('TO', row.id), title: { en: cut(row.title!, 250) }, summary: english(row.text!, 490), description: english(row.text!, 4000), advantages: english(row.benefits ?? '', 2000), country: 'US',
    ...(trl >= 1 && trl <= 9 ? { trl } : {}), provenance: source(row as { url?: string }, row.org ?? 'NASA', 'US government work'),
  }
}

function callOf(row: Row): Line {
  const [min, max] = row.budget ?? []
  const day = /^\d{4}-\d\d-\d\d$/.test(row.deadline ?? '') ? row.deadline : undefined
  return {
    kind: 'rd-request', ref: refOf('RDR', row.id), title: { en: cut(row.title!, 250) }, summary: english(row.text!, 490), objective: english(row.text!, 4000), ...(day ? { callDeadline: day } : {}),
    ...(min || max ? { budget: { ...(min ? { min: String(min) } : {}), ...(max ? { max: String(max) } : {}), currency: 'EUR' } } : {}), provenance: source({}, row.programme ?? 'EU', 'CC BY 4.0'),
  }
}

function sentenceOf(row: Record<'id' | 'zh' | 'ar' | 'en' | 'he', string>): Line {
  const all = (max: number) => ({ en: cut(row.en, max), zh: cut(row.zh, max), ar: cut(row.ar, max), he: cut(row.he, max) })
  return { kind: 'request', ref: refOf('TR', row.id), title: all(120), summary: all(490), problem: all(4000), provenance: [{ kind: 'fact', source: 'FLORES-200 / NTREX-128', licence: 'CC BY-SA 4.0' }] }
}

const KIND: Record<string, string> = { education: 'university', company: 'large', government: 'government', healthcare: 'hospital', facility: 'rto' }
const LANGUAGES = ['zh', 'ar', 'en', 'he'] as const

function organisationOf(row: Ror): Line {
  const label = (lang: string) => row.names.find((n) => n.lang === lang && n.types.includes('label'))?.value
  const shown = row.names.find((n) => n.types.includes('ror_display'))?.value ?? row.names[0]!.value
  const title = Object.fromEntries(LANGUAGES.map((lang) => [lang, label(lang)]).filter(([, name]) => name !== undefined))
  const website = row.links.find((l) => l.type === 'website')?.value
  const grid = row.external_ids.find((e) => e.type === 'grid')?.all[0]
  const place = row.locations[0]?.geonames_details
  return {
    kind: 'organisation', ref: refOf('ORG', row.id.split('/').at(-1)!), title: Object.keys(title).length > 0 ? title : shown, organisationKind: KIND[row.types.find((t) => t in KIND) ?? ''] ?? 'association',
    country: place?.country_code, ...(place ? { city: place.name } : {}), ...(row.established ? { founded: row.established } : {}), ...(website ? { website } : {}),
    aliases: row.names.filter((n) => n.types.includes('alias') && LANGUAGES.includes(n.lang as never)).slice(0, 30).map((n) => ({ lang: n.lang, text: n.value })),
    ids: [{ scheme: 'ROR', value: row.id }, ...(grid ? [{ scheme: 'GRID', value: grid }] : [])], provenance: [{ kind: 'fact', source: 'ROR', sourceUrl: row.id, licence: 'CC0' }],
  }
}

/** Writes them; answers how many. */
export async function writeRealRecords(file: string): Promise<number> {
  mkdirSync(dirname(file), { recursive: true })
  const out = createWriteStream(file)
  let count = 0
  for (const record of realRecords()) {
    out.write(`${JSON.stringify(record)}\n`)
    count++
  }
  out.end()
  await finished(out)
  return count
}

if (import.meta.main) {
  const why = absent()
  const file = resolve(process.argv[2] ?? join(import.meta.dirname, '../.cache/bench/real.jsonl'))
  if (why) console.error(why)
  else console.log(`${await writeRealRecords(file)} records in ${file}`)
  process.exitCode = why ? 1 : 0
}
