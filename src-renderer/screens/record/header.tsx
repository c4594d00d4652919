import { useState } from 'react'
import type { CaravanRecord } from '../../../src-core/record/record.ts'
import type { Held } from '../../store/api.ts'
import { RefLinks } from '../../app/ref-links.tsx'
import { codeLabel, useLocale, useT } from '../../app/i18n.ts'
import { notify } from '../../app/notices.ts'
import { bothTexts, countryOf, kindIcon, kindTone, RecordFreshness, visibilityIcon } from '../../app/record-view.tsx'
import { hrefTo } from '../../app/router.ts'
import { useFormat } from '../../app/session.tsx'
import { useAction } from '../../app/store-hooks.ts'
import { Button, IconButton, LinkButton } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Menu } from '../../ui/menu.tsx'
import { MetaLine, Status, Tag } from '../../ui/status.tsx'
import { Code, Own, readable } from '../../ui/text.tsx'
import { TextField } from '../../ui/text-field.tsx'

/** What it is, whose, how fresh and for whom; and the actions. */
export function Header({ held: { record, pending, mine }, deals }: { held: Held; deals: readonly CaravanRecord[] }) {
  const t = useT()
  const f = useFormat()
  const locale = useLocale()
  const [withdrawing, setWithdrawing] = useState(false)
  const title = bothTexts(record.title, locale)
  const dealable = record.kind === 'offer' || record.kind === 'request' || record.kind === 'rd-request'
  const deal = deals[0]
  const organisation = 'organisation' in record ? record.organisation : undefined
  const fields = 'fields' in record ? record.fields : undefined
  const country = countryOf(record)
  const copy = () => void navigator.clipboard.writeText(record.ref).then(() => notify({ tone: 'info', text: t('record:copied') }))
  return (
    <header className="record-top">
      <div className="row g4">
      <MetaLine className="metaline record-meta">
        <Tag tone={kindTone(record.kind)} icon={kindIcon(record.kind)}>{codeLabel(t, 'kind', record.kind)}</Tag>
        <Code>{record.ref}</Code>
        <Status icon={record.status === 'PUBLISHED' ? 'met' : record.status === 'WITHDRAWN' ? 'lock' : 'waiting'} tone={record.status === 'PUBLISHED' ? 'ok' : 'mute'}>{codeLabel(t, 'status', record.status)}</Status>
        <RecordFreshness record={record} long />
        <Status icon={visibilityIcon(record)}>{codeLabel(t, 'visibility', record.visibility.level)}</Status>
        {(record.deny?.length ?? 0) > 0 ? <Status icon="hidden" tone="warn">{t('record:denyRules', { n: record.deny!.length })}</Status> : ''}
        {record.validUntil ? <span>{t('record:validUntil', { date: f.dayShort(record.validUntil) })}</span> : ''}
      </MetaLine>
        <Menu label={t('shell:more')} placement="bottom end" trigger={<IconButton icon="more" label={t('shell:more')} />}
          entries={[{ id: 'copy', label: t('record:copyRef'), icon: 'link' }, ...(mine && record.status !== 'WITHDRAWN' ? [{ id: 'withdraw', label: `${t('record:withdraw')}…`, icon: 'hidden' as const, tone: 'danger' as const }] : [])]}
          onAction={(id) => (id === 'copy' ? copy() : setWithdrawing(true))} />
      </div>
      <div className="row g4 record-title">
        <h1 className="title grow" dir="auto" lang={title.lang}>{readable(title.shown || record.ref)}</h1>
        {deal && <LinkButton icon="dossier" keys="E" href={hrefTo('dossier', deal.ref)}>{t('record:dossier')}</LinkButton>}
        <LinkButton look={dealable ? 'plain' : 'primary'} icon="edit" href={hrefTo('edit', record.ref)}>{t('shell:edit')}</LinkButton>
        {record.kind === 'deal' && <LinkButton icon="deal" href={hrefTo('deal', record.ref)}>{t('record:goToDeal')}</LinkButton>}
        {dealable && <LinkButton look="primary" icon="deal" keys="D" href={hrefTo('new', 'deal', { from: record.ref })}>{t('record:openDeal')}</LinkButton>}
      </div>
      <MetaLine className="metaline record-sub">
        {organisation ? <RefLinks refs={[organisation]} /> : ''}
        {country ? <span>{f.country(country)}</span> : ''}
        {record.openForEoi ? <Status icon="met" tone="ok">{t('record:eoiOpen')}</Status> : ''}
        {fields && fields.length > 0 ? <Own>{f.list(fields.map((c) => codeLabel(t, 'field', c)))}</Own> : ''}
      </MetaLine>
      {pending > 0 && <Status icon="sync" tone="accent">{t('record:keptHere', { n: pending })}</Status>}
      <Withdraw record={record} isOpen={withdrawing} onClose={() => setWithdrawing(false)} />
    </header>
  )
}

function Withdraw({ record, isOpen, onClose }: { record: CaravanRecord; isOpen: boolean; onClose: () => void }) {
  const t = useT()
  const act = useAction()
  const [reason, setReason] = useState('')
  const run = () => {
    onClose()
    void act(t('record:withdrawn'), (store, by) => store.withdraw(record.ref, reason, by))
  }
  const foot = <><Button look="quiet" keys="Esc" onPress={onClose}>{t('record:keep')}</Button><Button look="danger-fill" onPress={run} isDisabled={reason.trim() === ''}>{t('record:withdraw')}</Button></>
  return (
    <Dialog title={t('record:withdrawTitle')} isOpen={isOpen} onClose={onClose} foot={foot}>
      <p>{t('record:withdrawText')}</p>
      <TextField label={t('record:withdrawReason')} value={reason} onChange={setReason} isRequired autoFocus />
    </Dialog>
  )
}
