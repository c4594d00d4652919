import { fieldLabel } from '../../app/facts.tsx'
import { codeLabel, useT, type Translate } from '../../app/i18n.ts'
import { hrefTo } from '../../app/router.ts'
import { useFormat, useSession } from '../../app/session.tsx'
import { useQueue } from '../../app/store-hooks.ts'
import { splitPath } from '../../../src-core/sync/change.ts'
import type { KeptEdit } from '../../store/api.ts'
import { Icon } from '../../ui/icon.tsx'
import { Code } from '../../ui/text.tsx'

/** What has been done here and is not at the server yet, in the order in which it goes. */
export function Queue() {
  const t = useT()
  const f = useFormat()
  const { sync } = useSession()
  const queue = useQueue()
  return (
    <section aria-labelledby="sy-queue" data-queue={queue?.length ?? ''}>
      <div className="sy-h"><h2 id="sy-queue">{t('sync:queue.heading')}</h2>{queue && queue.length > 0 && <span className="meta dim">{t('sync:queue.waiting', { n: queue.length })}</span>}</div>
      {queue?.length === 0 && <p className="meta dim sy-none">{t(sync.enrolled ? 'sync:queue.empty' : 'sync:queue.emptySample')}</p>}
      <ul>
        {queue?.map((edit) => (
          <li key={edit.key} className="qr">
            <Icon name={sync.status === 'syncing' ? 'sync' : 'waiting'} size="s" />
            <a href={hrefTo('record', edit.ref)}><Code>{edit.ref}</Code></a>
            <span className="own" dir="auto">{words(edit, t)}</span>
            <span className="meta dim">{sync.status === 'syncing' ? t('sync:queue.sending') : f.ago(edit.at)}</span>
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
