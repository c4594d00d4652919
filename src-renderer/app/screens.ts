/** Which component shows which route. Each screen folder exports `Screen` from `screen.tsx`; the folder's name is the route's, and `#/new/deal` is `open-deal`. */
import type { ComponentType } from 'react'
import type { RouteName } from './router.ts'

export type Screens = Partial<Record<RouteName | 'open-deal', ComponentType>>
