import type { Locale } from '../text/locale.ts'
import type { DossierInput, DossierOutput } from './input.ts'
import { annex } from './parts/annex.ts'
import { compliance } from './parts/compliance.ts'
import { contents, cover, numbered } from './parts/cover.ts'
import { documents } from './parts/documents.ts'
import { maturity } from './parts/maturity.ts'
import { parties } from './parts/parties.ts'
import { rights } from './parts/rights.ts'
import { signatures } from './parts/signatures.ts'
import { hasSites, siteFit } from './parts/site-fit.ts'
import { summary } from './parts/summary.ts'
import { technology } from './parts/technology.ts'
import { terms } from './parts/terms.ts'
import { timeline } from './parts/timeline.ts'
import { pageStyle } from './page-style.ts'
import { allRecords, isDraft, isSynthetic } from './reading.ts'
import { redact } from './redact.ts'
import { heading, inDigits, name, plainName, setting, type Setting } from './setting.ts'
import { direction } from '../text/locale.ts'

export type { DossierInput, DossierOutput, Need, Words } from './input.ts'

/** Changes when the same records would print differently. */
export const TEMPLATE = 'dossier-1'

interface Part {
  key: string
  body(s: Setting): string
  wanted?(s: Setting): boolean
}
export const PARTS: readonly Part[] = [
  { key: 'parties', body: parties },
  { key: 'summary', body: summary, wanted: (s) => s.records.deal.summary !== undefined || s.records.offers.length + s.records.requests.length > 0 },
  { key: 'technology', body: technology, wanted: (s) => s.records.offers.length + s.records.requests.length > 0 },
  { key: 'maturity', body: maturity, wanted: (s) => s.records.offers.some((o) => o.trl !== undefined) },
  { key: 'rights', body: rights, wanted: (s) => s.records.offers.length > 0 },
  { key: 'terms', body: terms },
  { key: 'site', body: siteFit, wanted: hasSites },
  { key: 'timeline', body: timeline },
  { key: 'documents', body: documents },
  { key: 'compliance', body: compliance },
  { key: 'signatures', body: signatures },
  { key: 'annex', body: annex },
]

/** A deal's dossier in two languages, ready for `dossier.issue`. Same input, same output. */
export function buildDossier(input: DossierInput): DossierOutput {
  const records = redact(input)
  const s = setting(input, records)
  const titles = new Map<string, (lang: Locale) => string>()
  const body = PARTS.filter((p) => p.wanted?.(s) ?? true).map((part, i) => {
    const key = `part.${part.key}`
    const title = (lang: Locale) => numbered(s, lang, i + 1, key)
    titles.set(`part-${part.key}`, title)
    const head = heading(s, `part-${part.key}`, 1, title, (lang) => `${inDigits(s, lang, i + 1)}. ${s.word(lang, key)}`)
    return `<section class="part ${part.key}">${head}${part.body(s)}</section>`
  }).join('\n')
  for (const r of [...records.offers, ...records.requests]) titles.set(`item-${r.ref}`, (lang) => name(s, lang, r.title, r.ref))
  const [first] = input.languages
  const deal = records.deal
  return {
    html: `<article class="dossier" lang="${first}" dir="${direction(first)}" data-pair="${input.languages.join('-')}">\n${cover(s)}\n${contents(s, s.headings, titles)}\n${body}\n</article>`,
    style: pageStyle(s),
    lang: first,
    title: `${deal.ref} – ${input.languages.map((lang) => plainName(s, lang, deal.title, deal.ref)).join(' · ')}`.slice(0, 400),
    name: `${deal.ref} ${input.languages.join('-')} ${plainName(s, first, deal.title, deal.ref)}`.slice(0, 120).trim(),
    outline: s.headings.map((h) => ({ ...h, title: h.title.slice(0, 400) })),
    facts: facts(s),
    data: { format: 'caravan-dossier-data', version: 1, deal, offers: records.offers, requests: records.requests, organisations: records.organisations, documents: records.documents },
    issuedAt: input.issuedAt,
  }
}

function facts(s: Setting): Record<string, unknown> {
  const { input, records } = s
  return {
    deal: records.deal.ref, audience: input.audience, languages: [...input.languages], template: TEMPLATE, issuer: input.issuer, centre: input.centre.ref,
    synthetic: isSynthetic(records), draft: isDraft(records),
    records: allRecords(records).map((r) => ({ ref: r.ref, id: r.id, kind: r.kind, rev: r.rev, updatedAt: r.updatedAt })),
    withheld: records.withheld,
  }
}
