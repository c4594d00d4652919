import { useMemo, useState } from 'react'
import type { Output } from '../../../src-core/host/contract.ts'
import type { DossierOutput } from '../../../src-core/dossier/input.ts'
import type { Deal } from '../../../src-core/record/record.ts'
import { stripBidiControls } from '../../../src-core/text/bidi.ts'
import type { Locale } from '../../../src-core/text/locale.ts'
import { pick, type MlText } from '../../../src-core/text/multilingual.ts'
import { useT, translate } from '../../app/i18n.ts'
import { useCommands, type Command } from '../../app/commands.ts'
import { useSession } from '../../app/session.tsx'
import { failureText } from '../../app/store-hooks.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Progress } from '../../ui/meters.tsx'
import { Section } from '../../ui/panels.tsx'
import { Code } from '../../ui/text.tsx'
import { IssuedFiles } from './issued-files.tsx'

export type Issued = Extract<Output<'dossier.issue'>, { ok: true }>['value']
type Step = { at: 'ready' } | { at: 'printing' | 'recording' } | { at: 'done'; issued: Issued; document: string | undefined; warning: string | undefined } | { at: 'refused'; reason: string }
interface Props { deal: Deal; languages: readonly [Locale, Locale]; output: DossierOutput | undefined; blocked: boolean; onIssued: () => void }

/** Prints, writes the files with their fingerprints, and records them in the deal. */
export function IssueBox({ deal, languages, output, blocked, onIssued }: Props) {
  const t = useT()
  const { host, store, user, settings, saveSettings } = useSession()
  const [step, setStep] = useState<Step>({ at: 'ready' })
  const busy = step.at === 'printing' || step.at === 'recording'
  const ready = output !== undefined && !blocked && !busy

  const issue = async () => {
    if (!output || !ready) return
    setStep({ at: 'printing' })
    const answer = await host.call('dossier.issue', { ...output, facts: output.facts })
    if (!answer.ok) return setStep(answer.error.type === 'cancelled' ? { at: 'ready' } : { at: 'refused', reason: failureText(t, answer.error) })
    setStep({ at: 'recording' })
    const issued = answer.value
    const recorded = await store.create('document', documentValues(deal, languages, issued, user, output.issuedAt), user)
    if (recorded.ok) await saveSettings({ dossierTokens: { ...tokensOf(settings), [recorded.value.ref]: issued.token } })
    setStep({ at: 'done', issued, document: recorded.ok ? recorded.value.ref : undefined, warning: recorded.ok ? undefined : t('dossier:issue.notRecorded', { reason: failureText(t, recorded.error) }) })
  }
  const again = () => {
    setStep({ at: 'ready' })
    onIssued()
  }
  useCommands(useMemo<readonly Command[]>(() => [{ id: 'dossier.issue', title: 'dossier:issue.action', group: 'do', keys: 'Ctrl+Enter', icon: 'seal', run: () => document.querySelector<HTMLButtonElement>('[data-testid=issue]')?.click() }], []))
  return (
    <>
      {step.at === 'done' ? <IssuedFiles issued={step.issued} document={step.document} warning={step.warning} /> : <Planned />}
      <div className="do-issue" data-step={step.at}>
        {step.at === 'refused' && <p className="do-refused" role="alert"><Icon name="blocked" size="s" /><span><b>{t('dossier:issue.refused')}</b> {step.reason}</span></p>}
        {busy && <div role="status"><Progress label={t(step.at === 'printing' ? 'dossier:issue.working' : 'dossier:issue.recording')} share={step.at === 'printing' ? 0.4 : 0.9} /></div>}
        {step.at === 'done' ? <Button size="l" onPress={again}>{t('dossier:issue.again')}</Button> : <Button look="primary" size="l" icon="seal" keys="Ctrl Enter" isDisabled={!ready} onPress={() => void issue()} data-testid="issue">{t('dossier:issue.action')}</Button>}
        <p className="meta dim">{t('dossier:issue.saves')}</p>
      </div>
    </>
  )
}

const PLANNED = [['PDF', 'pdf'], ['JSON', 'json'], ['SHA-256', 'manifest']] as const
function Planned() {
  const t = useT()
  return <Section title={t('dossier:files.heading')}><dl className="do-files">{PLANNED.map(([code, key]) => <div key={key}><dt><Code>{code}</Code></dt><dd>{t(`dossier:files.${key}`)}</dd></div>)}</dl></Section>
}

export const tokensOf = (settings: Record<string, unknown>): Record<string, string> => (typeof settings['dossierTokens'] === 'object' && settings['dossierTokens'] !== null ? (settings['dossierTokens'] as Record<string, string>) : {})

const MIME: Record<string, string> = { pdf: 'application/pdf', json: 'application/json', txt: 'text/plain' }
/** The dossier as a document of its deal: named in both languages, with every file's fingerprint. */
function documentValues(deal: Deal, languages: readonly [Locale, Locale], issued: Issued, by: string, at: string): Record<string, unknown> {
  const title: MlText = { orig: languages[0], t: Object.fromEntries(languages.map((l, i) => [l, { text: stripBidiControls(translate(l, 'dossier:documentTitle', { title: pick(deal.title, l)?.text ?? deal.ref })).slice(0, 250), state: i === 0 ? 'original' : 'human' }])) }
  return {
    title, documentKind: 'dossier', state: 'final', confidentiality: 'parties', deal: deal.ref, language: languages[0],
    versions: issued.files.map((file, i) => ({ id: `f${i + 1}`, sha256: file.sha256, mime: MIME[file.name.split('.').at(-1) ?? ''] ?? 'application/octet-stream', bytes: file.bytes, name: file.name, at, by })),
  }
}
