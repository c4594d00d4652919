/** From clauses to scored documents: BM25F, exact forms at full weight, inflected and unfinished ones below. */
import { stemOf } from './analyse.ts'
import { LOCALES, type Locale } from '../text/locale.ts'
import { ARTICLE_FORMS as ARABIC_FORMS } from './arabic.ts'
import { FIELD_GROUPS, frequency, type Dictionary, type Posting } from './dictionary.ts'
import { WEIGHTS } from './fields.ts'
import { ARTICLE_FORMS as HEBREW_FORMS } from './hebrew.ts'
import { pairs } from './normalise.ts'
import type { Clause } from './query.ts'
import { intersect, TallyPool, type Tally } from './tally.ts'
import { LONGEST, type TermBase, type Translation } from './term-base.ts'
import type { Why } from './engine.ts'

const K1 = 1
/** How much length counts, by group. Having many codes makes none of them less true. */
const B = [0.6, 0, 0.6, 0.6] as const
const STEM = 0.8
const PREFIX = 0.3
const PARTS = 0.5
const TRANSLATION = 0.5
/** Letters that stand for a root, and what sharing them is worth. */
const ROOT = 4
const LOOSE = 0.6
/** When nothing has all the words: this share of them is enough. */
const QUORUM = 0.1

/** The catalogue as the evaluator sees it. */
export interface Corpus {
  readonly dictionary: Dictionary
  readonly termBase: TermBase
  /** documents ever numbered; how many live; which */
  readonly top: number
  readonly size: number
  readonly alive: Uint8Array
  /** terms per document, language and group; and their sums over the documents that have any */
  readonly lengths: Uint16Array
  readonly sums: Float64Array
  readonly holders: Float64Array
}
export const slot = (doc: number, lang: number, group: number): number => doc * LOCALES.length * FIELD_GROUPS + lang * FIELD_GROUPS + group

/** What matched, for `why`: each term with the form of the query that led to it. */
export interface Matched {
  terms: Map<string, Why['form']>
  /** labels in other languages: each unit may be met by any of its forms, and only all units together are the label */
  translations: { lang: Locale; units: ReadonlySet<string>[] }[]
}

export class Evaluator {
  readonly matched: Matched = { terms: new Map(), translations: [] }
  #corpus: Corpus
  #pool: TallyPool
  #averages: Float64Array

  constructor(corpus: Corpus, pool: TallyPool) {
    this.#corpus = corpus
    this.#pool = pool
    this.#averages = corpus.sums.map((sum, k) => (corpus.holders[k]! > 0 ? sum / corpus.holders[k]! : 1))
  }

  /** Documents that hold every clause. */
  all(clauses: readonly Clause[]): Tally {
    const groups: Tally[] = []
    for (let at = 0; at < clauses.length; ) {
      const { length, translations } = this.#labelAt(clauses, at)
      const words = clauses.slice(at, at + length).map((clause) => this.#clause(clause))
      const group = this.#take()
      intersect(words, 1, group)
      for (const translation of translations) this.#translated(translation, group)
      this.#pool.give(...words)
      groups.push(group)
      at += length
    }
    const result = this.#take()
    intersect(groups, 1, result)
    this.#pool.give(...groups)
    return result
  }

  /** Documents that hold a fair share of the clauses, Chinese counted by pairs. */
  some(clauses: readonly Clause[]): Tally {
    const units: Tally[] = []
    for (let at = 0; at < clauses.length; ) {
      const { length, translations } = this.#labelAt(clauses, at)
      for (const clause of clauses.slice(at, at + length)) {
        if (clause.lang === 'zh' && clause.term.length > 1) for (const pair of runTerms(clause.term)) units.push(this.#scored(this.#matching([pair], 'exact'), 1))
        else units.push(this.#loose(clause))
      }
      const extra = this.#take()
      for (const translation of translations) this.#translated(translation, extra)
      units.push(extra)
      at += length
    }
    const used = units.filter((u) => u.docs.length > 0)
    const held = new Uint8Array(this.#corpus.top)
    const sum = this.#take()
    for (const unit of used) for (const doc of unit.docs) {
      sum.add(doc, unit.get(doc))
      held[doc]!++
    }
    const quorum = Math.max(1, Math.floor(used.length * QUORUM))
    // pairs of Chinese overlap, so holding many of them is rewarded already
    const together = clauses.every((c) => c.lang === 'zh') ? 0 : 0.5
    const result = this.#take()
    for (const doc of sum.docs) if (held[doc]! >= quorum) result.add(doc, sum.get(doc) * (held[doc]! / used.length) ** together)
    this.#pool.give(sum, ...units)
    return result
  }

  #take = (): Tally => this.#pool.take(this.#corpus.top)

  /** The longest label that begins here, and what it is called elsewhere. */
  #labelAt(clauses: readonly Clause[], at: number): { length: number; translations: Translation[] } {
    for (let length = Math.min(LONGEST, clauses.length - at); length > 0; length--) {
      const translations = this.#corpus.termBase.find(clauses.slice(at, at + length))
      if (translations.length > 0) return { length, translations }
    }
    return { length: 1, translations: [] }
  }

  #clause(clause: Clause): Tally {
    if (clause.lang === 'zh') return this.#run(clause.term)
    const result = this.#word(clause)
    if (clause.parts.length > 1) {
      const parts = clause.parts.map((term, k) => this.#word({ ...clause, term, parts: [], prefix: clause.prefix && k === clause.parts.length - 1 }))
      intersect(parts, PARTS, result)
      this.#pool.give(...parts)
    }
    return result
  }

  #word(clause: Clause): Tally {
    const { dictionary } = this.#corpus
    const result = this.#scored(this.#matching([clause.term], clause.parts.length > 0 ? 'code' : 'exact'), 1)
    this.#merge(result, this.#scored(this.#note(dictionary.sharingStem(clause.term, clause.lang, clause.hamza), 'stem'), STEM))
    if (clause.prefix) this.#merge(result, this.#scored(this.#note(this.#unfinished(clause), 'prefix'), PREFIX))
    return result
  }

  /** A word, and faintly what begins like its stem: broken plurals and derived forms that no suffix explains. */
  #loose(clause: Clause): Tally {
    const result = this.#clause(clause)
    if (clause.lang !== 'ar' && clause.lang !== 'he') return result
    const { dictionary } = this.#corpus
    const stem = stemOf(clause.term, clause.lang, dictionary.words)
    if (stem.length < ROOT) return result
    this.#merge(result, this.#scored(this.#note(this.#unfinished({ ...clause, term: stem.slice(0, ROOT) }), 'stem'), LOOSE))
    return result
  }

  /** Words that begin so, with or without their article. Two Arabic or Hebrew letters that are a word stay that word: ري is not الرياح. */
  #unfinished(clause: Clause): Posting[] {
    const { dictionary } = this.#corpus
    const bare = clause.lang === 'ar' ? clause.term.replace(/^ال/, '') : clause.term
    if (clause.lang !== 'en' && bare.length <= 2 && dictionary.get(clause.term)) return []
    const forms = clause.lang === 'ar' ? ARABIC_FORMS : clause.lang === 'he' ? HEBREW_FORMS : ['']
    const before = clause.term.length < 2 ? [''] : forms
    return [...new Set(before.flatMap((form) => dictionary.startingWith(form + clause.term)))]
  }

