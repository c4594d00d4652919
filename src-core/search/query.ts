/** What was typed, as clauses: words, codes, runs of Chinese, quoted phrases. Anything parses; what cannot be searched is nothing. */
import type { Locale } from '../text/locale.ts'
import { tokenise, type Token } from './normalise.ts'
import { isStopWord } from './stop-words.ts'

export interface Clause {
  term: string
  lang: Locale
  parts: readonly string[]
  hamza: boolean
  /** the word is still being typed */
  prefix: boolean
}
export interface Query {
  clauses: Clause[]
  phrases: Phrase[]
  /** a question is answered by what holds most of its words; nobody expects all of them */
  question: boolean
}
export interface Phrase {
  /** must stand together, in this order: Chinese by characters */
  terms: string[]
  /** what any text that holds it also holds */
  clauses: Clause[]
}

/** Beyond this a text is no query any more: only its beginning is searched for. */
const MOST_TEXT = 2000
const MOST_CLAUSES = 40

const PAIRED = /[“„«「『]([^“”„«»「」『』]{1,400})[”“»」』]/g
/** A straight quote opens after a space and closes before one: inside a Hebrew word it is gershayim. */
const STRAIGHT = /(?<=^|[\s(])"([^"]{1,400})"(?=$|[\s),.;:?!])/g

export function parse(typed: string): Query {
  const text = typed.slice(0, MOST_TEXT)
  const phrases: Phrase[] = []
  for (const pattern of [PAIRED, STRAIGHT]) for (const found of text.matchAll(pattern)) {
    const terms = sequence(found[1]!)
    if (terms.length > 1) phrases.push({ terms, clauses: clausesOf(tokenise(found[1]!), false) })
  }
  const tokens = tokenise(text)
  // the whole text's last letters, nothing after them: still being typed
  const typing = tokens[tokens.length - 1]?.end === typed.length
  const clauses = clausesOf(tokens, typing)
  const said = clauses.filter((clause) => !isStopWord(clause.term))
  return { clauses: said.length > 0 ? said : clauses, phrases, question: clauses.length > 1 && /[?\u061f\uff1f]/.test(text) }
}

function clausesOf(tokens: readonly Token[], typing: boolean): Clause[] {
  const clauses = new Map<string, Clause>()
  for (const token of tokens) {
    if (clauses.size === MOST_CLAUSES) break
    const prefix = typing && token === tokens[tokens.length - 1]
    if (prefix || !clauses.has(token.term)) clauses.set(token.term, { term: token.term, lang: token.lang, parts: token.parts ?? [], hamza: token.hamza ?? false, prefix })
  }
  return [...clauses.values()]
}

/** The text as the terms that follow each other: codes whole, Chinese a character each. */
export const sequence = (text: string): string[] => tokenise(text).flatMap((t: Token) => (t.lang === 'zh' ? [...t.term] : isJoined(t) ? (t.parts ?? []) : [t.term]))

/** waste-water is two words in a row, as "waste water" is. */
const isJoined = (t: Token) => t.parts !== undefined && !/\d/.test(t.term)

/** Do the terms of `phrase` follow each other in `text`? */
export function hasPhrase(text: readonly string[], phrase: readonly string[]): boolean {
  for (let at = text.indexOf(phrase[0]!); at >= 0; at = text.indexOf(phrase[0]!, at + 1)) if (phrase.every((term, k) => text[at + k] === term)) return true
  return false
}
