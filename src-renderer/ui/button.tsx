import type { ReactNode } from 'react'
import { Button as AriaButton, Link as AriaLink, type PressEvent } from 'react-aria-components'
import './button.css'
import { Icon, type IconName } from './icon.tsx'
import { Kbd } from './kbd.tsx'
import { Hint } from './tooltip.tsx'

type Look = 'plain' | 'primary' | 'quiet' | 'link' | 'danger' | 'danger-fill'
interface Face { children: ReactNode; look?: Look; size?: 'm' | 'l'; icon?: IconName; iconEnd?: IconName; keys?: string | undefined }

const face = ({ children, icon, iconEnd, keys }: Face) => (
  <>
    {icon && <Icon name={icon} size="s" />}
    {children}
    {iconEnd && <Icon name={iconEnd} size="xs" />}
    {keys && <Kbd>{keys}</Kbd>}
  </>
)
const classOf = ({ look = 'plain', size = 'm' }: Face) => `btn btn-${look}${size === 'l' ? ' btn-l' : ''}`

interface ButtonProps extends Face { onPress?: (event: PressEvent) => void; isDisabled?: boolean; type?: 'button' | 'submit'; autoFocus?: boolean; /** shown as locked, yet focusable: it tells why when asked */ locked?: boolean; 'aria-label'?: string; 'aria-haspopup'?: 'menu' | 'dialog'; 'data-testid'?: string }
/** An action in words. One `primary` a screen. */
export function Button({ onPress, isDisabled = false, type = 'button', autoFocus = false, locked = false, ...rest }: ButtonProps) {
  const aria = { ...(rest['aria-label'] ? { 'aria-label': rest['aria-label'] } : {}), ...(rest['data-testid'] ? { 'data-testid': rest['data-testid'] } : {}), ...(locked ? { 'data-locked': '' } : {}) }
  return <AriaButton {...aria} className={classOf(rest)} isDisabled={isDisabled} type={type} autoFocus={autoFocus} {...(onPress ? { onPress } : {})}>{face(locked ? { ...rest, icon: rest.icon ?? 'lock' } : rest)}</AriaButton>
}

/** The same, leading to a route. */
export function LinkButton({ href, ...rest }: Face & { href: string }) {
  return <AriaLink className={classOf(rest)} href={href}>{face(rest)}</AriaLink>
}

interface IconButtonProps { icon: IconName; label: string; onPress?: (event: PressEvent) => void; isDisabled?: boolean; on?: boolean; keys?: string | undefined; slot?: string }
/** An action as a drawing; its name and key appear on hover and focus. */
export function IconButton({ icon, label, onPress, isDisabled = false, on = false, keys, slot }: IconButtonProps) {
  return (
    <Hint text={label} keys={keys}>
      <AriaButton className="ib" aria-label={label} isDisabled={isDisabled} {...(on ? { 'data-on': '' } : {})} {...(onPress ? { onPress } : {})} {...(slot ? { slot } : {})}>
        <Icon name={icon} />
      </AriaButton>
    </Hint>
  )
}
