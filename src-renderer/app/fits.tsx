/** The records that fit one, each with its score and its reasons in short. */
import { useMemo } from 'react'
import type { Match } from '../../src-core/match/match.ts'
import { ScoreRing } from '../ui/meters.tsx'
import { Own } from '../ui/text.tsx'
import { useLocale, useT } from './i18n.ts'
import { reasonSummary } from './match-view.tsx'
import { recordTitle } from './record-view.tsx'
import { hrefTo } from './router.ts'
import { useFormat } from './session.tsx'
import { useHeld } from './store-hooks.ts'
import './fits.css'

export function FitList({ matches, of }: { matches: readonly Match[]; of: string }) {
  const t = useT()
  const f = useFormat()
  const locale = useLocale()
  const refs = useMemo(() => matches.map((m) => (m.offer === of ? m.need : m.offer)), [matches, of])
  const held = new Map((useHeld(refs).value ?? []).map((h) => [h.record.ref, h.record]))
  return (
    <ul className="fits">
      {matches.map((match) => {
        const ref = match.offer === of ? match.need : match.offer
        const record = held.get(ref)
        return (
          <li key={ref} className="fit">
            <ScoreRing value={match.score} text={f.number(Math.round(match.score))} />
            <div className="grow">
              <a href={hrefTo('record', ref)} className="fit-link"><Own className="strong">{record ? recordTitle(record, locale) : ref}</Own></a>
              <Own className="meta dim">{reasonSummary(match, t, f) || ref}</Own>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
