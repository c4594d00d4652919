import { code, rich } from '../inline.ts'
import { field, inDigits, name, pair, prose, say, stack, table, type Setting } from '../setting.ts'

/** What the deal is, in the words of its records, and why the two sides were brought together. */
export function summary(s: Setting): string {
  const { deal, offers, requests } = s.records
  const texts = [...offers, ...requests].map((r) => {
    const body = prose(s, r.summary)
    return body === '' ? '' : `<section class="field"><div class="item-title">${pair(s, (lang) => `<span class="kind">${rich(lang, s.label(lang, 'kind', r.kind))}</span> ${name(s, lang, r.title, r.ref)}`)}</div>${body}</section>`
  })
  return field(s, 'summary.deal', deal.summary) + texts.join('') + fit(s)
}

function fit(s: Setting): string {
  const { fit: found } = s.input
  if (!found) return ''
  // what is said about price and budget is as confidential as they are
  const open = found.reasons.filter((r) => r.share !== null && (s.input.audience === 'board' || r.factor !== 'budget'))
  const rows = open.map((r) => [
    stack(s, (lang) => say(s, lang, `factor.${r.factor}`)),
    `<span class="bar" role="presentation"><span class="fill f${Math.round(r.share! * 10)}"></span></span>`,
    stack(s, (lang) => rich(lang, r.text[lang] ?? '')),
  ])
  return `<section class="field">${pair(s, (lang) => `${say(s, lang, 'summary.fit')} <span class="score">${inDigits(s, lang, Math.round(found.score))}</span>`, 'label')}<p class="caption">${code(found.offer)} · ${code(found.need)}</p>${table(s, [{ key: 'fit.factor', cls: 'w-25' }, { key: 'fit.share', cls: 'w-15' }, { key: 'fit.reason' }], rows)}</section>`
}
