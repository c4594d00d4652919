import { useMemo } from 'react'
import { isLocale, type Locale } from '../../../src-core/text/locale.ts'
import { splitPath } from '../../../src-core/sync/change.ts'
import { fieldOf } from '../../../src-core/record/record.ts'
import type { Kind } from '../../../src-core/record/vocabulary.ts'
import type { FieldMeta } from '../../app/field-types.ts'
import { FieldValue } from '../../app/field-value.tsx'
import { useLocale, useT } from '../../app/i18n.ts'
import { diffWords } from './diff.ts'

/** One side of one path. Texts show what this side has and the other has not; codes and dates are read as everywhere. */
export function Version({ kind, path, value, other, label }: { kind: Kind | undefined; path: string; value: unknown; other: unknown; label: string | undefined }) {
  const t = useT()
  const locale = useLocale()
  const { field, key } = splitPath(path)
  const meta = kind && key === undefined ? fieldOf(kind, field)?.meta : undefined
  const lang = isLocale(key) ? key : undefined
  const [mine, theirs] = [readable(value, locale), readable(other, locale)]
  const pieces = useMemo(() => diffWords(mine, theirs, lang ?? locale), [mine, theirs, lang, locale])
  if (meta && !AS_TEXT.includes(meta.control) && value !== null && value !== undefined) return <div className="cf-v">{label && <span className="micro">{label}</span>}<FieldValue name={field} meta={meta} value={value} /></div>
  return (
    <div className="cf-v">
      {label && <span className="micro">{label}</span>}
      {mine === '' ? <p className="dim">{t('sync:conflict.empty')}</p> : <p dir="auto" lang={lang} className="read">{pieces.map((p, i) => (p.own ? <ins key={i}>{p.text}</ins> : p.text))}</p>}
    </div>
  )
}

const AS_TEXT: readonly FieldMeta['control'][] = ['ml', 'line', 'rows']

/** A value as text: a rendering's words, a row's cells, a code, a number. */
function readable(value: unknown, locale: Locale): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return value.map((v) => readable(v, locale)).join(' · ')
  const object = value as Record<string, unknown>
  if (typeof object['text'] === 'string') return object['text']
  if ('t' in object) {
    const t = object['t'] as Record<string, { text?: string }>
    return t[locale]?.text ?? Object.values(t)[0]?.text ?? ''
  }
  return Object.entries(object).filter(([k]) => k !== 'id').map(([, v]) => readable(v, locale)).filter(Boolean).join(' · ')
}
