import { useState } from 'react'
import type { Kind } from '../../../src-core/record/vocabulary.ts'
import { recordTitle } from '../../app/record-view.tsx'
import { codeLabel, useLocale, useT } from '../../app/i18n.ts'
import { useFormat } from '../../app/session.tsx'
import { useAnswer, useHeld } from '../../app/store-hooks.ts'
import type { CaravanRecord } from '../../../src-core/record/record.ts'
import { Chip } from '../../ui/status.tsx'
import { ComboBox, type Option } from '../../ui/select.tsx'

const MOST = 30

/** Links to other records: found by name in any language or by reference; what is not held here stays as its reference. */
export function RefPicker({ label, kinds, value, max, onChange }: { label: string; kinds: readonly Kind[]; value: readonly string[]; max: number; onChange: (refs: string[]) => void }) {
  const t = useT()
  const f = useFormat()
  const locale = useLocale()
  const [input, setInput] = useState('')
  const [touched, setTouched] = useState(false)
  const query = input.trim()
  const { value: found } = useAnswer<CaravanRecord[]>(touched || query !== '' ? `pick:${kinds.join()}:${query}` : null, async (store) => {
    if (query === '') return (await Promise.all((kinds.length > 0 ? kinds : (['organisation'] as const)).map((kind) => store.list({ kind, sort: 'updatedAt', limit: MOST })))).flat().slice(0, MOST)
    const answer = await store.search({ query, locale, ...(kinds.length > 0 ? { kinds } : {}), limit: MOST })
    const held = await store.get(answer.hits.map((h) => h.ref))
    return held.map((h) => h.record)
  })
  const chosen = new Map((useHeld(value).value ?? []).map((h) => [h.record.ref, recordTitle(h.record, locale)]))
  const options = (found ?? []).filter((r) => !value.includes(r.ref)).map((r): Option => ({ id: r.ref, label: recordTitle(r, locale), detail: [codeLabel(t, 'kind', r.kind), r.ref, 'country' in r && r.country ? f.country(r.country) : ''].filter(Boolean).join(' · ') }))
  return (
    <div className="picker" onFocus={() => setTouched(true)}>
      {value.length > 0 && <div className="row wrap g2">{value.map((ref) => <Chip key={ref} onRemove={() => onChange(value.filter((r) => r !== ref))} removeLabel={t('record:edit.removeItem', { name: chosen.get(ref) ?? ref })}>{chosen.get(ref) ?? ref}</Chip>)}</div>}
      {value.length < max && <ComboBox label={label} quietLabel options={options} input={input} onInput={setInput} onPick={(ref) => { onChange([...value, ref]); setInput('') }} placeholder={t('record:edit.find')} emptyText={t('record:edit.noneFound')} toggleLabel={t('record:edit.show')} />}
    </div>
  )
}
