/** Opening a deal: what an offer, a need or both already say is not asked again. */
import type { Deal, Offer, RdRequest, Request } from '../record/record.ts'
import type { Code } from '../record/vocabulary.ts'
import { LOCALES, type Locale } from '../text/locale.ts'
import { languagesOf, type MlText, type Rendering, type TranslationState } from '../text/multilingual.ts'
import { newChecklist } from './checklist.ts'

type Need = Request | RdRequest

export interface Opening {
  offer?: Offer | undefined
  need?: Need | undefined
  /** ref of the centre that opens it */
  centre: string
  /** countries the centre works for, to tell inbound from outbound */
  centreCountries?: readonly string[] | undefined
  /** ref of the organisation on the side that has no record yet */
  counterpart?: string | undefined
}
export type DealValues = Pick<Deal, 'parties' | 'centres' | 'items' | 'cooperation' | 'languages' | 'stage' | 'checklist'> & Partial<Pick<Deal, 'title' | 'direction'>>

export function dealFrom({ offer, need, centre, centreCountries, counterpart }: Opening): DealValues {
  const title = dealTitle(offer?.title, need?.title)
  const direction = directionOf(offer?.country, need?.country, centreCountries)
  return {
    ...(title ? { title } : {}),
    parties: partiesOf(offer, need, counterpart),
    centres: unique([centre, offer?.owner, need?.owner]).slice(0, 10),
    items: unique([offer?.ref, need?.ref]),
    cooperation: modesOf(offer, need),
    ...(direction ? { direction } : {}),
    languages: LOCALES.filter((l) => l === offer?.title?.orig || l === need?.title?.orig),
    stage: 'lead',
    checklist: newChecklist(),
  }
}

const unique = (refs: readonly (string | undefined)[]): string[] => [...new Set(refs.filter((r) => r !== undefined))]

function partiesOf(offer: Offer | undefined, need: Need | undefined, counterpart: string | undefined): NonNullable<Deal['parties']> {
  const provider = offer ? offer.organisation : counterpart
  const recipient = need ? need.organisation : counterpart
  const parties: NonNullable<Deal['parties']> = []
  if (provider) parties.push({ id: 'provider', organisation: provider, role: 'provider', ...(offer ? { centre: offer.owner } : {}) })
  if (recipient && recipient !== provider) parties.push({ id: 'recipient', organisation: recipient, role: 'recipient', ...(need ? { centre: need.owner } : {}) })
  return parties
}

/** What both want; when they share no mode, what is offered: the deal has to begin somewhere. */
function modesOf(offer: Offer | undefined, need: Need | undefined): Code<'cooperation'>[] {
  const offered = offer?.cooperation ?? []
  const wanted = need?.cooperation ?? []
  const both = offered.filter((m) => wanted.includes(m))
  return both.length > 0 ? both : offered.length > 0 ? [...offered] : [...wanted]
}

function directionOf(from: string | undefined, to: string | undefined, own: readonly string[] = []): Code<'dealDirection'> | undefined {
  if (from && from === to) return 'domestic'
  if (from && own.includes(from)) return 'outbound'
  if (to && own.includes(to)) return 'inbound'
  return undefined
}

/** In every language that both titles have; when they share none, the offer's title alone. */
export function dealTitle(offered: MlText | undefined, needed: MlText | undefined): MlText | undefined {
  const [first, second] = offered ? [offered, needed] : [needed, undefined]
  if (!first) return undefined
  const shared = languagesOf(first).filter((l) => !second || languagesOf(second).includes(l))
  const [languages, other] = shared.length > 0 ? [shared, second] : [languagesOf(first), undefined]
  // the first language is the one best founded: an original of either side before any translation
  const strength = (l: Locale) => Math.min(...[first.t[l]!, other?.t[l] ?? first.t[l]!].map((r) => STRENGTH.indexOf(r.state)))
  const orig = languages.includes(first.orig) ? first.orig : [...languages].sort((a, b) => strength(b) - strength(a))[0]
  if (!orig) return undefined
  const t: MlText['t'] = {}
  for (const l of languages) t[l] = { text: joined(first.t[l]!, other?.t[l], l), state: l === orig ? 'original' : weakest(first.t[l]!, other?.t[l]) }
  return { orig, t }
}

const joined = (a: Rendering, b: Rendering | undefined, lang: Locale): string => (b ? `${shortened(a.text)}${lang === 'zh' ? '——' : ' — '}${shortened(b.text)}` : a.text)
/** Two titles must fit into one: 120 code points each, cut where a word ends. */
function shortened(text: string): string {
  const points = [...text]
  if (points.length <= 120) return text
  return `${points.slice(0, 119).join('').replace(/[\s\p{P}]+\S*$/u, (tail) => (tail.length < 30 ? '' : tail))}…`
}

const STRENGTH: readonly TranslationState[] = ['stale', 'machine', 'human', 'certified', 'original']
/** Two originals joined are no original in the language that is not the deal's: at best the work of a person. */
function weakest(a: Rendering, b: Rendering | undefined): TranslationState {
  const state = STRENGTH[Math.min(...[a, b ?? a].map((r) => STRENGTH.indexOf(r.state)))]!
  return state === 'original' || state === 'certified' ? 'human' : state
}
