import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import './choice.css'
import { Icon, type IconName } from './icon.tsx'

interface Option<V extends string> { id: V; label: string; icon?: IconName; lang?: string }
/** One of a few, all in sight. */
export function Segmented<V extends string>({ label, options, value, onChange }: { label: string; options: readonly Option<V>[]; value: V; onChange: (value: V) => void }) {
  return (
    <ToggleButtonGroup className="seg" aria-label={label} selectionMode="single" disallowEmptySelection selectedKeys={[value]} onSelectionChange={(keys) => { const [key] = keys; if (key !== undefined) onChange(key as V) }}>
      {options.map((o) => (
        <ToggleButton key={o.id} id={o.id} className="seg-item" {...(o.lang ? { lang: o.lang } : {})}>
          {o.icon && <Icon name={o.icon} size="s" />}{o.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
