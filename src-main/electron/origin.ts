import { join } from 'node:path'

/** For ever: another scheme or host would orphan every catalogue out there. */
export const SCHEME = 'app'
export const ORIGIN = 'app://caravan'
export const isOurs = (url: string): boolean => url.startsWith(`${ORIGIN}/`)
/** The built page; this file runs as out/main/index.js. */
export const RENDERER = join(import.meta.dirname, '../renderer')
export const PRELOAD = join(import.meta.dirname, '../preload/index.cjs')
