/** Which component shows which route. Each screen folder exports `Screen` from `screen.tsx`; the folder's name is the route's. */
import type { ComponentType } from 'react'
import type { RouteName } from './router.ts'

export type Screens = Partial<Record<RouteName, ComponentType>>
