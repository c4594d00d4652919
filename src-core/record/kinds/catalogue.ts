/** What is offered and sought. Limits are EEN's: title 256, summary 500, description 4000, partner role 4000, technical specification 2000. */
import * as z from 'zod'
import { choice, choices, countries, country, date, fields, flag, link, links, ml, moneyRange, rows, text, trl, trlRange } from '../field.ts'
import { codes, control, criteria, ipRights, metrics, publicFace, site } from './shared.ts'

const common = {
  title: ml(256, { section: 'texts', required: true }),
  summary: ml(500, { section: 'texts', required: true }),
  organisation: link(['organisation'], { section: 'partners', required: true }),
  country: country({ section: 'facts', required: true }),
  fields: fields({ section: 'facts', required: true }),
  sdg: choices('sdg', 5, { section: 'facts', required: true }),
  contacts: links(['person'], 5, { section: 'contact' }),
  codes: codes(), site: site(), control: control(), ...publicFace,
}

export const offer = {
  ...common,
  problem: ml(4000, { section: 'texts', required: true }),
  description: ml(4000, { section: 'texts', required: true }),
  advantages: ml(2000, { section: 'texts' }),
  metrics: metrics(),
  trl: trl({ section: 'maturity', required: true }),
  trlEvidence: ml(600, { section: 'maturity' }),
  environment: choice('environment', { section: 'maturity' }),
  validation: ml(600, { section: 'maturity' }),
  ipStatus: choice('ipStatus', { section: 'rights', required: true }),
  ipRights: ipRights(),
  fundingObligations: ml(1000, { section: 'rights' }),
  cooperation: choices('cooperation', 3, { section: 'cooperation', required: true }),
  price: moneyRange({ section: 'terms', confidential: true }),
  priceStructure: choice('priceStructure', { section: 'terms' }),
  territory: countries({ section: 'terms' }),
  exclusivityGranted: countries({ section: 'terms' }),
  fieldOfUse: ml(600, { section: 'terms' }),
  partnerSought: ml(4000, { section: 'partners', required: true }),
  partnerKinds: choices('partnerKind', 7, { section: 'partners' }),
  standards: rows({ name: text(120) }, 20, { section: 'site' }),
  evidence: rows({ kind: text(60), title: text(300), url: z.string().max(500).optional() }, 20, { section: 'maturity' }),
}

export const request = {
  ...common,
  problem: ml(4000, { section: 'texts', required: true }),
  specification: ml(2000, { section: 'texts', required: true }),
  criteria: criteria(),
  trlRange: trlRange({ section: 'maturity', required: true }),
  environment: choice('environment', { section: 'maturity' }),
  ipTolerated: choices('ipStatus', 4, { section: 'rights' }),
  cooperation: choices('cooperation', 3, { section: 'cooperation', required: true }),
  budget: moneyRange({ section: 'terms', confidential: true }),
  territory: countries({ section: 'terms' }),
  partnerSought: ml(4000, { section: 'partners', required: true }),
  partnerKinds: choices('partnerKind', 7, { section: 'partners' }),
  needBy: date({ section: 'dates' }),
}

export const rdRequest = {
  ...common,
  problem: ml(4000, { section: 'texts', required: true }),
  objective: ml(4000, { section: 'texts', required: true }),
  specification: ml(2000, { section: 'texts' }),
  criteria: criteria(),
  trlRange: trlRange({ section: 'maturity' }),
  ipSplit: ml(1000, { section: 'rights' }),
  cooperation: choices('cooperation', 3, { section: 'cooperation', required: true }),
  programme: link(['programme'], { section: 'terms' }),
  budget: moneyRange({ section: 'terms' }),
  partnerSought: ml(4000, { section: 'partners', required: true }),
  partnerKinds: choices('partnerKind', 7, { section: 'partners' }),
  coordinatorFound: flag({ section: 'partners' }),
  eoiDeadline: date({ section: 'dates', required: true }),
  callDeadline: date({ section: 'dates', required: true }),
}
