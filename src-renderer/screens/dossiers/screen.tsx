import { useMemo } from 'react'
import type { RecordOf } from '../../../src-core/record/record.ts'
import { GateStatus, StageBar } from '../../app/deal-face.tsx'
import type { DealView } from '../../app/deal-state.ts'
import { useDeals } from '../../app/deal-view.ts'
import { useLocale, useT } from '../../app/i18n.ts'
import { notify } from '../../app/notices.ts'
import { recordTitle } from '../../app/record-view.tsx'
import { hrefTo } from '../../app/router.ts'
import { useFormat, useSession } from '../../app/session.tsx'
import { failureText, useList } from '../../app/store-hooks.ts'
import { IconButton, LinkButton } from '../../ui/button.tsx'
import { EmptyState, Skeleton } from '../../ui/meters.tsx'
import { Pane, Panels } from '../../ui/panels.tsx'
import { MetaLine, Status, Tile } from '../../ui/status.tsx'
import { Code, readable } from '../../ui/text.tsx'
import './dossiers.css'

type Document = RecordOf<'document'>
/** What has been issued, and the deals a dossier can be made for. */
export function Screen() {
  const t = useT()
  const documents = useList({ kind: 'document', where: { documentKind: 'dossier' }, sort: 'updatedAt' })
  const deals = useDeals()
  const issued = useMemo(() => documents?.filter((d): d is Document => d.kind === 'document'), [documents])
  return (
    <Panels>
      <Pane label={t('dossier:title')} className="scroll">
        <div className="page ds">
          <header><h1 className="title">{t('dossier:title')}</h1><p className="meta">{issued && t('dossier:count', { n: issued.length })}</p></header>
          {issued && deals ? <><IssuedList issued={issued} deals={deals} /><ReadyList deals={deals} /></> : <Skeleton rows={6} label={t('dossier:title')} />}
        </div>
      </Pane>
    </Panels>
  )
}

function IssuedList({ issued, deals }: { issued: readonly Document[]; deals: readonly DealView[] }) {
  const t = useT()
  const f = useFormat()
  const locale = useLocale()
  const { host, settings } = useSession()
  const tokens = (settings as Record<string, unknown>)['dossierTokens'] as Record<string, string> | undefined
  const show = (token: string) => void host.call('shell.show', { token }).then((a) => { if (!a.ok) notify({ tone: 'danger', text: failureText(t, a.error) }) })
  return (
    <section aria-labelledby="ds-issued">
      <h2 id="ds-issued" className="ds-h">{t('dossier:issued.heading')}</h2>
      {issued.length === 0 && <p className="meta dim ds-none">{t('dossier:issued.empty')}</p>}
      <ul className="ds-grid">
        {issued.map((doc) => {
          const last = (doc.versions ?? []).at(-1)
          const deal = deals.find((d) => d.deal.ref === doc.deal)?.deal
          const token = tokens?.[doc.ref]
          const pdf = (doc.versions ?? []).find((v) => v.name.endsWith('.pdf')) ?? last
          return (
            <li key={doc.ref} className="ds-card">
              <span className="ds-leaf" aria-hidden="true"><i /><i /><i /><i /><i /></span>
              <div className="grow">
                <a className="ds-title" dir="auto" href={hrefTo('record', doc.ref)}>{readable(recordTitle(deal ?? doc, locale))}</a>
                <p className="meta dim">{t('dossier:issued.by', { date: f.dayShort(last?.at ?? doc.updatedAt), name: last?.by ?? doc.owner })}</p>
                <MetaLine>{doc.deal && <Code>{doc.deal}</Code>}{doc.language && <span>{f.language(doc.language)}</span>}{pdf && <span className="ltr">{f.bytes(pdf.bytes)}</span>}</MetaLine>
                {pdf && <span className="ds-hash"><Code>{`sha256 ${pdf.sha256.slice(0, 16)}…`}</Code></span>}
              </div>
              {token && <IconButton icon="folder" label={t('dossier:issue.show')} onPress={() => show(token)} />}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function ReadyList({ deals }: { deals: readonly DealView[] }) {
  const t = useT()
  const locale = useLocale()
  const open = deals.filter((d) => !d.closed || d.deal.outcome === 'won')
  return (
    <section aria-labelledby="ds-ready">
      <h2 id="ds-ready" className="ds-h">{t('dossier:ready.heading')}</h2>
      {open.length === 0 && <EmptyState boxed title={t('dossier:ready.empty')} action={<LinkButton href={hrefTo('catalogue')}>{t('deals:empty.action')}</LinkButton>} />}
      <ul>
        {open.map((view) => {
          const roles = (view.deal.parties ?? []).map((p) => p.role)
          const whole = roles.includes('provider') && roles.includes('recipient')
          return (
            <li key={view.deal.ref} className="ds-row">
              <Tile icon="deal" />
              <div className="grow"><a className="own strong ds-name" dir="auto" href={hrefTo('deal', view.deal.ref)}>{readable(recordTitle(view.deal, locale))}</a><MetaLine><Code>{view.deal.ref}</Code>{whole ? null : <Status icon="due" tone="warn">{roles.length === 0 ? t('dossier:ready.noParties') : t('dossier:checks.oneParty')}</Status>}</MetaLine></div>
              <StageBar view={view} />
              <span className="ds-gate"><GateStatus view={view} /></span>
              <LinkButton icon="dossier" href={hrefTo('dossier', view.deal.ref)}>{t('dossier:ready.make')}</LinkButton>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
