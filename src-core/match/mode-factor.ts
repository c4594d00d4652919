/** Can what is offered become what is wanted? By what the contract types share (domain.md, Appendix B). */
import type { Code } from '../record/vocabulary.ts'
import type { Pair, Reason } from './match.ts'

type Mode = Code<'cooperation'>
/** `offered` serves `wanted` this well; what is not listed does not. Not symmetric: who grants non-exclusively cannot give an exclusive right. */
const SERVES: Partial<Record<Mode, Partial<Record<Mode, number>>>> = {
  assignment: { 'exclusive-licence': 0.8, 'sole-licence': 0.6, 'non-exclusive-licence': 0.4, equity: 0.3, 'joint-venture': 0.3 },
  'exclusive-licence': { 'sole-licence': 0.8, 'non-exclusive-licence': 0.6, option: 0.6, assignment: 0.5, 'joint-venture': 0.4 },
  'sole-licence': { 'exclusive-licence': 0.6, 'non-exclusive-licence': 0.8, option: 0.6, 'joint-venture': 0.4 },
  'non-exclusive-licence': { 'sole-licence': 0.4, 'exclusive-licence': 0.2, option: 0.5, 'know-how-training': 0.5, 'equipment-technology': 0.4 },
  option: { 'exclusive-licence': 0.6, 'sole-licence': 0.6, 'non-exclusive-licence': 0.5, assignment: 0.4, pilot: 0.4 },
  'know-how-training': { service: 0.6, consulting: 0.6, 'non-exclusive-licence': 0.5, 'equipment-technology': 0.5 },
  'joint-venture': { equity: 0.7, 'exclusive-licence': 0.4, 'equipment-technology': 0.4, incubation: 0.4 },
  equity: { 'joint-venture': 0.7, incubation: 0.5 },
  'joint-rd': { 'contract-rd': 0.7, pilot: 0.6, consulting: 0.3 },
  'contract-rd': { 'joint-rd': 0.7, service: 0.5, consulting: 0.5, pilot: 0.4 },
  service: { consulting: 0.7, 'know-how-training': 0.5, 'contract-rd': 0.4, 'equipment-technology': 0.3 },
  consulting: { service: 0.6, 'know-how-training': 0.5 },
  'equipment-technology': { 'know-how-training': 0.6, 'non-exclusive-licence': 0.5, pilot: 0.5, service: 0.4 },
  pilot: { 'joint-rd': 0.6, 'equipment-technology': 0.5, incubation: 0.4, service: 0.4 },
  incubation: { equity: 0.5, 'joint-venture': 0.4, pilot: 0.4 },
}

export function modeFactor({ offer, need }: Pair): Reason {
  const offered = offer.cooperation ?? []
  const wanted = need.cooperation ?? []
  if (offered.length === 0 || wanted.length === 0) return { factor: 'mode', share: null, code: 'unknown' }
  const same = wanted.filter((m) => offered.includes(m))
  if (same.length > 0) return { factor: 'mode', share: 1, code: 'same', values: { modes: same.join(' ') } }
  const best = offered.flatMap((o) => wanted.map((w) => ({ o, w, share: SERVES[o]?.[w] ?? 0 }))).reduce((a, b) => (b.share > a.share ? b : a))
  return { factor: 'mode', share: best.share, code: best.share > 0 ? 'compatible' : 'apart', values: best.share > 0 ? { offered: best.o, wanted: best.w } : { offered: offered.join(' '), wanted: wanted.join(' ') } }
}
