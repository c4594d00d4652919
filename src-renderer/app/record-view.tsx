/** How a record looks wherever it appears: title in my language, kind, languages, freshness, visibility, maturity. */
import type { CaravanRecord } from '../../src-core/record/record.ts'
import type { Kind } from '../../src-core/record/vocabulary.ts'
import { LOCALES, type Locale } from '../../src-core/text/locale.ts'
import { languagesOf, pick, type MlText } from '../../src-core/text/multilingual.ts'
import type { IconName } from '../ui/icon.tsx'
import { LanguageStrip, TrlMeter, type StripState } from '../ui/meters.tsx'
import { Freshness, Tile, type Tone } from '../ui/status.tsx'
import { useLocale, useT, type Translate } from './i18n.ts'
import { useFormat } from './session.tsx'

/** The text a reader of `locale` sees, and the original beneath when that is another language. */
export function bothTexts(ml: MlText | undefined, locale: Locale): { shown: string; lang: Locale | undefined; original: { text: string; lang: Locale } | undefined } {
  const shown = pick(ml, locale)
  const original = ml && shown && shown.lang !== ml.orig ? ml.t[ml.orig] : undefined
  return { shown: shown?.text ?? '', lang: shown?.lang, original: original && original.text !== '' ? { text: original.text, lang: ml!.orig } : undefined }
}
export const recordTitle = (record: CaravanRecord, locale: Locale): string => pick(record.title, locale)?.text || record.ref

/** The state of each language: of the title, else of whatever text the record has in it. */
function stripStates(record: CaravanRecord): Record<Locale, StripState> {
  const texts = Object.values(record as unknown as Record<string, unknown>).filter((v): v is MlText => typeof v === 'object' && v !== null && 't' in v && 'orig' in v)
  return Object.fromEntries(LOCALES.map((l): [Locale, StripState] => {
    const own = record.title?.t[l]
    if (own && own.text !== '') return [l, texts.some((m) => m.t[l]?.state === 'stale') ? 'stale' : own.state]
    const other = texts.find((m) => languagesOf(m).includes(l))
    return [l, other ? other.t[l]!.state : 'missing']
  })) as Record<Locale, StripState>
}

const KIND_FACE: Record<Kind, { icon: IconName; tone: Tone }> = {
  offer: { icon: 'offer', tone: 'accent' }, request: { icon: 'request', tone: 'warn' }, 'rd-request': { icon: 'flask', tone: 'plum' },
  centre: { icon: 'network', tone: 'mute' }, organisation: { icon: 'organisation', tone: 'mute' }, person: { icon: 'person', tone: 'mute' }, facility: { icon: 'park', tone: 'mute' },
  event: { icon: 'event', tone: 'mute' }, programme: { icon: 'programme', tone: 'mute' }, deal: { icon: 'deal', tone: 'mute' }, document: { icon: 'document', tone: 'mute' },
}
export const kindIcon = (kind: Kind): IconName => KIND_FACE[kind].icon
export const kindTone = (kind: Kind): Tone => KIND_FACE[kind].tone
export const RecordTile = ({ kind, locked = false }: { kind: Kind; locked?: boolean }) => <Tile icon={locked ? 'lock' : KIND_FACE[kind].icon} tone={locked ? 'mute' : KIND_FACE[kind].tone} />

const describeStrip = (t: Translate, language: (l: Locale) => string) => (lang: Locale, state: StripState): string => t('shell:strip.box', { language: language(lang), state: t(`shell:strip.${state}`) })
export function Strip({ record, onPick, selected }: { record: CaravanRecord; onPick?: (lang: Locale) => void; selected?: readonly Locale[] }) {
  const t = useT()
  const f = useFormat()
  return <LanguageStrip states={stripStates(record)} describe={describeStrip(t, f.language)} {...(onPick ? { onPick } : {})} {...(selected ? { selected } : {})} />
}

export type FreshLevel = 'full' | 'half' | 'empty'
/** Full within 90 days of its last check, half afterwards, empty when its validity has ended. */
function freshness(record: CaravanRecord, now = Date.now()): { level: FreshLevel; since: string; expired: boolean } {
  const since = record.verification?.at ?? record.updatedAt
  const expired = record.validUntil !== undefined && Date.parse(record.validUntil) < now
  return { level: expired ? 'empty' : now - Date.parse(since) < 90 * 86_400_000 ? 'full' : 'half', since, expired }
}
export function RecordFreshness({ record, long = false }: { record: CaravanRecord; long?: boolean }) {
  const t = useT()
  const f = useFormat()
  const { level, since, expired } = freshness(record)
  const when = long ? f.ago(since) : f.age(since)
  return <Freshness level={level}>{expired ? t('shell:fresh.expired') : long ? t(record.verification ? 'shell:fresh.verified' : 'shell:fresh.changed', { when }) : when}</Freshness>
}

const VISIBILITY: Record<CaravanRecord['visibility']['level'], IconName> = { public: 'public', network: 'network', bilateral: 'bilateral', centre: 'organisation', 'deal-room': 'lock', compliance: 'safety' }
export const visibilityIcon = (record: CaravanRecord): IconName => VISIBILITY[record.visibility.level]

/** `TRL 8` of an offer; `TRL ≥ 7` or `TRL 5–7` of a request. */
export function trlOf(record: CaravanRecord): { from: number; to?: number; text: string } | undefined {
  if (record.kind === 'offer') return record.trl === undefined ? undefined : { from: record.trl, text: `TRL ${record.trl}` }
  if ((record.kind === 'request' || record.kind === 'rd-request') && record.trlRange) {
    const { min, max } = record.trlRange
    return max === 9 && min < 9 ? { from: min, text: `TRL ≥ ${min}` } : { from: min, to: max, text: min === max ? `TRL ${min}` : `TRL ${min}–${max}` }
  }
  return undefined
}
export function Trl({ record }: { record: CaravanRecord }) {
  const trl = trlOf(record)
  return trl ? <TrlMeter {...trl} /> : null
}

/** Country of any kind that has one. */
export const countryOf = (record: CaravanRecord): string | undefined => ('country' in record ? record.country : undefined)
export const useTitle = () => {
  const locale = useLocale()
  return (record: CaravanRecord) => recordTitle(record, locale)
}
