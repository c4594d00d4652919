/** Why a line was refused, in the operator's language: the same words as everywhere, read from `locales/` when they are needed. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isLocale, type Locale } from '../../src-core/text/locale.ts'

const LOCALES_DIR = join(import.meta.dirname, '../../locales')

/** `ar`, or the system's own `ar_OM.UTF-8`; English when it is none of ours. */
export function operatorLocale(asked: string | undefined): Locale {
  const two = (asked ?? process.env['LC_ALL'] ?? process.env['LANG'] ?? '').slice(0, 2)
  return isLocale(two) ? two : 'en'
}

/** Plain sentences with values. */
export function rejectWords(locale: Locale): (reason: string, values: object) => string {
  const words = JSON.parse(readFileSync(join(LOCALES_DIR, locale, 'rejects.json'), 'utf8')) as Record<string, string>
  return (reason, values) => {
    const given = new Map(Object.entries(values).map(([name, value]) => [name, String(value)]))
    return (words[reason] ?? reason).replace(/\{(\w+)\}/g, (_, name: string) => given.get(name) ?? '')
  }
}
