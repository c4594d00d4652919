/** What a dossier is made from. Everything is passed in: the folder has no clock, no words and no database. */
import type { Deal, Offer, Organisation, RecordOf } from '../record/record.ts'
import type { Locale } from '../text/locale.ts'

export type Need = RecordOf<'request'> | RecordOf<'rd-request'>
/** Who reads it: decides which confidential fields leave the centre. */
export const AUDIENCES = ['partner', 'ministry', 'board'] as const
export type Audience = (typeof AUDIENCES)[number]

/**
 * Words of one language. Keys of the dossier's own words are bare (`part.parties`, from `locales/<lang>/print.json`), labels of
 * vocabularies carry their namespace (`vocabulary:ipKind.patent`). With i18next: `i18n.getFixedT(lang, 'print')`.
 */
export type Words = (key: string, values?: Record<string, string | number>) => string

/** Digits (-u-nu-) and calendar (-u-ca-) of a language's column; Gregorian is always printed, another calendar beside it. */
export interface Conventions {
  digits: 'latn' | 'arab'
  calendar: 'gregory' | 'islamic-umalqura' | 'hebrew'
  /** Arabic month names: شباط in the Levant, فبراير elsewhere */
  months?: 'levant' | undefined
}

/** Why this offer and this need were brought together, in words of both languages. */
export interface Fit {
  offer: string
  need: string
  score: number
  reasons: { factor: string; share: number | null; text: Partial<Record<Locale, string>> }[]
}

export interface DossierInput {
  deal: Deal
  /** every organisation that a party, an offer or a need names; what is missing is printed as its ref */
  organisations: readonly Organisation[]
  persons?: readonly RecordOf<'person'>[] | undefined
  offers: readonly Offer[]
  /** requests and R&D requests of the deal */
  requests: readonly Need[]
  documents: readonly RecordOf<'document'>[]
  /** the centre that issues; the parties of this centre are "our side" */
  centre: RecordOf<'centre'>
  /** other centres of the deal room, for their names */
  centres?: readonly RecordOf<'centre'>[] | undefined
  /** first language leads (cover, bookmarks, page order of an untranslated line) */
  languages: readonly [Locale, Locale]
  audience: Audience
  words(lang: Locale): Words
  /** ISO 8601 UTC; the only time in the dossier */
  issuedAt: string
  issuer: { name: string; centre: string }
  conventions?: Partial<Record<Locale, Conventions>> | undefined
  fit?: Fit | undefined
}

/** What the host is asked to print: `DossierJob` of the host contract, without its folder name's safety. */
export interface DossierOutput {
  /** inner HTML of `print.html`'s body; page numbers stand as `<!--page ID DIGITS-->` until the host knows them */
  html: string
  /** `@page` margin boxes: running head and "page x of y" */
  style: string
  lang: Locale
  title: string
  name: string
  outline: { id: string; title: string; level: number }[]
  facts: Record<string, unknown>
  data: unknown
  issuedAt: string
}
