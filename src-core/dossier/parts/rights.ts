import { code, free, rich } from '../inline.ts'
import { facts, field, inline, name, pair, stack, table, day, say, type Setting } from '../setting.ts'
import { noneSaid } from './technology.ts'

/** The schedule of rights: numbers verbatim, everything else in both languages. */
export function rights(s: Setting): string {
  return s.records.offers.map((o) => {
    const list = o.ipRights ?? []
    const rows = list.map((r) => [
      numbers(s, r),
      stack(s, (lang) => `${rich(lang, s.label(lang, 'ipKind', r.kind))}<span class="sub">${rich(lang, s.label(lang, 'ipOffice', r.office))}</span>`),
      stack(s, (lang) => rich(lang, s.label(lang, 'ipState', r.state))),
      [dated(s, 'right.priority', r.priority), dated(s, 'right.nextFee', r.nextFee), dated(s, 'right.expires', r.expires)].join('') || '–',
      [r.owners === undefined ? '' : free(r.owners), r.encumbrance === undefined ? '' : `<div class="sub">${stack(s, (lang) => say(s, lang, 'right.encumbrance'))}${free(r.encumbrance)}</div>`].join('') || '–',
    ])
    return `<section class="sheet">${s.records.offers.length < 2 ? '' : `<div class="item-title">${pair(s, (lang) => name(s, lang, o.title, o.ref))}</div>`}${facts(s, [o.ipStatus === undefined ? undefined : { key: 'right.status', value: (lang) => rich(lang, s.label(lang, 'ipStatus', o.ipStatus!)) }])}${rows.length === 0 ? noneSaid(s, 'right.none') : table(s, [{ key: 'right.numbers', cls: 'w-26' }, { key: 'right.kind' }, { key: 'right.state' }, { key: 'right.dates', cls: 'w-22' }, { key: 'right.owners' }], rows, 'rights')}${field(s, 'right.funding', o.fundingObligations)}</section>`
  }).join('')
}

type Right = NonNullable<Setting['records']['offers'][number]['ipRights']>[number]
const KINDS_OF_NUMBER = ['grant', 'publication', 'application'] as const
function numbers(s: Setting, r: Right): string {
  const found = KINDS_OF_NUMBER.filter((k) => r[k] !== undefined && r[k] !== '')
  return found.length === 0 ? '–' : found.map((k) => `<div class="number">${code(r[k]!)}<span class="sub">${inline(s, (lang) => say(s, lang, `right.${k}`))}</span></div>`).join('')
}

/** Dates of rights are kept as typed; a whole ISO date is set with its month in letters. */
function dated(s: Setting, key: string, value: string | undefined): string {
  if (value === undefined || value === '') return ''
  const body = /^\d{4}-\d{2}-\d{2}$/.test(value) ? stack(s, (lang) => `<span class="sub">${say(s, lang, key)}</span> ${day(s, lang, value)}`) : `${stack(s, (lang) => `<span class="sub">${say(s, lang, key)}</span>`)}${code(value)}`
  return `<div class="dated">${body}</div>`
}
