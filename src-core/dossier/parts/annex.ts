import { code, rich } from '../inline.ts'
import { allRecords, orderedParties, organisation, rightNumbers } from '../reading.ts'
import { inline, label, name, pair, say, stack, table, day, type Setting } from '../setting.ts'

/** Everything a reader copies, once more and plain; which records the dossier was made from; what was left out. */
export function annex(s: Setting): string {
  const { deal, offers, requests, withheld, hiddenDocuments } = s.records
  const ids = [
    ...offers.map((o) => ({ of: o.ref, list: [...rightNumbers(o), ...(o.codes ?? []).map((c) => `${c.scheme} ${c.code}`)] })),
    ...requests.map((r) => ({ of: r.ref, list: (r.codes ?? []).map((c) => `${c.scheme} ${c.code}`) })),
    ...orderedParties(deal).map((p) => ({ of: p.organisation, list: (organisation(s.records, p.organisation)?.ids ?? []).map((i) => i.value) })),
  ].filter((row, i, all) => row.list.length > 0 && all.findIndex((other) => other.of === row.of) === i)
  const identifiers = ids.length === 0 ? '' : `<section class="field">${label(s, 'annex.identifiers')}${table(s, [{ key: 'annex.of', cls: 'w-26' }, { key: 'annex.numbers' }], ids.map((row) => [code(row.of), `<div class="codes">${row.list.map(code).join(' <span class="sep">·</span> ')}</div>`]))}</section>`
  const records = table(s, [{ key: 'annex.record', cls: 'w-30' }, { key: 'annex.title' }, { key: 'annex.revision', cls: 'num w-12' }, { key: 'annex.changed', cls: 'w-24' }],
    allRecords(s.records).map((r) => [
      `${code(r.ref)}<span class="sub">${inline(s, (lang) => rich(lang, s.label(lang, 'kind', r.kind)))}</span>`,
      stack(s, (lang) => `${name(s, lang, r.title, r.ref)}${r.provenance?.some((p) => p.kind === 'synthetic') ? ` <span class="mark">${say(s, lang, 'annex.synthetic')}</span>` : ''}`),
      code(String(r.rev)),
      stack(s, (lang) => day(s, lang, r.updatedAt)),
    ]))
  const left = withheld.map((w) => [code(w.ref), inline(s, (lang) => say(s, lang, `withheld.${w.field}`))])
  const log = `<section class="field">${label(s, 'annex.withheld')}${left.length === 0 ? '' : table(s, [{ key: 'annex.record', cls: 'w-26' }, { key: 'annex.field' }], left)}<div class="prose">${pair(s, (lang) => `<p>${say(s, lang, left.length === 0 ? 'annex.nothingWithheld' : 'annex.withheldWhy')}${hiddenDocuments === 0 ? '' : ` ${say(s, lang, 'annex.documentsWithheld')}`}</p>`)}</div></section>`
  return `${identifiers}<section class="field">${label(s, 'annex.records')}${records}</section>${log}<section class="field keep">${label(s, 'annex.manifest')}${pair(s, (lang) => `<p>${say(s, lang, 'annex.manifestText')}</p>`, 'prose')}</section>`
}
