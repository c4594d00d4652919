/** Questions the parts ask of the records. */
import type { CaravanRecord, Deal, Offer, Organisation } from '../record/record.ts'
import type { MlText } from '../text/multilingual.ts'
import type { Locale } from '../text/locale.ts'
import type { Redacted } from './redact.ts'

type Party = NonNullable<Deal['parties']>[number]
const ROLE_ORDER: readonly Party['role'][] = ['provider', 'recipient', 'user', 'broker', 'guarantor']
export const orderedParties = (deal: Deal): Party[] => [...(deal.parties ?? [])].sort((a, b) => ROLE_ORDER.indexOf(a.role) - ROLE_ORDER.indexOf(b.role))

export const organisation = (records: Redacted, ref: string): Organisation | undefined => records.organisations.find((o) => o.ref === ref)
export const organisationTitle = (records: Redacted, ref: string): MlText | undefined => organisation(records, ref)?.title

/** Every record of the dossier, in the order it is listed at the end. */
export const allRecords = (r: Redacted): CaravanRecord[] => [r.deal, ...r.offers, ...r.requests, ...r.organisations, ...r.documents]

export const isSynthetic = (r: Redacted) => allRecords(r).some((record) => record.provenance?.some((p) => p.kind === 'synthetic'))
export const isDraft = (r: Redacted) => r.deal.status.startsWith('DRAFT')

/** Numbers a reader copies: rights of an offer, as registered. */
export const rightNumbers = (offer: Offer): string[] => (offer.ipRights ?? []).flatMap((r) => [r.application, r.publication, r.grant].filter((n): n is string => n !== undefined && n !== ''))

/** Country names, joined the way the language joins them. */
export const joined = (lang: Locale, parts: readonly string[]) => parts.join(lang === 'zh' ? '、' : lang === 'ar' ? '، ' : ', ')
