import { useMemo } from 'react'
import { codeLabel, useT, type Translate } from '../../app/i18n.ts'
import { useFormat } from '../../app/session.tsx'
import { useHistory } from '../../app/store-hooks.ts'
import { fieldLabel } from '../../app/facts.tsx'
import { splitPath } from '../../../src-core/sync/change.ts'
import type { HistoryEntry } from '../../store/api.ts'
import type { OpenDeal } from './use-deal-actions.ts'

interface Line { at: string; words: string; state: HistoryEntry['state'] | undefined; key: string }
/** Moves as the deal itself records them, and the edits made here. */
export function History({ deal: { view } }: { deal: OpenDeal }) {
  const t = useT()
  const f = useFormat()
  const entries = useHistory(view.deal.ref)
  const lines = useMemo(() => linesOf(view.deal.stageHistory ?? [], entries ?? [], t), [view.deal.stageHistory, entries, t])
  return (
    <section aria-labelledby="dl-history">
      <div className="dl-h"><h2 id="dl-history">{t('deals:history.heading')}</h2></div>
      {lines.length === 0 && <p className="meta dim">{t('deals:history.empty')}</p>}
      {lines.slice(0, 12).map((line) => (
        <div key={line.key} className="hs"><span className="hs-when" title={f.dateTime(line.at)}>{f.ago(line.at)}</span><span className="own" dir="auto">{line.words}</span>{line.state && line.state !== 'accepted' && <span className="dim end">{t(`deals:history.state.${line.state}`)}</span>}</div>
      ))}
    </section>
  )
}

function linesOf(moves: NonNullable<OpenDeal['view']['deal']['stageHistory']>, entries: readonly HistoryEntry[], t: Translate): Line[] {
  const moved = moves.map((m): Line => ({ at: m.at, key: m.id, state: undefined, words: t('deals:history.move', { by: m.by, stage: codeLabel(t, 'dealStage', m.to) }) }))
  const edits = entries.filter((e) => e.what !== 'move-stage').map((e, i): Line => ({ at: e.at, key: `${e.at} ${i}`, state: e.state, words: wordsOf(e, t) }))
  return [...moved, ...edits].sort((a, b) => b.at.localeCompare(a.at))
}
function wordsOf(entry: HistoryEntry, t: Translate): string {
  if (entry.what === 'received') return t('deals:history.received')
  if (entry.what === 'create' || entry.what === 'withdraw') return t(`deals:history.${entry.what}`, { by: entry.by })
  const fields = [...new Set(entry.paths.map((path) => fieldLabel(t, splitPath(path).field)))]
  return t('deals:history.set', { by: entry.by, fields: fields.join(' · ') })
}