  #run(term: string): Tally {
    if ([...term].length === 1) return this.#scored(this.#note(this.#corpus.dictionary.startingWith(term), 'prefix'), 1)
    const units = runTerms(term).map((pair) => this.#scored(this.#matching([pair], 'exact'), 1))
    const result = this.#take()
    intersect(units, 1, result)
    this.#pool.give(...units)
    return result
  }

  #translated(translation: Translation, into: Tally): void {
    const { dictionary } = this.#corpus
    const terms = translation.lang === 'zh' ? translation.terms.flatMap(runTerms) : translation.terms
    if (terms.length === 0) return
    const forms = terms.map((term) => (translation.lang === 'zh' ? [dictionary.get(term)].filter((p) => p !== undefined) : dictionary.sharingStem(term, translation.lang, false)))
    this.matched.translations.push({ lang: translation.lang, units: forms.map((postings) => new Set(postings.map((p) => p.term))) })
    const units = forms.map((postings) => this.#scored(postings, 1))
    intersect(units, TRANSLATION, into)
    this.#pool.give(...units)
  }

  #matching(terms: readonly string[], form: Why['form']): Posting[] {
    return this.#note(terms.map((t) => this.#corpus.dictionary.get(t)).filter((p) => p !== undefined), form)
  }

  #note(postings: Posting[], form: Why['form']): Posting[] {
    for (const { term } of postings) if (!this.matched.terms.has(term)) this.matched.terms.set(term, form)
    return postings
  }

  /** The forms of one word as one term: frequencies add up, and it is as rare as all of them together. */
  #scored(postings: readonly Posting[], weight: number): Tally {
    const { alive, size } = this.#corpus
    const result = this.#take()
    if (postings.length === 0) return result
    const found = this.#take()
    for (const { lang, data } of postings) {
      const l = LOCALES.indexOf(lang)
      for (let k = 0; k < data.length; k += 2) if (alive[data[k]!]) found.add(data[k]!, this.#impact(data[k]!, l, data[k + 1]!))
    }
    const df = found.docs.length
    const idf = Math.log(1 + (size - df + 0.5) / (df + 0.5))
    for (const doc of found.docs) {
      const x = found.get(doc)
      result.add(doc, (weight * idf * x * (K1 + 1)) / (x + K1))
    }
    this.#pool.give(found)
    return result
  }

  #impact(doc: number, lang: number, packed: number): number {
    let x = 0
    for (let group = 0; group < FIELD_GROUPS; group++) {
      const tf = frequency(packed, group)
      if (tf === 0) continue
      const length = this.#corpus.lengths[slot(doc, lang, group)]! / this.#averages[lang * FIELD_GROUPS + group]!
      x += (WEIGHTS[group]! * tf) / (1 - B[group]! + B[group]! * length)
    }
    return x
  }

  #merge(into: Tally, other: Tally): void {
    for (const doc of other.docs) into.add(doc, other.get(doc))
    this.#pool.give(other)
  }
}

/** The pairs of a run, without the last character alone: what a text holds that holds the run. */
const runTerms = (run: string): string[] => {
  const terms = pairs(run)
  return terms.length > 1 ? [...new Set(terms.slice(0, -1))] : terms
}
