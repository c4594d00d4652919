import type { Formats } from '../../app/format.ts'
import type { Translate } from '../../app/i18n.ts'
import type { SyncState } from '../../store/api.ts'
import type { IconName } from '../../ui/icon.tsx'

interface PillFace { icon: IconName; look: 'ok' | 'warn' | 'danger' | 'plain' | 'sending'; text: string }

/** What is safe, in the order of urgency: cannot write, needs you, offline, sending, saved. */
export function pillFace(sync: SyncState, t: Translate, f: Formats): PillFace {
  if (sync.readOnly) return { icon: 'blocked', look: 'danger', text: t(sync.reason === 'disk-full' ? 'shell:sync.readOnly' : 'shell:sync.onHold') }
  if (sync.inbox > 0) return { icon: 'conflict', look: 'warn', text: t('shell:sync.needsYou', { n: sync.inbox }) }
  if (sync.status === 'error') return { icon: 'due', look: 'warn', text: sync.pending > 0 ? t('shell:sync.errorKept', { n: sync.pending }) : t('shell:sync.error') }
  if (!sync.enrolled) return { icon: 'met', look: 'ok', text: t('shell:sync.local') }
  if (sync.status === 'offline') return { icon: 'offline', look: 'plain', text: sync.pending > 0 ? t('shell:sync.offlineKept', { n: sync.pending }) : t('shell:sync.offline') }
  if (sync.status === 'bootstrap') return { icon: 'sync', look: 'sending', text: sync.progress && sync.progress.total > 0 ? t('shell:sync.receivingOf', { done: f.number(sync.progress.done), total: f.number(sync.progress.total) }) : t('shell:sync.receiving') }
  if (sync.pending > 0) return { icon: 'sync', look: 'sending', text: t('shell:sync.sending', { n: sync.pending }) }
  return { icon: 'met', look: 'ok', text: sync.lastSuccess ? t('shell:sync.savedAgo', { when: f.ago(sync.lastSuccess) }) : t('shell:sync.saved') }
}
