import type { ReactNode } from 'react'
import './icon.css'
import { DRAWINGS, MIRRORED, type IconName } from './icon-drawings.tsx'

export type { IconName } from './icon-drawings.tsx'

/** A drawing of Caravan's own set, 16 px grid. Decorative: the word beside it, or the button's label, says what it means. */
export function Icon({ name, size = 'm' }: { name: IconName; size?: 'xs' | 's' | 'm' | 'l' }): ReactNode {
  return (
    <svg className={`i i-${size}${MIRRORED.has(name) ? ' i-flip' : ''}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {DRAWINGS[name]}
    </svg>
  )
}
