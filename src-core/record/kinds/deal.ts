/** A deal, and the documents that prove it. Both live in the deal's own room unless their visibility says otherwise. */
import * as z from 'zod'
import { choice, choices, country, date, dateSchema, decimalSchema, currencySchema, instantSchema, language, languages, line, link, links, localeSchema, ml, money, number, refSchema, rows, text } from '../field.ts'
import { VOCABULARIES } from '../vocabulary.ts'

export const deal = {
  title: ml(256, { section: 'texts', required: true }),
  summary: ml(500, { section: 'texts' }),
  parties: rows({ organisation: refSchema, role: z.enum(VOCABULARIES.partyRole), centre: refSchema.optional(), share: z.number().min(0).max(100).optional(), signatory: text(120).optional(), capacity: text(120).optional() }, 20, { section: 'partners', required: true }),
  /** centres that share the deal room */
  centres: links(['centre'], 10, { section: 'partners', required: true }),
  items: links(['offer', 'request', 'rd-request'], 20, { section: 'facts', required: true }),
  cooperation: choices('cooperation', 3, { section: 'cooperation', required: true }),
  direction: choice('dealDirection', { section: 'facts' }),
  /** changed only by the move-stage command */
  stage: choice('dealStage', { section: 'facts' }),
  stageHistory: rows({ from: z.enum(VOCABULARIES.dealStage).optional(), to: z.enum(VOCABULARIES.dealStage), at: instantSchema, by: text(120) }, 200, { section: 'log' }),
  value: money({ section: 'terms', confidential: true }),
  probability: number(0, 100, { section: 'terms', confidential: true }),
  expectedClose: date({ section: 'dates' }),
  terms: rows({ term: z.enum(['entry-fee', 'royalty', 'minimum', 'milestone', 'term', 'exclusivity', 'territory', 'field-of-use', 'training', 'improvements', 'confidentiality']), value: text(300), amount: decimalSchema.optional(), currency: currencySchema.optional() }, 30, { section: 'terms' }),
  governingLaw: country({ section: 'terms' }),
  seat: line(120, { section: 'terms' }),
  languages: languages({ section: 'terms' }),
  prevailing: language({ section: 'terms' }),
  milestones: rows({ title: text(200), due: dateSchema, done: dateSchema.optional(), amount: decimalSchema.optional(), currency: currencySchema.optional() }, 60, { section: 'dates' }),
  checklist: rows({ item: z.string().max(60), done: z.boolean(), by: text(120).optional(), at: instantSchema.optional(), note: text(300).optional() }, 100, { section: 'log' }),
  tasks: rows({ title: text(300), due: dateSchema.optional(), who: text(120).optional(), done: z.boolean() }, 200, { section: 'log' }),
  notes: rows({ text: text(4000), lang: localeSchema, by: text(120), at: instantSchema }, 1000, { section: 'log' }),
  outcome: choice('dealOutcome', { section: 'facts' }),
  lossReason: choice('lossReason', { section: 'facts' }),
  lessons: ml(2000, { section: 'texts' }),
}

export const document = {
  title: ml(256, { section: 'texts', required: true }),
  documentKind: choice('documentKind', { section: 'facts', required: true }),
  deal: link(['deal'], { section: 'partners' }),
  state: choice('documentState', { section: 'facts', required: true }),
  confidentiality: choice('confidentiality', { section: 'control', required: true }),
  language: language({ section: 'facts' }),
  translationOf: link(['document'], { section: 'partners' }),
  /** one entry a stored version, oldest first */
  versions: rows({ sha256: z.string().regex(/^[0-9a-f]{64}$/), mime: z.string().max(100), bytes: z.int().min(0), name: text(200), at: instantSchema, by: text(120) }, 100, { section: 'log' }),
  signatures: rows({ person: text(120), capacity: text(120).optional(), method: z.enum(['wet', 'seal', 'e-sign']), date: z.string().max(40) }, 20, { section: 'rights' }),
  signedOn: date({ section: 'dates' }),
  expiresOn: date({ section: 'dates' }),
}
