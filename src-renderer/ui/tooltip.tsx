import type { ReactNode } from 'react'
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components'
import { Kbd } from './kbd.tsx'
import './popover.css'

/** Says the name of a pressable child, and its key, after a short rest. */
export function Hint({ text, keys, children }: { text: ReactNode; keys?: string | undefined; children: ReactNode }) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {children}
      <AriaTooltip className="hint" offset={6}>{text}{keys && <Kbd>{keys}</Kbd>}</AriaTooltip>
    </TooltipTrigger>
  )
}
