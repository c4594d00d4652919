/** Finds an organisation by its name in any language; the one found stands there until it is taken away. */
import { useState } from 'react'
import { IconButton } from '../ui/button.tsx'
import { ComboBox } from '../ui/select.tsx'
import { Tile } from '../ui/status.tsx'
import { Own } from '../ui/text.tsx'
import { useLocale, useT } from './i18n.ts'
import { recordTitle } from './record-view.tsx'
import { useFormat } from './session.tsx'
import { useHeld, useList, useSearch } from './store-hooks.ts'

export interface Picked { ref: string; name: string }
interface Props { label: string; placeholder: string; onPick: (picked: Picked | undefined) => void; isInvalid?: boolean; quietLabel?: boolean }
export function OrganisationPicker({ label, placeholder, onPick, isInvalid = false, quietLabel = false }: Props) {
  const t = useT()
  const f = useFormat()
  const locale = useLocale()
  const [input, setInput] = useState('')
  const [chosen, setChosen] = useState<Picked>()
  const words = input.trim()
  const found = useSearch(words === '' ? null : { query: words, locale, kinds: ['organisation'], limit: 12 }).value
  const first = useList(words === '' ? { kind: 'organisation', sort: 'title', limit: 12 } : null)
  const hits = useHeld(words === '' ? [] : (found?.hits ?? []).map((h) => h.ref)).value
  const records = words === '' ? (first ?? []) : (hits ?? []).map((h) => h.record)
  const options = records.map((r) => ({ id: r.ref, label: recordTitle(r, locale), detail: r.kind === 'organisation' && r.country ? f.country(r.country) : r.ref }))
  const choose = (next: Picked | undefined) => {
    setChosen(next)
    setInput('')
    onPick(next)
  }
  const pick = (ref: string) => choose({ ref, name: options.find((o) => o.id === ref)?.label ?? ref })
  if (chosen) return <div className="row g4" data-chosen={chosen.ref}><Tile icon="organisation" /><Own className="strong grow">{chosen.name}</Own><IconButton icon="close" label={t('deals:party.remove', { name: chosen.name })} onPress={() => choose(undefined)} /></div>
  return <ComboBox label={label} options={options} input={input} onInput={setInput} onPick={pick} placeholder={placeholder} emptyText={t('network:empty.title')} toggleLabel={placeholder} isInvalid={isInvalid} quietLabel={quietLabel} />
}
