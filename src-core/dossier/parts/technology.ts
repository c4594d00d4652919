import type { Offer } from '../../record/record.ts'
import { code, free, rich } from '../inline.ts'
import type { Need } from '../input.ts'
import { facts, field, heading, label, name, plainName, say, stack, table, type Setting } from '../setting.ts'
import { organisationTitle } from '../reading.ts'

/** One sheet an offer and one a need. */
export function technology(s: Setting): string {
  return [...s.records.offers.map((o) => offerSheet(s, o)), ...s.records.requests.map((r) => needSheet(s, r))].join('')
}

const sheetHead = (s: Setting, r: Offer | Need) =>
  heading(s, `item-${r.ref}`, 2, (lang) => name(s, lang, r.title, r.ref), (lang) => plainName(s, lang, r.title, r.ref)) +
  facts(s, [
    { key: 'sheet.reference', value: (lang) => `${code(r.ref)} <span class="kind">${rich(lang, s.label(lang, 'kind', r.kind))}</span>` },
    r.organisation === undefined ? undefined : { key: 'sheet.organisation', value: (lang) => name(s, lang, organisationTitle(s.records, r.organisation!), r.organisation) },
    r.fields === undefined || r.fields.length === 0 ? undefined : { key: 'sheet.fields', value: (lang) => r.fields!.map((f) => `<span class="chip">${rich(lang, s.word(lang, `vocabulary:field.${f}`))}</span>`).join(' ') },
  ])

function offerSheet(s: Setting, o: Offer): string {
  const metrics = o.metrics ?? []
  const standards = o.standards ?? []
  return `<section class="sheet">${sheetHead(s, o)}${field(s, 'sheet.problem', o.problem)}${field(s, 'sheet.description', o.description)}${field(s, 'sheet.advantages', o.advantages)}${metrics.length === 0 ? '' : `<section class="field">${label(s, 'sheet.metrics')}${table(s,
    [{ key: 'metric.name' }, { key: 'metric.value' }, { key: 'metric.baseline' }, { key: 'metric.evidence' }],
    metrics.map((m) => [free(m.name), code(m.unit === undefined || m.unit === '' ? m.value : `${m.value}${m.unit === '%' ? '' : '\u00a0'}${m.unit}`), orDash(m.baseline), orDash(m.evidence)]))}</section>`}${standards.length === 0 ? '' : `<section class="field">${label(s, 'sheet.standards')}<p class="codes">${standards.map((x) => code(x.name)).join(' <span class="sep">·</span> ')}</p></section>`}${field(s, 'sheet.partner', o.partnerSought)}</section>`
}

function needSheet(s: Setting, r: Need): string {
  const criteria = r.criteria ?? []
  return `<section class="sheet">${sheetHead(s, r)}${field(s, 'sheet.problem', r.problem)}${'objective' in r ? field(s, 'sheet.objective', r.objective) : ''}${field(s, 'sheet.specification', r.specification)}${criteria.length === 0 ? '' : `<section class="field">${label(s, 'sheet.criteria')}${table(s,
    [{ key: 'criterion.param' }, { key: 'criterion.value', cls: 'w-30' }, { key: 'criterion.force', cls: 'w-20' }],
    criteria.map((c) => [free(c.param), code(`${OPERATORS[c.op]}${c.value}${c.unit === undefined || c.unit === '' ? '' : `\u00a0${c.unit}`}`), stack(s, (lang) => rich(lang, s.label(lang, 'criterionForce', c.force)))]))}</section>`}${field(s, 'sheet.partner', r.partnerSought)}</section>`
}
const OPERATORS = { '>=': '≥ ', '<=': '≤ ', '=': '', between: '', has: '' } as const
export const orDash = (text: string | undefined) => (text === undefined || text === '' ? '–' : free(text))
export const noneSaid = (s: Setting, key: string) => `<div class="none">${stack(s, (lang) => say(s, lang, key))}</div>`
