import type { ReactNode } from 'react'
import './button.css'
import { Icon } from './icon.tsx'

/** A key as printed on the keyboard; hidden from readers, who hear the shortcut with the button. */
export function Kbd({ children }: { children: ReactNode }) {
  return <kbd aria-hidden="true">{children === 'Enter' ? <Icon name="enter" /> : children === 'Up' ? <Icon name="up" /> : children}</kbd>
}
