/** Why a record was found: the matched terms looked up again in its texts, as written there. */
import type { CaravanRecord } from '../record/record.ts'
import type { Locale } from '../text/locale.ts'
import type { Why } from './engine.ts'
import type { Matched } from './evaluate.ts'
import { textsOf, type IndexedText } from './fields.ts'
import type { Labels } from './labels.ts'
import { tokenise, type Token } from './normalise.ts'

const MOST_REASONS = 8
const MOST_WORDS = 6
const STRENGTH: readonly Why['form'][] = ['exact', 'code', 'stem', 'prefix', 'label', 'translation']

export function whyFound(record: CaravanRecord, matched: Matched, labels: Labels, locale: Locale): Why[] {
  const found: { why: Why; group: number }[] = []
  for (const text of textsOf(record, labels)) for (const [form, words] of wordsIn(text, matched)) {
    const same = found.find(({ why }) => why.field === text.field && why.lang === text.lang && why.form === form)
    if (same) same.why.words = [...new Set([...same.why.words, ...words])].slice(0, MOST_WORDS)
    else found.push({ why: { field: text.field, lang: text.lang, words, form }, group: text.group })
  }
  const foreign = (why: Why) => (why.lang === locale || why.lang === 'code' ? 0 : 1)
  found.sort((a, b) => a.group - b.group || STRENGTH.indexOf(a.why.form) - STRENGTH.indexOf(b.why.form) || foreign(a.why) - foreign(b.why))
  return found.slice(0, MOST_REASONS).map((f) => f.why)
}

const labelTokens = new Map<string, Token[]>()
/** Labels are few and the same for every record. */
function tokensOf(text: IndexedText): Token[] {
  if (!text.label) return tokenise(text.text)
  let tokens = labelTokens.get(text.text)
  if (!tokens) {
    if (labelTokens.size > 5000) labelTokens.clear()
    labelTokens.set(text.text, (tokens = tokenise(text.text)))
  }
  return tokens
}

function wordsIn(text: IndexedText, matched: Matched): Map<Why['form'], string[]> {
  const out = new Map<Why['form'], string[]>()
  const add = (form: Why['form'], word: string) => {
    const as = text.label ? 'label' : form
    const words = out.get(as)
    if (!words) out.set(as, [word])
    else if (words.length < MOST_WORDS && !words.includes(word)) words.push(word)
  }
  const tokens = tokensOf(text)
  for (const token of tokens) {
    if (token.lang === 'zh') for (const { start, end, form } of runsIn(text.text, token, matched.terms)) add(form, text.text.slice(start, end))
    else {
      const form = matched.terms.get(token.term) ?? token.parts?.map((p) => matched.terms.get(p)).find((f) => f !== undefined)
      if (form) add(form, text.text.slice(token.start, token.end))
    }
  }
  // a label is found in the language it was asked in; its other languages would only repeat it
  if (!text.label && out.size === 0) for (const word of translatedWords(text, tokens, matched)) add('translation', word)
  return out
}

/** The words of a label in this text's language, if all of them are there. */
function translatedWords(text: IndexedText, tokens: readonly Token[], matched: Matched): string[] {
  for (const { lang, units } of matched.translations) {
    if (lang !== text.lang || units.length === 0) continue
    if (lang === 'zh') {
      const forms = new Map([...units].flatMap((unit) => [...unit].map((term) => [term, 'translation' as const])))
      const found = tokens.flatMap((token) => (token.lang === 'zh' ? runsIn(text.text, token, forms) : [])).filter((run) => run.end - run.start > units.length)
      if (found.length > 0) return found.map((run) => text.text.slice(run.start, run.end))
    } else {
      const found = units.map((unit) => tokens.find((t) => unit.has(t.term)))
      if (found.every((t) => t !== undefined)) return found.map((t) => text.text.slice(t.start, t.end))
    }
  }
  return []
}

/** The stretches of a Chinese run whose pairs matched. */
function runsIn(text: string, token: Token, matched: ReadonlyMap<string, Why['form']>): { start: number; end: number; form: Why['form'] }[] {
  const characters = [...token.term]
  const out: { start: number; end: number; form: Why['form'] }[] = []
  const offset = offsets(text, token, characters.length)
  for (let k = 0; k < characters.length; k++) {
    const two = k + 1 < characters.length ? matched.get(characters[k]! + characters[k + 1]!) : undefined
    const form = two ?? (k + 1 === characters.length ? matched.get(characters[k]!) : undefined)
    if (!form) continue
    const start = offset[k]!
    const end = offset[k + (two ? 2 : 1)]!
    const last = out[out.length - 1]
    if (last && last.end >= start) last.end = Math.max(last.end, end)
    else out.push({ start, end, form })
  }
  return out
}

/** Where each character of a run begins in the text, and where the last ends. Invisible characters may stand between them. */
export function offsets(text: string, token: Token, count: number): number[] {
  if (token.end - token.start === count) return Array.from({ length: count + 1 }, (_, k) => token.start + k)
  const out: number[] = []
  for (let i = token.start; i < token.end; ) {
    const size = text.codePointAt(i)! > 0xffff ? 2 : 1
    if (tokenise(text.slice(i, i + size)).length > 0) out.push(i)
    i += size
  }
  out.push(token.end)
  return out
}
