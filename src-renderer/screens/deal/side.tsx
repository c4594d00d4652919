import { useState } from 'react'
import { codeLabel, useLocale, useT } from '../../app/i18n.ts'
import { recordTitle, RecordTile, Strip } from '../../app/record-view.tsx'
import { hrefTo } from '../../app/router.ts'
import { useFormat } from '../../app/session.tsx'
import { useHeld } from '../../app/store-hooks.ts'
import { IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Section } from '../../ui/panels.tsx'
import { MetaLine, Status, Tag, Tile } from '../../ui/status.tsx'
import { Code, Own, readable } from '../../ui/text.tsx'
import { DocumentDialog } from './document-dialog.tsx'
import { PartyDialog } from './party-dialog.tsx'
import { Terms } from './terms.tsx'
import type { DealActions, OpenDeal } from './use-deal-actions.ts'

interface Props { deal: OpenDeal; actions: DealActions }
/** Who, on what terms, with which papers. */
export function Side({ deal, actions }: Props) {
  const t = useT()
  return (
    <>
      <Parties deal={deal} actions={actions} />
      <Items deal={deal} />
      <Terms deal={deal} />
      <Documents deal={deal} actions={actions} />
      <div className="sec dl-age"><Status icon="clock">{t('deals:age', { n: deal.view.days })}</Status></div>
    </>
  )
}

function Parties({ deal: { view }, actions }: Props) {
  const t = useT()
  const f = useFormat()
  const locale = useLocale()
  const [adding, setAdding] = useState(false)
  const parties = view.deal.parties ?? []
  const held = useHeld(parties.map((p) => p.organisation)).value ?? []
  return (
    <Section title={t('deals:parties.heading')} end={<IconButton icon="plus" label={t('deals:parties.add')} onPress={() => setAdding(true)} />}>
      {parties.length === 0 && <p className="dl-warn" role="note"><Icon name="due" size="s" />{t('deals:parties.empty')}</p>}
      {parties.map((party) => {
        const record = held.find((h) => h.record.ref === party.organisation)?.record
        const name = record ? recordTitle(record, locale) : party.organisation
        const country = record?.kind === 'organisation' && record.country ? f.country(record.country) : ''
        const kind = record?.kind === 'organisation' && record.organisationKind ? codeLabel(t, 'organisationKind', record.organisationKind) : ''
        return (
          <div key={party.id} className="pt" data-party={party.role}>
            <Tile icon="organisation" />
            <div className="grow"><a className="own strong pt-n" dir="auto" href={hrefTo('record', party.organisation)}>{readable(name)}</a><MetaLine>{country && <span>{country}</span>}{kind && <span className="own">{kind}</span>}</MetaLine></div>
            <Tag>{codeLabel(t, 'partyRole', party.role)}</Tag>
            <IconButton icon="close" label={t('deals:party.remove', { name })} onPress={() => actions.removeParty(party.id)} />
          </div>
        )
      })}
      {adding && <PartyDialog actions={actions} onClose={() => setAdding(false)} />}
    </Section>
  )
}

function Items({ deal: { view } }: { deal: OpenDeal }) {
  const t = useT()
  const locale = useLocale()
  const items = view.deal.items ?? []
  const held = useHeld(items).value ?? []
  if (items.length === 0) return null
  return (
    <Section title={t('deals:items.heading')}>
      {items.map((ref) => {
        const record = held.find((h) => h.record.ref === ref)?.record
        return <a key={ref} className="dl-item" href={hrefTo('record', ref)}>{record && <RecordTile kind={record.kind} />}<span className="grow"><Own className="strong">{record ? recordTitle(record, locale) : ref}</Own><Code>{ref}</Code></span>{record && <Strip record={record} />}</a>
      })}
    </Section>
  )
}

function Documents({ deal, actions }: Props) {
  const t = useT()
  const f = useFormat()
  const locale = useLocale()
  const [adding, setAdding] = useState(false)
  const { documents } = deal
  return (
    <Section title={t('deals:docs.heading')} end={<IconButton icon="plus" label={t('deals:docs.add')} onPress={() => setAdding(true)} />}>
      {documents.length === 0 && <p className="meta dim">{t('deals:docs.empty')}</p>}
      {documents.slice(0, 12).map((doc) => (
        <a key={doc.ref} className="dc" href={hrefTo('record', doc.ref)}>
          <Icon name={doc.state === 'signed' ? 'seal' : doc.documentKind === 'dossier' ? 'dossier' : doc.state === 'draft' ? 'edit' : 'document'} />
          <Own className="strong">{recordTitle(doc, locale)}</Own>
          <span className="meta dim">{f.dayShort(doc.signedOn?.iso ?? doc.updatedAt)}</span>
          <MetaLine className="metaline dc-s"><span>{codeLabel(t, 'documentKind', doc.documentKind ?? '')}</span><span>{codeLabel(t, 'documentState', doc.state ?? '')}</span>{doc.language && <span>{f.language(doc.language)}</span>}</MetaLine>
        </a>
      ))}
      {adding && <DocumentDialog actions={actions} kinds={undefined} signed={false} onClose={() => setAdding(false)} />}
    </Section>
  )
}
