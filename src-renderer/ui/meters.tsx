import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { LOCALES, SIGN, type Locale } from '../../src-core/text/locale.ts'
import './meters.css'

export type StripState = 'original' | 'human' | 'certified' | 'machine' | 'stale' | 'missing'
interface StripProps { states: Record<Locale, StripState>; /** what a language's box means, in words */ describe: (lang: Locale, state: StripState) => string; onPick?: (lang: Locale) => void; selected?: readonly Locale[] }
/** 中 ع En ע in this order always: filled original, outlined human, double certified, dashed machine, folded outdated, struck missing. */
export function LanguageStrip({ states, describe, onPick, selected = [] }: StripProps) {
  if (onPick) return (
    <span className="ls">{LOCALES.map((l) => <AriaButton key={l} className={`ls-${states[l]}`} aria-label={describe(l, states[l])} onPress={() => onPick(l)} {...(selected.includes(l) ? { 'data-selected': '' } : {})}><span lang={l} aria-hidden="true" className="ls-sign" data-sign={SIGN[l]} /></AriaButton>)}</span>
  )
  return <span className="ls" role="img" aria-label={LOCALES.map((l) => describe(l, states[l])).join(', ')}>{LOCALES.map((l) => <b key={l} className={`ls-${states[l]}`} lang={l}>{SIGN[l]}</b>)}</span>
}

/** Nine bars: filled up to `from`; what is sought up to `to` is outlined. */
export function TrlMeter({ from, to, text }: { from: number; to?: number | undefined; text: string }) {
  return (
    <span className="trl">
      <span className="trl-m" aria-hidden="true">{Array.from({ length: 9 }, (_, i) => <i key={i} className={i < from ? 'f' : i < (to ?? from) ? 'w' : ''} />)}</span>
      <bdi className="ltr">{text}</bdi>
    </span>
  )
}

const AROUND = 2 * Math.PI * 13.5
/** A score of 0 to 100 as a ring. */
export function ScoreRing({ value, text }: { value: number; text: string }) {
  return (
    <span className="sc">
      <svg viewBox="0 0 30 30" aria-hidden="true"><circle cx="15" cy="15" r="13.5" /><circle className="v" cx="15" cy="15" r="13.5" strokeDasharray={`${(AROUND * value) / 100} ${AROUND}`} /></svg>
      <span>{text}</span>
    </span>
  )
}

interface HistogramProps { label: string; bars: readonly { id: string; count: number; label: string; on: boolean }[]; onPress: (id: string) => void; start: string; middle?: ReactNode; end: string }
/** Bars that can be pressed. */
export function Histogram({ label, bars, onPress, start, middle, end }: HistogramProps) {
  const top = Math.max(1, ...bars.map((b) => b.count))
  return (
    <div role="group" aria-label={label}>
      <div className="hist">{bars.map((b) => <AriaButton key={b.id} aria-label={b.label} aria-pressed={b.on} onPress={() => onPress(b.id)} {...(b.on ? { 'data-on': '' } : {})}><i style={{ blockSize: `${(b.count / top) * 100}%` }} /></AriaButton>)}</div>
      <div className="hist-l" aria-hidden="true"><span className="ltr">{start}</span><span className="strong">{middle}</span><span className="ltr">{end}</span></div>
    </div>
  )
}

/** Name, how far, what is left; never blocks. `share` 0..1. */
export function Progress({ label, share, detail, action }: { label: string; share: number; detail?: ReactNode; action?: ReactNode }) {
  return (
    <div>
      <div className="pg-head"><span className="strong">{label}</span>{action}</div>
      <div className="pg" role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round(share * 100)}><i style={{ transform: `scaleX(${Math.min(1, Math.max(0, share))})` }} /></div>
      {detail && <div className="micro">{detail}</div>}
    </div>
  )
}

/** Grey lines in the shape of what comes, after 200 ms only. */
export function Skeleton({ rows = 4, label }: { rows?: number; label: string }) {
  return <div className="skel" role="status" aria-label={label}>{Array.from({ length: rows }, (_, i) => <div key={i} className="skel-row"><i /><span><u /><u /></span></div>)}</div>
}

/** Nothing here, and the next step. */
export function EmptyState({ title, text, action, boxed = false }: { title: string; text?: ReactNode; action?: ReactNode; boxed?: boolean }) {
  return <div className={`empty${boxed ? ' empty-box' : ''}`}><h2>{title}</h2>{text && <p>{text}</p>}{action}</div>
}
