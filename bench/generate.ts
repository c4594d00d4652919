/**
 * Makes 1,000 to 1,000,000 records of the real shapes: `node bench/generate.ts --records N --seed S --out FILE` (standard output
 * without --out). The same seed makes the same records, each by itself: record 500 of a million is record 500 of a thousand.
 */
import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { uuidV7 } from '../src-core/base/ids.ts'
import type { CaravanRecord } from '../src-core/record/record.ts'
import { VOCABULARIES, type Code, type Kind, type VocabularyName } from '../src-core/record/vocabulary.ts'
import { LOCALES, type Locale } from '../src-core/text/locale.ts'
import type { MlText } from '../src-core/text/multilingual.ts'
import { GAINS, INSTITUTIONS, MEANS, NEEDED, PLACES, SENTENCES, SITES, TOPICS, type Words } from './words.ts'

const EPOCH = Date.UTC(2026, 10, 22)
const DAY = 86_400_000
const CENTRES = PLACES.length

/** Mulberry32: small, fast, and good enough for prose. */
class Dice {
  #state: number
  constructor(seed: number) {
    this.#state = seed >>> 0
  }
  unit(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let t = this.#state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  whole = (from: number, to: number): number => from + Math.floor(this.unit() * (to - from + 1))
  /** Common things are common: low places come up more often. */
  skewed = <T>(list: readonly T[]): T => list[Math.floor(this.unit() ** 2 * list.length)]!
  pick = <T>(list: readonly T[]): T => list[Math.floor(this.unit() * list.length)]!
  some = <T>(list: readonly T[], most: number): T[] => [...new Set(Array.from({ length: this.whole(1, most) }, () => this.pick(list)))]
  bytes = (n: number): Uint8Array => Uint8Array.from({ length: n }, () => this.whole(0, 255))
  code = <N extends VocabularyName>(name: N): Code<N> => this.pick(VOCABULARIES[name] as readonly Code<N>[])
}

const KIND_SHARES: readonly (readonly [Kind, number])[] = [['offer', 42], ['request', 20], ['rd-request', 6], ['organisation', 16], ['person', 6], ['facility', 2], ['event', 1], ['programme', 1], ['deal', 4], ['document', 2]]
const kindAt = (roll: number): Kind => {
  let left = roll * 100
  for (const [kind, share] of KIND_SHARES) if ((left -= share) < 0) return kind
  return 'offer'
}
const day = (dice: Dice, from: number, to: number): string => new Date(EPOCH + dice.whole(from, to) * DAY).toISOString().slice(0, 10)
const instant = (dice: Dice, from: number, to: number): string => new Date(EPOCH + dice.whole(from, to) * DAY + dice.whole(0, 86_399) * 1000).toISOString()
const organisationRef = (n: number) => `ORG-G${n}`
const centreRef = (place: number) => `C-G${place}`

/** One to four languages, as real catalogues have them: two on average. */
function languages(dice: Dice): Locale[] {
  const count = [1, 1, 2, 2, 2, 3, 4][dice.whole(0, 6)]!
  const orig = dice.pick(LOCALES)
  const rest = [...LOCALES].filter((l) => l !== orig).sort(() => dice.unit() - 0.5)
  return [orig, ...rest].slice(0, count)
}
function ml(langs: readonly Locale[], make: (lang: Locale) => string): MlText {
  const [orig] = langs as [Locale]
  return { orig, t: Object.fromEntries(langs.map((lang) => [lang, { text: make(lang), state: lang === orig ? 'original' : 'human' }])) }
}

interface Subject {
  topic: (typeof TOPICS)[number]
  site: Words
  gain: Words
  means: Words
}
const subject = (dice: Dice): Subject => ({ topic: dice.skewed(TOPICS), site: dice.pick(SITES), gain: dice.pick(GAINS), means: dice.skewed(MEANS) })
const patent = (dice: Dice): string => `ZL20${dice.whole(10, 26)}${dice.whole(10_000_000, 99_999_999)}.${dice.whole(0, 9)}`

/** A text of `count` sentences about the subject, the same figures in each language. */
function prose(dice: Dice, langs: readonly Locale[], about: Subject, count: number): MlText {
  const plan = Array.from({ length: count }, (_, k) => ({ k, other: k === 0 ? about : { ...subject(dice), topic: about.topic }, n: dice.whole(8, 64), m: dice.whole(400, 9000), code: patent(dice) }))
  return ml(langs, (lang) => plan.map(({ k, other, n, m, code }) => SENTENCES[lang][k % 6]!({ topic: about.topic.words[lang], site: other.site[lang], gain: other.gain[lang], means: other.means[lang], n, m, code })).join(lang === 'zh' ? '' : ' '))
}

function envelope(kind: Kind, n: number, dice: Dice, owner: string) {
  const createdAt = instant(dice, -700, -30)
  return {
    id: uuidV7(Date.parse(createdAt), dice.bytes(10)), kind, ref: `${kind.toUpperCase().slice(0, 4)}-G${n}`, owner, rev: dice.whole(0, 9), status: 'PUBLISHED', visibility: { level: 'network' },
    createdAt, updatedAt: instant(dice, -29, 0), provenance: [{ kind: 'synthetic' }],
  }
}

function catalogue(kind: 'offer' | 'request' | 'rd-request', n: number, dice: Dice): Record<string, unknown> {
  const place = dice.whole(0, PLACES.length - 1)
  const langs = languages(dice)
  const about = subject(dice)
  const second = dice.skewed(TOPICS)
  const price = dice.whole(5, 400) * 10_000
  const common = {
    ...envelope(kind, n, dice, centreRef(place)),
    title: ml(langs, (l) => (kind === 'offer' ? '' : NEEDED[l]) + about.topic.words[l] + (l === 'zh' ? `（${about.site[l]}）` : ` (${about.site[l]})`)),
    summary: prose(dice, langs, about, 2), organisation: organisationRef(dice.whole(0, n)), country: PLACES[place]!.country, fields: [...new Set([about.topic.field, second.field])],
    sdg: dice.some(VOCABULARIES.sdg.slice(1), 3), cooperation: dice.some(VOCABULARIES.cooperation, 3), problem: prose(dice, langs, about, 3), partnerSought: prose(dice, langs, about, 1),
    partnerKinds: dice.some(VOCABULARIES.partnerKind, 3), site: [{ id: 's1', param: 'ambient', min: dice.whole(-20, 10), max: dice.whole(30, 60), unit: '°C' }],
  }
  const range = { min: dice.whole(3, 6), max: dice.whole(7, 9) }
  const budget = { min: String(price), max: String(price * 2), currency: dice.pick(['CNY', 'USD', 'AED', 'ILS']) }
  const criteria = [{ id: 'c1', param: about.gain.en, op: '>=', value: String(dice.whole(5, 50)), unit: '%', force: dice.code('criterionForce') }]
  if (kind === 'request') return { ...common, specification: prose(dice, langs, about, 3), criteria, trlRange: range, budget, needBy: { iso: day(dice, 60, 700) } }
  if (kind === 'rd-request') return { ...common, cooperation: ['joint-rd'], objective: prose(dice, langs, about, 4), criteria, trlRange: range, budget, eoiDeadline: { iso: day(dice, 20, 200) }, callDeadline: { iso: day(dice, 201, 300) } }
  return {
    ...common, description: prose(dice, langs, about, 6), metrics: [{ id: 'm1', name: about.gain.en, value: String(dice.whole(8, 64)), unit: '%', baseline: 'common solution' }], trl: dice.whole(2, 9), ipStatus: dice.code('ipStatus'),
    ipRights: [{ id: 'i1', office: 'CN', kind: 'patent', state: 'granted', grant: patent(dice) }, { id: 'i2', office: 'WO', kind: 'patent', state: 'published', publication: `WO 20${dice.whole(10, 26)}/${dice.whole(100_000, 299_999)}` }],
    price: budget, priceStructure: dice.code('priceStructure'), validUntil: day(dice, 30, 365), openForEoi: dice.unit() < 0.7,
  }
}

function network(kind: Kind, n: number, dice: Dice): Record<string, unknown> {
  const at = dice.whole(0, PLACES.length - 1)
  const place = PLACES[at]!
  const langs = languages(dice)
  const about = subject(dice)
  const bare = envelope(kind, n, dice, centreRef(at))
  const base = { ...bare, summary: prose(dice, langs, about, 1) }
  const name = (lang: Locale) => `${place.words[lang]}${lang === 'zh' ? '' : ' '}${about.topic.words[lang]}`
  const institution = dice.pick(INSTITUTIONS)
  switch (kind) {
    case 'organisation': return { ...base, ref: organisationRef(n), title: ml(langs, (l) => (l === 'zh' ? `${place.words.zh}${institution.zh}${n}所` : `${institution[l]}, ${place.words[l]} ${n}`)), organisationKind: dice.code('organisationKind'), country: place.country, city: ml(langs, (l) => place.words[l]), fields: [about.topic.field], staffBand: dice.code('staffBand'), founded: dice.whole(1920, 2025) }
    case 'person': return { ...base, title: ml(langs, (l) => (l === 'zh' ? `研究人员${n}` : l === 'ar' ? `باحث ${n}` : l === 'he' ? `איש מחקר ${n}` : `Researcher ${n}`)), roles: dice.some(VOCABULARIES.personRole, 2), organisation: organisationRef(dice.whole(0, n)), country: place.country, fields: [about.topic.field], skills: [{ id: 'k1', lang: langs[0], level: 'native' }] }
    case 'facility': return { ...base, title: ml(langs, name), facilityKind: dice.code('facilityKind'), partners: [organisationRef(dice.whole(0, n)), centreRef(at)], country: place.country, establishment: dice.code('establishment'), fields: [about.topic.field], area: dice.whole(200, 90_000), opened: { iso: day(dice, -3000, -100) } }
    case 'event': return { ...base, title: ml(langs, name), eventKind: dice.code('eventKind'), start: instant(dice, 1, 90), end: instant(dice, 91, 95), zone: 'Asia/Shanghai', country: place.country, fields: [about.topic.field] }
    case 'programme': return { ...base, title: ml(langs, name), programmeKind: dice.code('programmeKind'), countries: [place.country, 'CN'], fields: [about.topic.field], closes: { iso: day(dice, 30, 400) } }
    case 'deal': return { ...base, ref: `D-G${n}`, visibility: { level: 'deal-room', deal: `D-G${n}` }, title: ml(langs, name), parties: [{ id: 'p1', organisation: organisationRef(dice.whole(0, n)), role: 'provider' }, { id: 'p2', organisation: organisationRef(dice.whole(0, n)), role: 'recipient' }], centres: [centreRef(at)], items: [`OFFE-G${dice.whole(0, n)}`], cooperation: [dice.code('cooperation')], stage: dice.code('dealStage'), languages: langs }
    case 'document': return { ...bare, title: ml(langs, name), documentKind: dice.code('documentKind'), deal: `D-G${dice.whole(0, n)}`, state: dice.code('documentState'), confidentiality: dice.code('confidentiality'), language: langs[0] }
    default: return { ...base, ref: centreRef(n), title: ml([...LOCALES], (l) => PLACES[n]!.words[l]), centreKind: 'node', countries: [PLACES[n]!.country], workingLanguages: langs }
  }
}

/** Record number `n` of the catalogue that `seed` makes. The first ones are the centres. */
export function generated(n: number, seed: number): CaravanRecord {
  const dice = new Dice(Math.imul(n + 1, 0x9e3779b1) ^ Math.imul(seed + 1, 0x85ebca6b))
  const kind = n < CENTRES ? 'centre' : kindAt(dice.unit())
  const record = kind === 'offer' || kind === 'request' || kind === 'rd-request' ? catalogue(kind, n, dice) : network(kind, n, dice)
  return record as unknown as CaravanRecord
}

export function* records(count: number, seed: number): Generator<CaravanRecord> {
  for (let n = 0; n < count; n++) yield generated(n, seed)
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { records: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' }, out: { type: 'string' } } })
  const count = Number(values.records)
  if (!Number.isInteger(count) || count < 1 || count > 1_000_000) throw new Error('--records takes 1 to 1000000')
  const out = values.out === undefined ? process.stdout : createWriteStream(values.out)
  let lines = ''
  for (const record of records(count, Number(values.seed))) {
    lines += `${JSON.stringify(record)}\n`
    if (lines.length > 1_000_000) {
      if (!out.write(lines)) await once(out, 'drain')
      lines = ''
    }
  }
  out.write(lines)
  if (values.out !== undefined) {
    out.end()
    await once(out, 'finish')
  }
}

if (import.meta.main) await main()
