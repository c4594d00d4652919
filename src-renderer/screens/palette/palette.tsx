import { useMemo, useState, type KeyboardEvent } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { KINDS } from '../../../src-core/record/vocabulary.ts'
import type { SearchAnswer } from '../../../src-core/search/engine.ts'
import { pick } from '../../../src-core/text/multilingual.ts'
import type { Held } from '../../store/api.ts'
import { useAllCommands } from '../../app/commands.ts'
import { useLocale, useT } from '../../app/i18n.ts'
import { go, hrefTo } from '../../app/router.ts'
import { useFormat } from '../../app/session.tsx'
import { useAnswer, useHeld } from '../../app/store-hooks.ts'
import { Icon } from '../../ui/icon.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { groupsOf, type Entry, type Group } from './entries.ts'
import './palette.css'
import { readRecent, rememberOpened } from './recent.ts'
import { PaletteRow } from './row.tsx'

const LIMIT = 24

export function Palette({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useT()
  return (
    <ModalOverlay className="scrim pal-scrim" isDismissable isOpen={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Modal className="pal">
        <Dialog className="pal-in" aria-label={t('palette:title')}><Finder onClose={onClose} /></Dialog>
      </Modal>
    </ModalOverlay>
  )
}

interface Found { answer: SearchAnswer; held: Map<string, Held> }

function Finder({ onClose }: { onClose: () => void }) {
  const t = useT()
  const f = useFormat()
  const locale = useLocale()
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const commands = useAllCommands()
  const query = words.trim()
  const { value: found } = useAnswer<Found | null>(query === '' ? 'none' : `palette:${locale}:${query}`, async (store) => {
    if (query === '') return null
    const answer = await store.search({ query, locale, kinds: KINDS, limit: LIMIT })
    const held = await store.get(answer.hits.map((h) => h.ref))
    return { answer, held: new Map(held.map((h) => [h.record.ref, h])) }
  })
  const [recentRefs] = useState(readRecent)
  const recent = useHeld(recentRefs).value
  const groups = useMemo(() => groupsOf(query, found?.answer.hits ?? [], found?.held ?? new Map(), recent ?? [], commands), [query, found, recent, commands])
  const entries = groups.flatMap((g) => g.entries)
  const chosen = Math.min(at, entries.length - 1)
  const organisationRefs = useMemo(() => [...new Set(groups.flatMap((g) => g.entries).flatMap((e) => (e.type === 'record' && 'organisation' in e.held.record && e.held.record.organisation ? [e.held.record.organisation] : [])))], [groups])
  const organisations = new Map((useHeld(organisationRefs).value ?? []).map((h) => [h.record.ref, pick(h.record.title, locale)?.text]))

  const run = (entry: Entry | undefined) => {
    if (!entry) return
    onClose()
    if (entry.type === 'command') entry.command.run()
    else if (entry.type === 'words') go(entry.what === 'catalogue' ? hrefTo('catalogue', undefined, { q: query }) : hrefTo('new', 'request', { title: query }))
    else open(entry.held)
  }
  const open = ({ record }: Held) => {
    rememberOpened(record.ref)
    go(hrefTo(record.kind === 'deal' ? 'deal' : 'record', record.ref))
  }
  const step = (by: number) => {
    const next = entries.length === 0 ? 0 : (chosen + by + entries.length) % entries.length
    setAt(next)
    document.getElementById(`palette-${entries[next]?.id}`)?.scrollIntoView({ block: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') step(1)
    else if (event.key === 'ArrowUp') step(-1)
    else if (event.key === 'Enter') run(entries[chosen])
    else return
    event.preventDefault()
  }
  const count = (group: Group): string => {
    const byKind = new Map((found?.answer.facets.kind ?? []).map((c) => [c.code, c.count]))
    const sum = (kinds: readonly string[]) => kinds.reduce((n, k) => n + (byKind.get(k) ?? 0), 0)
    if (group.id === 'records') return t('palette:records', { n: sum(['offer', 'request', 'rd-request']) })
    if (group.id === 'network') return t('palette:network', { n: sum(['centre', 'organisation', 'person', 'facility', 'event', 'programme']) })
    if (group.id === 'deals') return t('palette:deals', { n: sum(['deal', 'document']) })
    return t(group.id === 'do' ? 'palette:do' : 'palette:recent')
  }
  const language = languageOf(words)
  return (
    <>
      <div className="pal-top">
        <Icon name="search" size="l" />
        <input
          className="pal-input" dir="auto" value={words} autoFocus placeholder={t('palette:placeholder')} onChange={(e) => { setWords(e.target.value); setAt(0) }} onKeyDown={onKeyDown}
          role="combobox" aria-label={t('palette:title')} aria-expanded="true" aria-controls="palette-list" aria-autocomplete="list" aria-activedescendant={entries[chosen] ? `palette-${entries[chosen].id}` : undefined}
        />
        {language && language !== locale && <span className="chip">{f.language(language)}</span>}
        <Kbd>Esc</Kbd>
      </div>
      <div id="palette-list" role="listbox" aria-label={t('palette:results')} className="pal-list scroll" tabIndex={-1} data-total={found?.answer.total ?? 0} {...(found ? { 'data-query': found.answer.query } : {})}>
        {query !== '' && found && found.answer.total === 0 && <div className="po-none" role="presentation">{t('palette:none')}</div>}
        {groups.map((group) => (
          <div key={group.id} role="group" aria-labelledby={`palette-${group.id}`}>
            <div className="pal-head cap" id={`palette-${group.id}`}>{count(group)}</div>
            {group.entries.map((entry) => {
              const organisation = entry.type === 'record' && 'organisation' in entry.held.record && entry.held.record.organisation ? organisations.get(entry.held.record.organisation) : undefined
              const index = entries.indexOf(entry)
              return <PaletteRow key={entry.id} entry={entry} words={query} selected={index === chosen} organisation={organisation} onRun={() => run(entry)} onPoint={() => setAt(index)} />
            })}
          </div>
        ))}
      </div>
      <div className="pal-foot"><span><Kbd>↑</Kbd><Kbd>↓</Kbd>{t('palette:move')}</span><span><Kbd>Enter</Kbd>{t('palette:open')}</span></div>
    </>
  )
}

/** The script of what is typed, to say that another language is understood too. */
function languageOf(words: string): 'zh' | 'ar' | 'he' | undefined {
  if (/\p{Script=Han}/u.test(words)) return 'zh'
  if (/\p{Script=Arabic}/u.test(words)) return 'ar'
  return /\p{Script=Hebrew}/u.test(words) ? 'he' : undefined
}
