import type { Offer } from '../../src-core/record/record.ts'
import { Code, Own } from '../ui/text.tsx'
import './metrics.css'

/** The first three measured figures of an offer, as they stand in it. */
export function MetricCards({ metrics }: { metrics: NonNullable<Offer['metrics']> }) {
  if (metrics.length === 0) return null
  return (
    <div className="metrics">
      {metrics.slice(0, 3).map((m) => (
        <div key={m.id}>
          <b><Code plain>{`${m.value}${m.unit ? ` ${m.unit}` : ''}`}</Code></b>
          <Own as="div" className="metric-name" title={m.name}>{m.name}</Own>
          {m.baseline && <Own as="div" className="metric-base" title={m.baseline}>{m.baseline}</Own>}
        </div>
      ))}
    </div>
  )
}
