/** The screens, by route: each folder of `screens/` that has a `screen.tsx` is one place the user goes. */
import type { ComponentType } from 'react'
import type { Screens } from './app/screens.ts'

const found = import.meta.glob<ComponentType>('./screens/*/screen.tsx', { eager: true, import: 'Screen' })
export const screens: Screens = Object.fromEntries(Object.entries(found).map(([path, screen]) => [path.split('/')[2] as keyof Screens, screen]))
