/** Codes inside a failure become words before they stand in a sentence. */
import { hasMessage, codeLabel, type Translate, type Values } from './i18n.ts'

export function failureValues(t: Translate, values: Record<string, string | number> | undefined): Values {
  return Object.fromEntries(Object.entries(values ?? {}).map(([name, value]) => [name, wordOf(t, name, value)]))
}
function wordOf(t: Translate, name: string, value: string | number): string | number {
  if (typeof value === 'number') return value
  if (name === 'from' || name === 'to') return codeLabel(t, 'dealStage', value)
  // a path such as `title.t.ar.text` or `notes/r1`: its field is what a person knows
  if (name === 'field') {
    const field = value.split(/[./]/)[0] ?? value
    return hasMessage(`record:field.${field}`) ? t(`record:field.${field}` as 'record:field.title') : field
  }
  // ICU chooses by words without hyphens
  return name === 'issue' ? value.replaceAll('-', '_') : value
}
