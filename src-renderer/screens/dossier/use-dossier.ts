/** Gathers everything a dossier is made from, and makes it. */
import { useMemo } from 'react'
import { buildDossier } from '../../../src-core/dossier/dossier.ts'
import type { Audience, Conventions, DossierInput, DossierOutput, Fit, Need } from '../../../src-core/dossier/input.ts'
import type { Match } from '../../../src-core/match/match.ts'
import type { CaravanRecord, Offer, Organisation, RecordOf } from '../../../src-core/record/record.ts'
import { stripBidiControls } from '../../../src-core/text/bidi.ts'
import type { Locale } from '../../../src-core/text/locale.ts'
import { formatsFor } from '../../app/format.ts'
import { documentWords, translate } from '../../app/i18n.ts'
import { reasonText } from '../../app/match-view.tsx'
import { useSession, type Store } from '../../app/session.tsx'
import { useAnswer } from '../../app/store-hooks.ts'
import type { DealView } from '../../app/deal-state.ts'
import type { DealDocument } from '../../../src-core/deal/checklist.ts'

export interface Material {
  organisations: Organisation[]
  offers: Offer[]
  requests: Need[]
  centre: RecordOf<'centre'>
  centres: RecordOf<'centre'>[]
  match: Match | undefined
  pending: number
}

/** `null`: the issuing centre's own record is not held, so that nobody could sign. */
export function useMaterial(view: DealView | undefined): Material | null | undefined {
  const { centre } = useSession()
  const { deal } = view ?? {}
  return useAnswer(deal ? `dossier:${deal.ref}:${deal.rev}:${deal.updatedAt}` : null, (store) => gather(store, deal!, centre)).value
}

async function gather(store: Store, deal: DealView['deal'], own: string): Promise<Material | null> {
  const items = await store.get(deal.items ?? [])
  const offers = items.map((h) => h.record).filter((r): r is Offer => r.kind === 'offer')
  const requests = items.map((h) => h.record).filter((r): r is Need => r.kind === 'request' || r.kind === 'rd-request')
  const refs = new Set([...(deal.parties ?? []).map((p) => p.organisation), ...[...offers, ...requests].flatMap((r) => r.organisation ?? [])])
  const [organisations, centres] = await Promise.all([store.get([...refs]), store.get([...new Set([own, deal.owner, ...(deal.centres ?? [])])])])
  const centreRecords = centres.map((h) => h.record).filter((r): r is RecordOf<'centre'> => r.kind === 'centre')
  const centre = centreRecords.find((c) => c.ref === own) ?? centreRecords[0]
  if (!centre) return null
  const [offer, need] = [offers[0], requests[0]]
  const match = offer && need ? (await store.matches(offer.ref, 50)).find((m) => m.need === need.ref) : undefined
  const pending = [...items, ...organisations].reduce((n, h) => n + h.pending, 0)
  return { organisations: organisations.map((h) => h.record).filter((r): r is Organisation => r.kind === 'organisation'), offers, requests, centre, centres: centreRecords.filter((c) => c !== centre), match, pending }
}

export interface Choice { audience: Audience; languages: readonly [Locale, Locale]; issuedAt: string }
export function useDossier(view: DealView | undefined, documents: readonly DealDocument[], material: Material | null | undefined, choice: Choice): DossierOutput | null | undefined {
  const { user, settings } = useSession()
  return useMemo(() => {
    if (!view || !material) return undefined
    const conventions = conventionsFor(choice.languages, settings.digits, settings.calendar)
    try {
      return buildDossier({ ...material, deal: view.deal, documents, languages: choice.languages, audience: choice.audience, words: documentWords, issuedAt: choice.issuedAt, issuer: { name: user, centre: material.centre.ref }, conventions, fit: fitOf(material.match, choice.languages, conventions) })
    } catch (cause) {
      console.error('the dossier could not be laid out', cause)
      return null
    }
  }, [view, documents, material, choice, user, settings.digits, settings.calendar])
}

type All = NonNullable<DossierInput['conventions']>
const conventionsFor = (languages: readonly Locale[], digits: 'latn' | 'arab' | 'auto' | undefined, calendar: Conventions['calendar'] | undefined): All =>
  Object.fromEntries(languages.map((l) => [l, { digits: l === 'ar' && digits !== 'latn' ? 'arab' : 'latn', calendar: calendar ?? 'gregory' } satisfies Conventions]))

function fitOf(match: Match | undefined, languages: readonly Locale[], conventions: All): Fit | undefined {
  if (!match) return undefined
  const inWords = languages.map((l) => [l, formatsFor({ locale: l, digits: conventions[l]?.digits ?? 'latn', calendar: conventions[l]?.calendar ?? 'gregory' })] as const)
  const reasons = match.reasons.map((reason) => ({ factor: reason.factor, share: reason.share, text: Object.fromEntries(inWords.map(([l, f]) => [l, stripBidiControls(reasonText(reason, (key, values) => translate(l, key, values), f))])) as Partial<Record<Locale, string>> }))
  return { offer: match.offer, need: match.need, score: match.score, reasons }
}
export const printedRecords = (view: DealView, m: Material): CaravanRecord[] => [view.deal, ...m.offers, ...m.requests, ...m.organisations]
