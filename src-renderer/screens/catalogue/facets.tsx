import { useRef, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { VOCABULARIES } from '../../../src-core/record/vocabulary.ts'
import { FACETS, type Facet, type SearchAnswer } from '../../../src-core/search/engine.ts'
import { LOCALES, OWN_NAME, type Locale } from '../../../src-core/text/locale.ts'
import { AREAS } from '../../../src-core/record/technology-fields.ts'
import { codeLabel, useT } from '../../app/i18n.ts'
import { useFormat } from '../../app/session.tsx'
import { FacetLine } from '../../ui/checkbox.tsx'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Histogram } from '../../ui/meters.tsx'
import { fromTrl, toggle, type CatalogueQuery } from './query.ts'

const SHOWN = 5
const GROUPS = ['kind', 'country', 'trl', 'field', 'cooperation', 'ipStatus', 'language', 'owner'] as const
type Counts = ReadonlyMap<string, number>

/** Every code that was ever counted here stays in its list: zero is an answer too. */
function useSeen(facets: SearchAnswer['facets']): Record<Facet, Counts> {
  const seen = useRef<Record<Facet, Set<string>>>(undefined)
  seen.current ??= { kind: new Set(), country: new Set(), field: new Set(AREAS), trl: new Set(), cooperation: new Set(VOCABULARIES.cooperation), ipStatus: new Set(VOCABULARIES.ipStatus), language: new Set(LOCALES), owner: new Set() }
  const lists = FACETS.map((facet): [Facet, Counts] => {
    const counts = new Map(facets[facet].map(({ code, count }) => [code, count]))
    for (const code of counts.keys()) seen.current![facet].add(code)
    return [facet, new Map([...seen.current![facet]].map((code) => [code, counts.get(code) ?? 0]))]
  })
  return Object.fromEntries(lists) as Record<Facet, Counts>
}

export function Facets({ facets, query, onFilters }: { facets: SearchAnswer['facets']; query: CatalogueQuery; onFilters: (filters: CatalogueQuery['filters']) => void }) {
  const t = useT()
  const f = useFormat()
  const seen = useSeen(facets)
  const label = (facet: Facet, code: string): string => (facet === 'country' ? f.country(code) : facet === 'language' ? OWN_NAME[code as Locale] : facet === 'owner' ? code : codeLabel(t, facet === 'trl' ? 'kind' : facet, code))
  const bars = Array.from({ length: 9 }, (_, i) => {
    const id = String(i + 1)
    const count = seen.trl.get(id) ?? 0
    return { id, count, label: t('catalogue:trlBar', { trl: `TRL ${id}`, n: count }), on: (query.filters.trl ?? []).includes(id) }
  })
  const chosen = (query.filters.trl ?? []).map(Number).sort((a, b) => a - b)
  return (
    <div className="facets">
      {GROUPS.map((facet) => facet === 'trl' ? (
        <Group key={facet} title={t('catalogue:facet.trl')}>
          <Histogram label={t('catalogue:facet.trl')} bars={bars} onPress={(id) => onFilters(fromTrl(query.filters, Number(id)))} start="TRL 1" end="9" middle={chosen.length > 0 && <bdi className="ltr">{`${chosen[0]}–${chosen.at(-1)}`}</bdi>} />
        </Group>
      ) : (
        <CodeGroup key={facet} facet={facet} counts={seen[facet]} chosen={query.filters[facet] ?? []} label={(code) => label(facet, code)} onToggle={(code, on) => onFilters(toggle(query.filters, facet, code, on))} />
      ))}
    </div>
  )
}

function Group({ title, children }: { title: string; children: React.ReactNode }) {
  const [open, setOpen] = useState(true)
  return (
    <section className="facet">
      <h3><AriaButton className="facet-head" aria-expanded={open} onPress={() => setOpen(!open)}>{title}<Icon name={open ? 'down' : 'forward'} size="s" /></AriaButton></h3>
      {open && children}
    </section>
  )
}

interface CodeGroupProps { facet: Exclude<Facet, 'trl'>; counts: Counts; chosen: readonly string[]; label: (code: string) => string; onToggle: (code: string, on: boolean) => void }
function CodeGroup({ facet, counts, chosen, label, onToggle }: CodeGroupProps) {
  const t = useT()
  const f = useFormat()
  const [all, setAll] = useState(false)
  const [area, setArea] = useState<string>()
  // fields: the areas, and the fields of the one that is chosen
  const openArea = area ?? (facet === 'field' ? chosen[0]?.split('.')[0] : undefined)
  const codes = [...counts].filter(([code]) => facet !== 'field' || !code.includes('.') || code.startsWith(`${openArea}.`) || chosen.includes(code))
  const order = facet === 'language' ? codes : codes.sort((a, b) => b[1] - a[1] || f.collator.compare(label(a[0]), label(b[0])))
  const lines = facet === 'kind' || facet === 'language' ? order : order.filter(([code], i) => all || i < SHOWN || chosen.includes(code))
  const more = order.length - lines.length
  if (order.length === 0 || (facet === 'owner' && order.length < 2)) return null
  return (
    <Group title={t(`catalogue:facet.${facet}`)}>
      {lines.map(([code, count]) => (
        <FacetLine key={code} label={label(code)} count={f.number(count)} zero={count === 0} lang={facet === 'language' ? code : undefined} isSelected={chosen.includes(code)} onChange={(on) => { if (facet === 'field' && on) setArea(code.split('.')[0]); onToggle(code, on) }} />
      ))}
      {(more > 0 || all) && <div className="facet-more"><Button look="link" onPress={() => setAll(!all)}>{all ? t('catalogue:fewer') : t('catalogue:moreCodes', { n: more })}</Button></div>}
    </Group>
  )
}
