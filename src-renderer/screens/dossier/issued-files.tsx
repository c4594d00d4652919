import { useT } from '../../app/i18n.ts'
import { notify } from '../../app/notices.ts'
import { hrefTo } from '../../app/router.ts'
import { useFormat, useSession } from '../../app/session.tsx'
import { failureText } from '../../app/store-hooks.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Section } from '../../ui/panels.tsx'
import { Status } from '../../ui/status.tsx'
import { Code } from '../../ui/text.tsx'
import type { Issued } from './issue-box.tsx'

/** What was written, where, and by which fingerprints it can be known again. */
export function IssuedFiles({ issued, document, warning }: { issued: Issued; document: string | undefined; warning: string | undefined }) {
  const t = useT()
  const f = useFormat()
  const { host } = useSession()
  const show = () => void host.call('shell.show', { token: issued.token }).then((answer) => { if (!answer.ok) notify({ tone: 'danger', text: failureText(t, answer.error) }) })
  return (
    <div className="do-done">
    <Section title={t('dossier:issue.done')} end={<Status icon="met" tone="ok">{t('dossier:issued.pages', { n: issued.pages })}</Status>}>
      <p className="meta do-where" data-folder={issued.folder}><bdi dir="ltr">{issued.folder}</bdi></p>
      {warning && <p className="do-refused" role="alert"><Icon name="due" size="s" /><span>{warning}</span></p>}
      <ul className="do-made">{issued.files.map((file) => <li key={file.name}><Icon name="document" size="s" /><div className="grow"><Code>{file.name}</Code><span className="do-hash" title={t('dossier:files.fingerprint')}><Code>{file.sha256}</Code></span></div><span className="meta dim ltr">{f.bytes(file.bytes)}</span></li>)}</ul>
      <div className="row g4 wrap"><Button icon="folder" onPress={show}>{t('dossier:issue.show')}</Button>{document && <LinkButton look="quiet" icon="document" href={hrefTo('record', document)}>{t('dossier:checks.open')}</LinkButton>}</div>
    </Section>
    </div>
  )
}
