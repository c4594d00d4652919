/** Drafts kept by the host: texts typed but not yet saved as a record. Their key is the form's: `edit.REF` or `new.KIND...`. */
import { useEffect, useState } from 'react'
import type { MlText } from '../../../src-core/text/multilingual.ts'
import { pick } from '../../../src-core/text/multilingual.ts'
import { KINDS, type Kind } from '../../../src-core/record/vocabulary.ts'
import { useLocale } from '../../app/i18n.ts'
import { useSession } from '../../app/session.tsx'
import type { Draft } from './waiting.ts'

const isKind = (value: unknown): value is Kind => KINDS.includes(value as Kind)

export function useDrafts(): Draft[] | undefined {
  const { host } = useSession()
  const locale = useLocale()
  const [drafts, setDrafts] = useState<Draft[]>()
  useEffect(() => {
    let current = true
    const read = () => {
      void host.call('drafts.list', null).then((answer) => current && setDrafts(answer.ok ? answer.value.flatMap((d) => asDraft(d, locale)) : []), () => current && setDrafts([]))
    }
    read()
    window.addEventListener('focus', read)
    return () => {
      current = false
      window.removeEventListener('focus', read)
    }
  }, [host, locale])
  return drafts
}

function asDraft({ key, at, body }: { key: string; at: string; body: unknown }, locale: ReturnType<typeof useLocale>): Draft[] {
  const [form = '', ...rest] = key.split('.')
  const subject = rest.join('.')
  const values = typeof body === 'object' && body !== null ? (body as { kind?: unknown; values?: { title?: MlText }; title?: MlText }) : {}
  const title = pick(values.values?.title ?? values.title, locale)?.text ?? ''
  if (form === 'edit' && subject !== '') return [{ key, at, kind: isKind(values.kind) ? values.kind : 'offer', ref: subject, title: title || subject }]
  const kind = isKind(values.kind) ? values.kind : isKind(subject) ? subject : undefined
  return form === 'new' && kind ? [{ key, at, kind, ref: undefined, title }] : []
}
