/** Do the texts speak of the same thing? By the words of a language both have, and by the field labels either names in any language. */
import { tokenise } from '../search/normalise.ts'
import { LOCALES, type Locale } from '../text/locale.ts'
import type { MatchContext } from './context.ts'
import type { Pair, Reason } from './match.ts'
import { profileOf, type Profile, type Rarity, type Word } from './profile.ts'

/** A cosine of this much between two texts about the same thing is as good as it gets in practice. */
const FULL = 0.35
const LITTLE = 0.15
const BY_CONCEPTS = 0.8
/** One shared label may be chance; three are a subject. */
const ENOUGH_CONCEPTS = 3

export function textFactor({ offer, need }: Pair, context: MatchContext): Reason {
  const a = profileOf(offer, context.labels)
  const b = profileOf(need, context.labels)
  const languages = LOCALES.filter((l) => a.words[l] && b.words[l])
  const best = languages.map((lang) => ({ lang, ...similarity(a.words[lang]!, b.words[lang]!, context.rarity, lang, need) })).sort((x, y) => y.share - x.share)[0]
  const { concepts, share } = sharedConcepts(a, b)
  if (best && best.share >= share && best.share >= LITTLE) return { factor: 'text', share: best.share, code: 'words', values: { words: best.words.join(' · '), lang: best.lang, count: best.count } }
  if (concepts.length > 0) return { factor: 'text', share, code: 'concepts', values: { fields: concepts.join(' '), count: concepts.length } }
  if (best) return { factor: 'text', share: best.share, code: 'little', values: { lang: best.lang } }
  const silent = Object.keys(a.words).length === 0 || Object.keys(b.words).length === 0
  return { factor: 'text', share: null, code: silent ? 'unknown' : 'no-common-language' }
}

function sharedConcepts(a: Profile, b: Profile): { concepts: string[]; share: number } {
  const concepts = [...a.concepts].filter((c) => b.concepts.has(c)).sort()
  const fewer = Math.min(a.concepts.size, b.concepts.size)
  return { concepts, share: (BY_CONCEPTS * concepts.length) / Math.max(ENOUGH_CONCEPTS, fewer) }
}

function similarity(a: ReadonlyMap<string, Word>, b: ReadonlyMap<string, Word>, rarity: Rarity | undefined, lang: Locale, need: Pair['need']): { share: number; words: string[]; count: number } {
  const value = (term: string, word: Word) => (1 + Math.log(word.weight)) * (rarity ? Math.log(1 + rarity.records / (1 + rarity.of(term))) : 1)
  const length = (map: ReadonlyMap<string, Word>) => {
    let sum = 0
    for (const [term, word] of map) sum += Math.max(0, value(term, word)) ** 2
    return Math.sqrt(sum)
  }
  const shared: { surface: string; product: number }[] = []
  let product = 0
  // the smaller text's order is not the pair's: sums are taken in the order of the terms, so that the result does not hang on it
  for (const term of [...a.keys()].filter((t) => b.has(t)).sort()) {
    const p = Math.max(0, value(term, a.get(term)!)) * Math.max(0, value(term, b.get(term)!))
    product += p
    shared.push({ surface: b.get(term)!.surface, product: p })
  }
  const both = length(a) * length(b)
  shared.sort((x, y) => y.product - x.product || (x.surface < y.surface ? -1 : 1))
  const words = lang === 'zh' ? stretches(need, a, (term) => value(term, a.get(term)!)) : shared.map((s) => s.surface)
  return { share: both === 0 ? 0 : Math.min(1, product / both / FULL), words: [...new Set(words)].slice(0, 5), count: shared.length }
}

/** Pairs that overlap are one word: 海水 水淡 淡化 -> 海水淡化. Told from the need's own title and summary. */
function stretches(need: Pair['need'], offered: ReadonlyMap<string, Word>, value: (term: string) => number): string[] {
  const found = new Map<string, number>()
  for (const text of [need.title?.t.zh?.text, need.summary?.t.zh?.text]) for (const token of tokenise(text ?? '')) {
    if (token.lang !== 'zh') continue
    const characters = [...token.term]
    for (let from = 0; from + 1 < characters.length; ) {
      let to = from
      let sum = 0
      for (; to + 1 < characters.length && to - from < 5 && offered.has(characters[to]! + characters[to + 1]!); to++) sum += value(characters[to]! + characters[to + 1]!)
      if (to > from) found.set(characters.slice(from, to + 1).join(''), sum)
      from = to > from ? to + 1 : from + 1
    }
  }
  return [...found].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word)
}
