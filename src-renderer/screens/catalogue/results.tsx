import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react'
import { pick } from '../../../src-core/text/multilingual.ts'
import { useLocale, useT } from '../../app/i18n.ts'
import { useHeld } from '../../app/store-hooks.ts'
import { Row } from './row.tsx'
import type { Results as Found } from './use-results.ts'

interface ResultsProps { found: Found; query: string | undefined; selected: string | undefined; onSelect: (ref: string) => void; onOpen: (ref: string) => void; onMore: () => void }

/** The result list: arrows move, Enter opens, more rows come while scrolling. */
export function Results({ found, query, selected, onSelect, onOpen, onMore }: ResultsProps) {
  const t = useT()
  const locale = useLocale()
  const list = useRef<HTMLUListElement>(null)
  const { answer, held } = found
  const hits = useMemo(() => answer.hits.filter((h) => held.has(h.ref)), [answer, held])
  const organisationRefs = useMemo(() => [...new Set([...held.values()].flatMap(({ record }) => ('organisation' in record && record.organisation ? [record.organisation] : [])))], [held])
  const organisations = useHeld(organisationRefs).value
  const nameOf = useMemo(() => new Map((organisations ?? []).map((h) => [h.record.ref, pick(h.record.title, locale)?.text ?? h.record.ref])), [organisations, locale])
  useEffect(() => {
    if (selected) document.getElementById(`row-${selected}`)?.scrollIntoView({ block: 'nearest' })
  }, [selected])

  const move = (step: number) => {
    const at = hits.findIndex((h) => h.ref === selected)
    const next = hits[Math.min(hits.length - 1, Math.max(0, at < 0 ? 0 : at + step))]
    if (next) onSelect(next.ref)
    if (at + step >= hits.length - 10) onMore()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8, Home: -hits.length, End: hits.length }
    const step = steps[event.key]
    if (step !== undefined) move(step)
    else if (event.key === 'Enter' && selected) onOpen(selected)
    else return
    event.preventDefault()
  }
  return (
    <ul
      ref={list} role="listbox" className="results scroll" aria-label={t('catalogue:results')} tabIndex={0} onKeyDown={onKeyDown}
      {...(selected && held.has(selected) ? { 'aria-activedescendant': `row-${selected}` } : {})}
      data-total={answer.total} {...(query === undefined ? {} : { 'data-query': query })}
      onScroll={(e) => { const el = e.currentTarget; if (el.scrollHeight - el.scrollTop - el.clientHeight < 800) onMore() }}
    >
      {hits.map((hit) => {
        const item = held.get(hit.ref)!
        const organisation = 'organisation' in item.record && item.record.organisation ? (nameOf.get(item.record.organisation) ?? item.record.organisation) : undefined
        return <Row key={hit.ref} held={item} words={answer.query} why={hit.why} locale={locale} selected={hit.ref === selected} organisation={organisation} onSelect={onSelect} onOpen={onOpen} />
      })}
    </ul>
  )
}
