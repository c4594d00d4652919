/** The words of a record as the text factor compares them: stems and Chinese pairs by language, and the fields whose labels its texts name. */
import type { CaravanRecord } from '../record/record.ts'
import { stemOf } from '../search/analyse.ts'
import { LABELLED_CODES, type Labels } from '../search/labels.ts'
import { pairs, tokenise } from '../search/normalise.ts'
import { isStopWord } from '../search/stop-words.ts'
import { keyOf } from '../search/term-base.ts'
import { LOCALES, type Locale } from '../text/locale.ts'
import type { MlText } from '../text/multilingual.ts'

export interface Word {
  weight: number
  surface: string
}
export interface Profile {
  words: Partial<Record<Locale, Map<string, Word>>>
  /** field codes named in the texts */
  concepts: ReadonlySet<string>
}
/** In how many of the compared records a word stands. */
export interface Rarity {
  records: number
  of: (term: string) => number
}

const TEXTS: readonly (readonly [string, number])[] = [['title', 3], ['summary', 2], ['problem', 1], ['description', 1], ['objective', 1], ['specification', 1], ['advantages', 0.5]]
const NO_WORDS = { has: () => false, hamza: () => false }

const known = new WeakMap<CaravanRecord, { labels: Labels | undefined; profile: Profile }>()
/** Records are immutable here: a changed one is another object. */
export function profileOf(record: CaravanRecord, labels?: Labels): Profile {
  const before = known.get(record)
  if (before && before.labels === labels) return before.profile
  const profile = makeProfile(record, labels)
  known.set(record, { labels, profile })
  return profile
}

function makeProfile(record: CaravanRecord, labels: Labels | undefined): Profile {
  const values = record as unknown as Record<string, MlText | undefined>
  const words: Profile['words'] = {}
  const concepts = new Set<string>()
  const finder = labels ? conceptFinder(labels) : undefined
  for (const [field, weight] of TEXTS) for (const lang of LOCALES) {
    const text = values[field]?.t[lang]?.text
    if (!text) continue
    const map = (words[lang] ??= new Map<string, Word>())
    for (const { term, surface } of termsOf(text, lang)) {
      const word = map.get(term)
      if (word) word.weight += weight
      else map.set(term, { weight, surface })
    }
    if (finder) for (const code of finder(text, lang)) concepts.add(code)
  }
  return { words, concepts }
}

/** What every offer and every need says of itself: shared, it tells nothing. */
const ASKING = new Set('need needs needed require requires required want wanted between within under over above below per each every such also only more less least most other both any all use uses used using we our ha km mm cm kg kw mw mj gj kpa mpa'.split(' '))

function termsOf(text: string, lang: Locale): { term: string; surface: string }[] {
  const out: { term: string; surface: string }[] = []
  for (const token of tokenise(text)) {
    if (token.lang !== lang) continue
    if (lang === 'zh') for (const pair of pairs(token.term)) if (pair.length > 1) out.push({ term: pair, surface: pair })
    if (lang !== 'zh' && !isStopWord(token.term) && !ASKING.has(token.term) && token.term.length > 1) out.push({ term: stemOf(token.term, lang, NO_WORDS), surface: text.slice(token.start, token.end) })
  }
  return out
}

type Finder = (text: string, lang: Locale) => string[]
const finders = new WeakMap<Labels, Finder>()

/** Finds the labels of the field tree in a text. */
function conceptFinder(labels: Labels): Finder {
  const before = finders.get(labels)
  if (before) return before
  const han: { label: string; code: string }[] = []
  const byKey = new Map<string, string[]>()
  for (const code of LABELLED_CODES.filter((c) => c.startsWith('field.'))) {
    for (const [lang, label] of Object.entries(labels(code)) as [Locale, string][]) {
      for (const variant of label.split(/\s*[,/()（）、，；;·与和]\s*|\s+and\s+|[،؛]\s*/)) {
        const tokens = tokenise(variant).filter((t) => t.lang === lang)
        if (tokens.length === 0) continue
        if (lang === 'zh') han.push({ label: tokens.map((t) => t.term).join(''), code: code.slice(6) })
        else byKey.set(keyOf(tokens), [...(byKey.get(keyOf(tokens)) ?? []), code.slice(6)])
      }
    }
  }
  const finder: Finder = (text, lang) => {
    const tokens = tokenise(text).filter((t) => t.lang === lang)
    if (lang === 'zh') return han.filter(({ label }) => label.length > 1 && tokens.some((t) => t.term.includes(label))).map((l) => l.code)
    const out: string[] = []
    for (let at = 0; at < tokens.length; at++) for (let n = 1; n <= 3 && at + n <= tokens.length; n++) out.push(...(byKey.get(keyOf(tokens.slice(at, at + n))) ?? []))
    return out
  }
  finders.set(labels, finder)
  return finder
}

/** Counts words over `records`. */
export function rarityOf(records: readonly CaravanRecord[], labels?: Labels): Rarity {
  const counts = new Map<string, number>()
  for (const record of records) {
    const terms = new Set(Object.values(profileOf(record, labels).words).flatMap((map) => [...map.keys()]))
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  }
  return { records: records.length, of: (term) => counts.get(term) ?? 0 }
}
