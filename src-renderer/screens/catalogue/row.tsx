import { memo } from 'react'
import type { Why } from '../../../src-core/search/engine.ts'
import { pick } from '../../../src-core/text/multilingual.ts'
import type { Locale } from '../../../src-core/text/locale.ts'
import type { Held } from '../../store/api.ts'
import { Marked, wordsFor } from '../../app/highlight.tsx'
import { bothTexts, countryOf, RecordFreshness, RecordTile, Strip, Trl, visibilityIcon } from '../../app/record-view.tsx'
import { codeLabel, useT } from '../../app/i18n.ts'
import { useFormat } from '../../app/session.tsx'
import { Because, matchedLine } from '../../app/why.tsx'
import { Icon } from '../../ui/icon.tsx'
import { MetaLine } from '../../ui/status.tsx'
import { Code, Own } from '../../ui/text.tsx'

interface RowProps { held: Held; words: string; why: readonly Why[]; locale: Locale; selected: boolean; organisation: string | undefined; onSelect: (ref: string) => void; onOpen: (ref: string) => void }

/** One result: title in my language, the original beneath, who and where; how mature, in which languages, how fresh, for whom. */
export const Row = memo(function Row({ held: { record, pending }, words, why, locale, selected, organisation, onSelect, onOpen }: RowProps) {
  const t = useT()
  const f = useFormat()
  const title = bothTexts(record.title, locale)
  const matched = matchedLine(record, why, title.lang)
  // the line that matched; else the original; else the summary says what it is about
  const second = matched ?? title.original ?? ('summary' in record ? pick(record.summary, locale) : undefined)
  // a match that no line shows is told in words
  const told = why.length > 0 && !matched && wordsFor(why, 'title', title.lang).length === 0
  const country = countryOf(record)
  return (
    <li role="option" id={`row-${record.ref}`} aria-selected={selected} data-ref={record.ref} className="result" onClick={() => onSelect(record.ref)} onDoubleClick={() => onOpen(record.ref)}>
      <RecordTile kind={record.kind} locked={record.status === 'WITHDRAWN'} />
      <div className="grow">
        <Own className="result-title" lang={title.lang}><Marked text={title.shown || record.ref} words={wordsFor(why, 'title', title.lang)} /></Own>
        {second && <Own className="result-second" lang={second.lang}><Marked text={second.text} words={matched ? matched.words : wordsFor(why, title.original ? 'title' : 'summary', second.lang)} /></Own>}
        <MetaLine>
          <Code>{record.ref}</Code>
          {organisation ? <Own>{organisation}</Own> : <span>{codeLabel(t, 'kind', record.kind)}</span>}
          {told ? <Because why={why} words={words} /> : ''}
          {country && <span>{f.country(country)}</span>}
        </MetaLine>
      </div>
      <div className="result-side">
        <Trl record={record} />
        <Strip record={record} />
        <span className="row g4">
          {pending > 0 && <span className="tx-warn" title={t('catalogue:keptHere')}><Icon name="sync" size="xs" /></span>}
          <RecordFreshness record={record} />
          <span className="dim" title={codeLabel(t, 'visibility', record.visibility.level)}><Icon name={visibilityIcon(record)} size="xs" /></span>
        </span>
      </div>
    </li>
  )
})
