/** The need's criteria against the offer's measured figures. What cannot be compared is no failure. */
import { stemOf } from '../search/analyse.ts'
import { tokenise } from '../search/normalise.ts'
import { isStopWord } from '../search/stop-words.ts'
import type { Pair, Reason } from './match.ts'
import { sameUnit } from './site-factor.ts'

type Criterion = NonNullable<NonNullable<Pair['need']['criteria']>[number]>
const MUST = 2
const SHOULD = 1

export function criteriaFactor({ offer, need }: Pair): { reason: Reason; mustFailed: boolean } {
  const criteria = need.criteria ?? []
  const total = criteria.length
  if (total === 0) return { reason: { factor: 'criteria', share: null, code: 'none' }, mustFailed: false }
  const judged = criteria.map((criterion) => ({ criterion, met: verdict(criterion, offer) })).filter((j) => j.met !== null)
  if (judged.length === 0) return { reason: { factor: 'criteria', share: null, code: 'not-comparable', values: { total } }, mustFailed: false }
  const weight = (list: typeof judged) => list.reduce((sum, j) => sum + (j.criterion.force === 'must' ? MUST : SHOULD), 0)
  const met = judged.filter((j) => j.met)
  const open = judged.find((j) => !j.met && j.criterion.force === 'must') ?? judged.find((j) => !j.met)
  const share = weight(met) / weight(judged)
  const label = open?.criterion.param ?? ''
  if (open?.criterion.force === 'must') return { reason: { factor: 'criteria', share: 0, code: 'must-failed', values: { label } }, mustFailed: true }
  if (!open) return { reason: { factor: 'criteria', share, code: 'met', values: { met: met.length, total } }, mustFailed: false }
  return { reason: met.length > 0 ? { factor: 'criteria', share, code: 'partly', values: { met: met.length, total, label } } : { factor: 'criteria', share, code: 'failed', values: { total, label } }, mustFailed: false }
}

/** null: the offer says nothing that could be compared. */
function verdict(criterion: Criterion, offer: Pair['offer']): boolean | null {
  if (criterion.op === 'has') return holds(criterion, offer) ? true : null
  const wanted = numbers(criterion.value)
  const metric = (offer.metrics ?? []).find((m) => sameUnit(m.unit, criterion.unit) && sameThing(m.name, criterion.param))
  const figures = metric ? numbers(metric.value) : []
  if (wanted.length === 0 || figures.length === 0) return null
  const [least, most] = [Math.min(...figures), Math.max(...figures)]
  const first = wanted[0]!
  switch (criterion.op) {
    case '>=': return most >= first
    case '<=': return least <= first
    case '=': return least <= first * 1.05 && most >= first * 0.95
    case 'between': return wanted.length > 1 && least <= Math.max(...wanted) && most >= Math.min(...wanted)
  }
}

/** A standard, certificate or word that the offer names. */
function holds(criterion: Criterion, offer: Pair['offer']): boolean {
  const named = [...(offer.standards ?? []).map((s) => s.name), ...(offer.metrics ?? []).flatMap((m) => [m.name, m.value]), ...(offer.evidence ?? []).map((e) => e.title)]
  const wanted = terms(criterion.value)
  return wanted.size > 0 && named.some((text) => isSubset(wanted, terms(text ?? '')))
}

/** "-5 to 45" -> -5, 45; "30–40" -> 30, 40; "1,250.5" -> 1250.5. */
export function numbers(text: string): number[] {
  const ascii = text.normalize('NFKC').replace(/[\u0660-\u0669]/g, (c) => String(c.charCodeAt(0) - 0x660)).replace(/[\u06f0-\u06f9]/g, (c) => String(c.charCodeAt(0) - 0x6f0)).replace(/\u066b/g, '.').replace(/[\u066c,](?=\d{3}(?!\d))/g, '').replace(/[\u2212]/g, '-')
  return (ascii.match(/(?<![\d.])-?\d+(?:\.\d+)?|(?<=[\d]\s*[-–—~～]\s*)\d+(?:\.\d+)?/g) ?? []).map(Number)
}

const NO_WORDS = { has: () => false, hamza: () => false }
const terms = (text: string): Set<string> => new Set(tokenise(text).filter((t) => !isStopWord(t.term)).map((t) => stemOf(t.term, t.lang, NO_WORDS)))
const isSubset = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].every((t) => b.has(t))
/** One name says all that the other says. */
function sameThing(a: string, b: string): boolean {
  const [x, y] = [terms(a), terms(b)]
  return x.size > 0 && y.size > 0 && (isSubset(x, y) || isSubset(y, x))
}
