/** Who and what the network is made of: centres, organisations, people, facilities, events, programmes. */
import * as z from 'zod'
import { choice, choices, countries, country, date, fields, instant, languages, line, link, links, localeSchema, ml, number, refSchema, rows, text } from '../field.ts'
import { VOCABULARIES } from '../vocabulary.ts'
import { codes, contact, ids } from './shared.ts'

export const centre = {
  title: ml(256, { section: 'texts', required: true }),
  summary: ml(500, { section: 'texts' }),
  centreKind: choice('centreKind', { section: 'facts', required: true }),
  countries: countries({ section: 'facts', required: true }),
  city: ml(120, { section: 'facts' }),
  parent: link(['centre'], { section: 'partners' }),
  hosts: links(['organisation'], 10, { section: 'partners' }),
  agreement: ml(300, { section: 'terms' }),
  agreementSigned: date({ section: 'dates' }),
  agreementExpires: date({ section: 'dates' }),
  workingLanguages: languages({ section: 'facts', required: true }),
  /** digits (Unicode -u-nu-), calendar (-u-ca-), first weekend day, paper, prevailing language */
  conventions: rows({ digits: z.enum(['latn', 'arab']), calendar: z.enum(['gregory', 'islamic-umalqura', 'hebrew']), weekend: z.enum(['sat-sun', 'fri-sat']), paper: z.enum(['A4', 'Letter']), prevailing: localeSchema.optional() }, 1, { section: 'terms' }),
  contact: contact(),
}

export const organisation = {
  title: ml(256, { section: 'texts', required: true }),
  summary: ml(500, { section: 'texts' }),
  aliases: rows({ lang: localeSchema, text: text(256) }, 30, { section: 'texts' }),
  organisationKind: choice('organisationKind', { section: 'facts', required: true }),
  country: country({ section: 'facts', required: true }),
  city: ml(120, { section: 'facts' }),
  fields: fields({ section: 'facts' }),
  founded: number(800, 2100, { section: 'facts' }),
  staffBand: choice('staffBand', { section: 'facts' }),
  website: line(300, { section: 'contact' }),
  parent: link(['organisation'], { section: 'partners' }),
  membershipTier: choice('membershipTier', { section: 'terms' }),
  memberSince: date({ section: 'dates' }),
  sponsorCentre: link(['centre'], { section: 'terms' }),
  absorptiveCapacity: ml(2000, { section: 'site' }),
  ids: ids(), codes: codes(), contact: contact(),
}

export const person = {
  title: ml(120, { section: 'texts', required: true }),
  summary: ml(500, { section: 'texts' }),
  transliterations: rows({ scheme: z.string().max(30), text: text(160) }, 10, { section: 'texts' }),
  roles: choices('personRole', 5, { section: 'facts', required: true }),
  organisation: link(['organisation'], { section: 'partners' }),
  country: country({ section: 'facts' }),
  fields: fields({ section: 'facts' }),
  skills: rows({ lang: localeSchema, level: z.enum(VOCABULARIES.cefr) }, 8, { section: 'facts' }),
  qualification: choice('qualification', { section: 'facts' }),
  /** on what basis the person's data are held, and until when */
  consent: rows({ basis: text(200), scope: text(200), until: z.string().max(10) }, 3, { section: 'control' }),
  ids: ids(), contact: contact(),
}

export const facility = {
  title: ml(256, { section: 'texts', required: true }),
  summary: ml(500, { section: 'texts' }),
  description: ml(4000, { section: 'texts' }),
  facilityKind: choice('facilityKind', { section: 'facts', required: true }),
  partners: links(['organisation', 'centre'], 20, { section: 'partners', required: true }),
  country: country({ section: 'facts', required: true }),
  city: ml(120, { section: 'facts' }),
  establishment: choice('establishment', { section: 'facts' }),
  direction: choice('facilityDirection', { section: 'facts' }),
  fields: fields({ section: 'facts' }),
  equipment: ml(2000, { section: 'site' }),
  area: number(0, 100_000_000, { section: 'site' }),
  seats: number(0, 1_000_000, { section: 'site' }),
  opened: date({ section: 'dates' }),
  contact: contact(),
}

export const event = {
  title: ml(256, { section: 'texts', required: true }),
  summary: ml(500, { section: 'texts' }),
  eventKind: choice('eventKind', { section: 'facts', required: true }),
  start: instant({ section: 'dates', required: true }),
  end: instant({ section: 'dates', required: true }),
  /** IANA time zone of the venue */
  zone: line(40, { section: 'dates', required: true }),
  country: country({ section: 'facts' }),
  venue: ml(256, { section: 'facts' }),
  organisers: links(['centre', 'organisation'], 20, { section: 'partners' }),
  fields: fields({ section: 'facts' }),
  pitches: rows({ offer: refSchema, start: z.string().max(5), minutes: z.int().min(1).max(240), languages: z.array(localeSchema).max(4), interpreter: text(120).optional() }, 60, { section: 'log' }),
  meetings: rows({ a: refSchema, b: refSchema, start: z.string().max(5), table: z.string().max(12), outcome: text(300).optional() }, 400, { section: 'log' }),
  published: number(0, 100_000, { section: 'facts' }),
  agreed: number(0, 100_000, { section: 'facts' }),
}

export const programme = {
  title: ml(256, { section: 'texts', required: true }),
  summary: ml(500, { section: 'texts' }),
  description: ml(4000, { section: 'texts' }),
  programmeKind: choice('programmeKind', { section: 'facts', required: true }),
  parties: links(['centre', 'organisation'], 40, { section: 'partners' }),
  countries: countries({ section: 'facts' }),
  opens: date({ section: 'dates' }),
  closes: date({ section: 'dates' }),
  fields: fields({ section: 'facts' }),
  fundingRules: ml(2000, { section: 'terms' }),
}
