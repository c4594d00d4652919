import { pick } from '../../../src-core/text/multilingual.ts'
import { Marked, wordsFor } from '../../app/highlight.tsx'
import { codeLabel, useLocale, useT } from '../../app/i18n.ts'
import { printKeys } from '../../app/keys.ts'
import { bothTexts, countryOf, RecordTile, Strip, trlOf } from '../../app/record-view.tsx'
import { useFormat } from '../../app/session.tsx'
import { Because } from '../../app/why.tsx'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { MetaLine, Tile } from '../../ui/status.tsx'
import { Code, Own, readable } from '../../ui/text.tsx'
import type { Entry } from './entries.ts'

interface RowProps { entry: Entry; words: string; selected: boolean; organisation: string | undefined; onRun: () => void; onPoint: () => void }

export function PaletteRow({ entry, words, selected, organisation, onRun, onPoint }: RowProps) {
  return (
    <div role="option" id={`palette-${entry.id}`} aria-selected={selected} className="po" onClick={onRun} onMouseMove={selected ? undefined : onPoint} {...(entry.type === 'record' ? { 'data-ref': entry.held.record.ref } : {})}>
      <Content entry={entry} words={words} organisation={organisation} />
      {entry.type === 'command' && entry.command.keys && <Kbd>{printKeys(entry.command.keys)}</Kbd>}
      {selected && <Kbd><Icon name="enter" /></Kbd>}
    </div>
  )
}

function Content({ entry, words, organisation }: { entry: Entry; words: string; organisation: string | undefined }) {
  const t = useT()
  const f = useFormat()
  const locale = useLocale()
  if (entry.type === 'command') return <><Tile icon={(entry.command.icon as IconName | undefined) ?? 'enter'} /><span className="grow po-a own">{entry.title}</span></>
  if (entry.type === 'words') return (
    <>
      <Tile icon={entry.what === 'catalogue' ? 'catalogue' : 'plus'} />
      <span className="grow"><span className="own po-a">{t(entry.what === 'catalogue' ? 'palette:inCatalogue' : 'palette:newRequest')}</span><span className="own po-b" dir="auto">{readable(words)}</span></span>
    </>
  )
  const { record } = entry.held
  const why = entry.hit?.why ?? []
  // the title in the language that matched, when it matched; else mine
  const inTitle = why.find((w) => w.field === 'title' && w.lang !== 'code' && record.title?.t[w.lang])
  const title = inTitle && inTitle.lang !== 'code' ? { shown: record.title!.t[inTitle.lang]!.text, lang: inTitle.lang } : bothTexts(record.title, locale)
  const trl = trlOf(record)
  const country = countryOf(record)
  return (
    <>
      <RecordTile kind={record.kind} locked={record.status === 'WITHDRAWN'} />
      <div className="grow">
        <Own className="po-a" lang={title.lang}><Marked text={title.shown || record.ref} words={wordsFor(why, 'title', title.lang)} /></Own>
        <MetaLine className="metaline po-b">
          {entry.hit ? <Because why={entry.hit.why} words={words} /> : ''}
          {organisation ? <Own>{organisation}</Own> : <span>{codeLabel(t, 'kind', record.kind)}</span>}
          {trl ? <bdi className="ltr">{trl.text}</bdi> : country ? <span>{f.country(country)}</span> : ''}
          {!entry.hit && <Code>{record.ref}</Code>}
          {entry.hit && !inTitle && title.lang !== locale && pick(record.title, locale) ? <Code>{record.ref}</Code> : ''}
        </MetaLine>
      </div>
      <Strip record={record} />
    </>
  )
}
