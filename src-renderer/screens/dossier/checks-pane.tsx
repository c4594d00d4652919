import { useT } from '../../app/i18n.ts'
import { hrefTo } from '../../app/router.ts'
import { useFormat } from '../../app/session.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Section } from '../../ui/panels.tsx'
import { Status } from '../../ui/status.tsx'
import type { DealView } from '../../app/deal-state.ts'
import type { CheckId, Finding } from './checks.ts'

/** What to look at before it leaves, then what is in order. */
export function ChecksPane({ found, deal }: { found: readonly Finding[]; deal: DealView }) {
  const t = useT()
  const has = (...ids: CheckId[]) => found.some((f) => ids.includes(f.id))
  const fine = [
    ...(has('noParties', 'oneParty') ? [] : [t('dossier:checks.partiesOk')]),
    ...(has('missing') ? [] : [t('dossier:checks.languagesOk')]),
    ...(deal.gate && !has('gate') ? [t('dossier:checks.gateOk', { gate: deal.gate })] : []),
    t('dossier:checks.codesOk'),
  ]
  return (
    <Section title={t('dossier:checks.heading')} end={found.length > 0 ? <Status icon="due" tone="warn">{t('dossier:checks.left', { n: found.length })}</Status> : <Status icon="met" tone="ok">{t('dossier:checks.left', { n: 0 })}</Status>}>
      <ul className="do-checks">
        {found.map((finding) => <FindingLine key={`${finding.id} ${finding.language ?? ''}`} finding={finding} deal={deal} />)}
        {fine.map((words) => <li key={words}><Icon name="met" size="s" /><span>{words}</span></li>)}
      </ul>
    </Section>
  )
}

function FindingLine({ finding, deal }: { finding: Finding; deal: DealView }) {
  const t = useT()
  const f = useFormat()
  const values = { n: finding.n, gate: deal.gate ?? '', language: finding.language ? f.language(finding.language) : '' }
  const text = finding.id === 'oneParty' ? t('dossier:checks.oneSideText') : t(`dossier:checks.${finding.id}Text`, values)
  const href = finding.ref === undefined ? undefined : finding.ref === deal.deal.ref ? hrefTo('deal', finding.ref) : hrefTo('edit', finding.ref)
  return (
    <li data-finding={finding.id} className={finding.blocks ? 'do-blocks' : 'do-warns'}>
      <Icon name={finding.blocks ? 'blocked' : 'due'} size="s" />
      <div className="grow"><b>{t(`dossier:checks.${finding.id}`, values)}</b><p className="meta">{text}</p>{href && <LinkButton look="link" href={href}>{t('dossier:checks.open')}</LinkButton>}</div>
    </li>
  )
}
