import { useState } from 'react'
import { fold } from '../../app/fold.ts'
import { useT } from '../../app/i18n.ts'
import { Chip } from '../../ui/status.tsx'
import { ComboBox, type Option } from '../../ui/select.tsx'

/** Several codes of a long list: chosen ones as chips, the rest found by typing. */
export function CodesPicker({ label, options, value, max, onChange }: { label: string; options: readonly Option[]; value: readonly string[]; max: number; onChange: (codes: string[]) => void }) {
  const t = useT()
  const [input, setInput] = useState('')
  const words = fold(input.trim())
  const found = options.filter((o) => !value.includes(o.id) && (words === '' || fold(o.label).includes(words) || fold(o.id) === words)).slice(0, 60)
  const labelOf = (code: string) => options.find((o) => o.id === code)?.label ?? code
  return (
    <div className="picker">
      {value.length > 0 && <div className="row wrap g2">{value.map((code) => <Chip key={code} onRemove={() => onChange(value.filter((c) => c !== code))} removeLabel={t('record:edit.removeItem', { name: labelOf(code) })}>{labelOf(code)}</Chip>)}</div>}
      {value.length < max && <ComboBox label={label} quietLabel options={found} input={input} onInput={setInput} onPick={(code) => { onChange([...value, code]); setInput('') }} placeholder={t('record:edit.choose')} emptyText={t('record:edit.noneFound')} toggleLabel={t('record:edit.show')} />}
    </div>
  )
}
