import { Children, Fragment, type ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import './status.css'
import { Icon, type IconName } from './icon.tsx'

export type Tone = 'ok' | 'warn' | 'danger' | 'accent' | 'plum' | 'mute'

/** A state: shape and word first, then hue. met, waiting, due, blocked, closed by their shapes. */
export function Status({ icon, tone = 'mute', children }: { icon: IconName; tone?: Tone; children: ReactNode }) {
  return <span className={`st st-${tone}`}><Icon name={icon} />{children}</span>
}
/** A filled tag: only when someone must act, and for kinds. */
export function Tag({ tone = 'mute', icon, children }: { tone?: Tone; icon?: IconName; children: ReactNode }) {
  return <span className={`tag tag-${tone}`}>{icon && <Icon name={icon} />}{children}</span>
}
/** A query (`accent`), a filter (`line`) or a plain word; with `onRemove` it can be taken away. */
export function Chip({ look = 'plain', icon, children, onRemove, removeLabel }: { look?: 'plain' | 'line' | 'accent'; icon?: IconName; children: ReactNode; onRemove?: () => void; removeLabel?: string }) {
  return (
    <span className={`chip chip-${look}`}>
      {icon && <Icon name={icon} />}
      <span dir="auto">{children}</span>
      {onRemove && <AriaButton className="chip-x" aria-label={removeLabel ?? ''} onPress={onRemove}><Icon name="close" /></AriaButton>}
    </span>
  )
}
/** How full the disc is: verified lately, a while ago, expired. */
export function Freshness({ level, children }: { level: 'full' | 'half' | 'empty'; children: ReactNode }) {
  return (
    <span className={`fr${level === 'empty' ? ' fr-old' : ''}`}>
      <svg viewBox="0 0 12 12" aria-hidden="true"><circle cx="6" cy="6" r="5" fill="none" stroke="currentColor" strokeWidth="1.3" /><g fill="currentColor">{level === 'full' ? <circle cx="6" cy="6" r="3" /> : level === 'half' && <path d="M6 3a3 3 0 0 1 0 6z" />}</g></svg>
      {children}
    </span>
  )
}
/** The tile before a row. */
export function Tile({ icon, tone = 'mute' }: { icon: IconName; tone?: Tone }) {
  return <span className={`kind kind-${tone}`}><Icon name={icon} /></span>
}
/** A person as initials: first signs of the first two words, one for Chinese. */
export function Avatar({ name, small = false }: { name: string; small?: boolean }) {
  const words = name.trim().split(/\s+/)
  const signs = /^\p{Script=Han}/u.test(name) ? [...name][0] : words.slice(0, 2).map((w) => [...w][0] ?? '').join('')
  return <span className={`av${small ? ' av-s' : ''}`} aria-hidden="true" data-signs={(signs ?? '').toLocaleUpperCase()} />
}
/** Pieces of one line with separators between them, never inside. Empty pieces leave none. */
export function MetaLine({ children, className = 'metaline' }: { children: ReactNode; className?: string }) {
  const pieces = Children.toArray(children).filter((c) => c !== '')
  return <div className={className}>{pieces.map((piece, i) => <Fragment key={i}>{i > 0 && <span className="sep" aria-hidden="true">·</span>}{piece}</Fragment>)}</div>
}
