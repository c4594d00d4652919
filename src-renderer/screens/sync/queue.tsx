import { fieldLabel } from '../../app/facts.tsx'
import { codeLabel, useT, type Translate } from '../../app/i18n.ts'
import { hrefTo } from '../../app/router.ts'
import { useFormat, useSession } from '../../app/session.tsx'
import { useEdits } from '../../app/store-hooks.ts'
import { splitPath } from '../../../src-core/sync/change.ts'
import type { KeptEdit } from '../../store/api.ts'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { Code } from '../../ui/text.tsx'

const ICON: Record<KeptEdit['state'], IconName> = { kept: 'waiting', accepted: 'met', rejected: 'blocked' }
/** What was done here, the youngest first, and how far each edit has come. */
export function Queue() {
  const t = useT()
  const f = useFormat()
  const { sync } = useSession()
  const edits = useEdits()
  return (
    <section aria-labelledby="sy-queue" data-kept={edits?.filter((e) => e.state === 'kept').length ?? ''}>
      <div className="sy-h"><h2 id="sy-queue">{t('sync:queue.heading')}</h2>{edits && edits.length > 0 && <span className="meta dim">{sync.enrolled && sync.pending > 0 ? t('sync:queue.waiting', { n: sync.pending }) : f.number(edits.length)}</span>}</div>
      {edits && (edits.length === 0 || !sync.enrolled) && <p className="meta dim sy-none">{t(sync.enrolled ? 'sync:queue.empty' : 'sync:queue.emptySample')}</p>}
      <ul>
        {edits?.map((edit) => (
          <li key={edit.key} className="qr" data-state={edit.state}>
            <Icon name={edit.state === 'kept' && sync.status === 'syncing' ? 'sync' : sync.enrolled ? ICON[edit.state] : 'met'} size="s" />
            <a href={hrefTo('record', edit.ref)}><Code>{edit.ref}</Code></a>
            <span className="own" dir="auto">{words(edit, t)}</span>
            <span className="meta dim">{edit.state === 'kept' && sync.enrolled ? (sync.status === 'syncing' ? t('sync:queue.sending') : t('deals:history.state.kept')) : edit.state === 'rejected' ? t('deals:history.state.rejected') : f.ago(edit.at)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function words(edit: KeptEdit, t: Translate): string {
  if (edit.what === 'move-stage') return t('deals:history.move', { by: edit.by, stage: codeLabel(t, 'dealStage', String(edit.after?.['stage'] ?? '')) })
  if (edit.what === 'create' || edit.what === 'withdraw') return t(`sync:queue.${edit.what}`, { by: edit.by })
  return t('deals:history.set', { by: edit.by, fields: [...new Set(edit.paths.map((p) => fieldLabel(t, splitPath(p).field)))].join(' · ') })
}
