import { join, resolve } from 'node:path'

/** Every path starts here, never at the folder the command was called from. */
export const ROOT = resolve(import.meta.dirname, '../..')
export const at = (...parts: string[]): string => join(ROOT, ...parts)
