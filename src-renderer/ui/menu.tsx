import type { ReactNode } from 'react'
import { Dialog as AriaDialog, DialogTrigger, Menu as AriaMenu, MenuItem, MenuTrigger, Popover as AriaPopover, type Key } from 'react-aria-components'
import './popover.css'
import { Icon, type IconName } from './icon.tsx'
import { Kbd } from './kbd.tsx'

interface MenuEntry { id: string; label: ReactNode; text?: string; icon?: IconName; keys?: string | undefined; tone?: 'danger'; lang?: string; checked?: boolean; isDisabled?: boolean }
interface MenuProps { trigger: ReactNode; label: string; entries: readonly MenuEntry[]; onAction: (id: string) => void; placement?: 'bottom start' | 'bottom end' | 'top start' }
/** A button that opens a list of actions. `trigger` is a Button or IconButton. */
export function Menu({ trigger, label, entries, onAction, placement = 'bottom start' }: MenuProps) {
  const anyChecked = entries.some((e) => e.checked !== undefined)
  return (
    <MenuTrigger>
      {trigger}
      <AriaPopover className="pop" offset={4} placement={placement}>
        <AriaMenu className="menu" aria-label={label} onAction={(key: Key) => onAction(String(key))}>
          {entries.map((e) => (
            <MenuItem key={e.id} id={e.id} className="menu-item" textValue={e.text ?? (typeof e.label === 'string' ? e.label : e.id)} isDisabled={e.isDisabled ?? false} {...(e.lang ? { lang: e.lang } : {})} {...(e.tone ? { 'data-tone': e.tone } : {})}>
              {anyChecked && <span className="tick">{e.checked && <Icon name="check" size="s" />}</span>}
              {e.icon && <Icon name={e.icon} size="s" />}
              <span className="grow">{e.label}</span>
              {e.keys && <Kbd>{e.keys}</Kbd>}
            </MenuItem>
          ))}
        </AriaMenu>
      </AriaPopover>
    </MenuTrigger>
  )
}

/** A button that opens a small pane of anything. */
export function Popover({ trigger, label, children, placement = 'bottom start' }: { trigger: ReactNode; label: string; children: ReactNode | ((close: () => void) => ReactNode); placement?: 'bottom start' | 'bottom end' }) {
  return (
    <DialogTrigger>
      {trigger}
      <AriaPopover className="pop" offset={4} placement={placement}>
        <AriaDialog className="pop-body" aria-label={label}>{({ close }) => (typeof children === 'function' ? children(close) : children)}</AriaDialog>
      </AriaPopover>
    </DialogTrigger>
  )
}
