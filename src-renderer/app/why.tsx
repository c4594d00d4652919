/** Why a record was found: the line of it that matched, or which of its codes the words mean. */
import type { CaravanRecord } from '../../src-core/record/record.ts'
import type { Why } from '../../src-core/search/engine.ts'
import { isLocale, type Locale } from '../../src-core/text/locale.ts'
import type { MlText } from '../../src-core/text/multilingual.ts'
import { hasMessage, useT } from './i18n.ts'
import { markRanges } from './highlight.tsx'

export interface MatchedLine { field: string; lang: Locale; text: string; words: string[] }
const BEFORE = 28

/** The text to show beneath the title so that the match is seen: another language's title, else the place in a longer text. */
export function matchedLine(record: CaravanRecord, why: readonly Why[], shown: Locale | undefined): MatchedLine | undefined {
  if (why.some((w) => w.field === 'title' && w.lang === shown)) return undefined
  const values = record as unknown as Record<string, MlText | undefined>
  const texts = why.flatMap((w): MatchedLine[] => {
    const text = isLocale(w.lang) ? values[w.field]?.t?.[w.lang]?.text : undefined
    return text && isLocale(w.lang) ? [{ field: w.field, lang: w.lang, text, words: w.words }] : []
  })
  const best = texts.find((line) => line.field === 'title') ?? texts.find((line) => line.lang === shown) ?? texts[0]
  if (!best || best.field === 'title') return best
  const at = markRanges(best.text, best.words)[0]?.[0] ?? 0
  return { ...best, text: at <= BEFORE ? best.text : `…${best.text.slice(wordStart(best.text, at - BEFORE))}` }
}
/** Never begins inside a word or a grapheme. */
function wordStart(text: string, from: number): number {
  const space = text.slice(from, from + BEFORE).search(/[\s，。；、]/)
  return space < 0 ? from : from + space + 1
}

/** `ري موفر للمياه = 节水灌溉`, or by which form of the words and where. */
export function Because({ why: all, words }: { why: readonly Why[]; words: string }) {
  const t = useT()
  // a title with the words themselves needs no other reason; else what they mean in another language
  const why = all.find((w) => w.field === 'title' && w.form !== 'translation' && w.form !== 'label') ?? all.find((w) => w.form === 'translation') ?? all[0]
  if (!why) return null
  const field = hasMessage(`record:field.${why.field}`) && why.field !== 'title' ? t(`record:field.${why.field}` as 'record:field.summary') : undefined
  if (why.form === 'translation' || why.form === 'label') return <span className="row g3 because"><bdi>{words}</bdi><span className="sep">=</span><bdi lang={why.lang === 'code' ? undefined : why.lang}><mark>{why.words.join(' ')}</mark></bdi></span>
  return <span className="because">{t(`palette:why.${why.form}`)}{field && <>: <bdi>{field}</bdi></>}</span>
}
