/** Finds an organisation by its name in any language. */
import { useState } from 'react'
import { ComboBox } from '../ui/select.tsx'
import { useLocale, useT } from './i18n.ts'
import { recordTitle } from './record-view.tsx'
import { useFormat } from './session.tsx'
import { useHeld, useList, useSearch } from './store-hooks.ts'

export interface Picked { ref: string; name: string }
interface Props { label: string; placeholder: string; start?: string; onPick: (picked: Picked | undefined) => void; isInvalid?: boolean; quietLabel?: boolean }
export function OrganisationPicker({ label, placeholder, start = '', onPick, isInvalid = false, quietLabel = false }: Props) {
  const t = useT()
  const f = useFormat()
  const locale = useLocale()
  const [input, setInput] = useState(start)
  const words = input.trim()
  const found = useSearch(words === '' ? null : { query: words, locale, kinds: ['organisation'], limit: 12 }).value
  const first = useList(words === '' ? { kind: 'organisation', sort: 'title', limit: 12 } : null)
  const hits = useHeld(words === '' ? [] : (found?.hits ?? []).map((h) => h.ref)).value
  const records = words === '' ? (first ?? []) : (hits ?? []).map((h) => h.record)
  const options = records.map((r) => ({ id: r.ref, label: recordTitle(r, locale), detail: r.kind === 'organisation' && r.country ? f.country(r.country) : r.ref }))
  const pick = (ref: string) => {
    const option = options.find((o) => o.id === ref)
    setInput(option?.label ?? ref)
    onPick({ ref, name: option?.label ?? ref })
  }
  const type = (text: string) => {
    setInput(text)
    if (!options.some((o) => o.label === text)) onPick(undefined)
  }
  return <ComboBox label={label} options={options} input={input} onInput={type} onPick={pick} placeholder={placeholder} emptyText={t('network:empty.title')} toggleLabel={placeholder} isInvalid={isInvalid} quietLabel={quietLabel} />
}
