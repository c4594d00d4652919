/** A match in words: each reason as a sentence in the reader's language. */
import type { Match, Reason } from '../../src-core/match/match.ts'
import { isLocale } from '../../src-core/text/locale.ts'
import { codeLabel, hasMessage, type Translate, type Values } from './i18n.ts'
import type { Formats } from './format.ts'

/** How a value reads is told by its name (src-core/match/reasons.ts). */
function readValue(name: string, value: string | number, t: Translate, f: Formats): string | number {
  if (typeof value === 'number') return value
  const codes = (vocabulary: Parameters<typeof codeLabel>[1]) => f.list(value.split(' ').map((code) => codeLabel(t, vocabulary, code)))
  if (/fields?$/.test(name)) return codes('field')
  if (/^(mode|modes|offered|wanted)$/.test(name)) return codes('cooperation')
  if (/^params?$/.test(name)) return codes('siteParam')
  if (/kind$/i.test(name)) return codes('organisationKind')
  if (/country$/i.test(name)) return value.split(' ').map(f.country).join(', ')
  if (name === 'lang') return isLocale(value) ? f.language(value) : value
  if (name === 'date') return f.date(value)
  if (/^(low|high|price|budget)$/.test(name)) return f.money({ amount: value, currency: '' }).trim()
  return value
}

export function reasonText(reason: Reason, t: Translate, f: Formats): string {
  const key = `match:${reason.factor}.${reason.code}`
  const values: Values = Object.fromEntries(Object.entries(reason.values ?? {}).map(([k, v]) => [k, readValue(k, v, t, f)]))
  return hasMessage(key) ? t(key as 'match:title', values) : ''
}

/** What fits well and what does not, best first: the line under a fit. */
export function reasonSummary(match: Match, t: Translate, f: Formats): string {
  const told = match.reasons.filter((r): r is Reason & { share: number } => r.share !== null)
  const name = (r: Reason) => t(`match:factor.${r.factor}`)
  const good = told.filter((r) => r.share >= 0.7).slice(0, 3).map(name)
  const gap = told.filter((r) => r.share < 0.4).slice(0, 2).map(name)
  if (match.gates.length > 0) return t('match:blocked', { why: f.list(match.gates.map((g) => t(`match:gate.${g}`))) })
  if (good.length > 0 && gap.length > 0) return t('match:fitsAndGap', { good: f.list(good), gap: f.list(gap) })
  if (good.length > 0) return t('match:fits', { good: f.list(good) })
  return gap.length > 0 ? t('match:gap', { gap: f.list(gap) }) : ''
}
