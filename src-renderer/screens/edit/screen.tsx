import { KINDS, type Kind } from '../../../src-core/record/vocabulary.ts'
import { original } from '../../../src-core/text/multilingual.ts'
import { useLocale, useT } from '../../app/i18n.ts'
import { hrefTo, useRoute } from '../../app/router.ts'
import { useRecord } from '../../app/store-hooks.ts'
import { useHub } from '../../app/centre-name.ts'
import { LinkButton } from '../../ui/button.tsx'
import { EmptyState, Skeleton } from '../../ui/meters.tsx'
import { Pane, Panels } from '../../ui/panels.tsx'
import { Form } from './form.tsx'
import { overlay, valuesOf } from './model.ts'
import { draftKey, useFoundDraft } from './use-draft.ts'

/** `#/edit/REF`: the form starts from the record, with the draft's changes laid over it when there are any. */
export function Screen() {
  const route = useRoute()
  return route.name === 'new' ? <NewRecord kind={route.subject} /> : <EditRecord recordRef={'subject' in route ? route.subject : ''} />
}

function EditRecord({ recordRef }: { recordRef: string }) {
  const t = useT()
  const held = useRecord(recordRef)
  const draft = useFoundDraft(draftKey('offer', recordRef))
  if (held === null) return <Panels><Pane label={t('record:notHere')}><EmptyState title={t('record:notHere')} text={t('record:notHereText')} action={<LinkButton href={hrefTo('catalogue')}>{t('shell:place.catalogue')}</LinkButton>} /></Pane></Panels>
  if (!held || draft === undefined) return <Reading />
  const { record } = held
  return <Form key={recordRef} kind={record.kind} held={held} draft={draft} start={draft ? overlay(record, draft.body.set) : valuesOf(record)} />
}

export function NewRecord({ kind: name }: { kind: string }) {
  const t = useT()
  const locale = useLocale()
  const { params } = useRoute()
  const hub = useHub()
  const kind = KINDS.find((k) => k === name)
  const draft = useFoundDraft(draftKey(kind ?? 'offer', null))
  if (!kind) return <Panels><Pane label={t('record:notHere')}><EmptyState title={t('record:notHere')} action={<LinkButton href={hrefTo('catalogue')}>{t('shell:place.catalogue')}</LinkButton>} /></Pane></Panels>
  if (draft === undefined) return <Reading />
  if (kind === 'centre' && !hub) return <Panels><Pane label={t('record:hubOnly')}><EmptyState title={t('record:hubOnly')} text={t('record:hubOnlyText')} action={<LinkButton href={hrefTo('network')}>{t('shell:place.network')}</LinkButton>} /></Pane></Panels>
  return <Form key={kind} kind={kind} held={null} draft={draft} start={draft ? draft.body.values : starting(kind, params['title'], locale)} />
}
const starting = (_kind: Kind, title: string | undefined, locale: ReturnType<typeof useLocale>) => (title ? { title: original(locale, title) } : {})

function Reading() {
  const t = useT()
  return <Panels><Pane label={t('shell:loading')}><Skeleton label={t('shell:loading')} rows={8} /></Pane></Panels>
}
