import { useEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { useT } from '../../app/i18n.ts'
import { useFormat } from '../../app/session.tsx'
import { frameFor, gridLines, parallels, placeDots, project } from './layout.ts'
import type { Tie } from './members.ts'

interface Props { counts: readonly { country: string; count: number }[]; ties: readonly Tie[]; selected: string; onSelect: (country: string) => void }
/** Dots on parallels and meridians: no land, no borders, no flags. A dot is a country or region; an arc, work done together. */
export function NetworkMap({ counts, ties, selected, onSelect }: Props) {
  const t = useT()
  const f = useFormat()
  const box = useRef<HTMLDivElement>(null)
  const { width, height } = useSize(box)
  const frame = useMemo(() => frameFor(counts.map((c) => c.country), width, height), [counts, width, height])
  const dots = useMemo(() => placeDots(counts, frame, (c, n) => textWidth(f.country(c)) + f.number(n).length * 7 + 6), [counts, frame, f])
  const at = new Map(dots.map((dot) => [dot.country, dot]))
  const shownTies = ties.filter((tie) => at.has(tie.from) && at.has(tie.to) && (selected === '' || tie.from === selected || tie.to === selected))
  const most = Math.max(1, ...shownTies.map((tie) => tie.count))
  return (
    <div className="nt-map" ref={box} dir="ltr">
      <svg viewBox={`0 0 ${width} ${height}`} role="group" aria-label={t('network:map.label')}>
        <g className="nt-grid" aria-hidden="true">
          {gridLines(frame.west, frame.east, 10).map((lon) => <path key={lon} d={`M${project(frame, [lon, 0]).x} 0V${height}`} />)}
          {parallels(frame, 10).map((lat) => <path key={lat} d={`M0 ${project(frame, [0, lat]).y}H${width}`} {...(lat === 0 ? { className: 'eq' } : {})} />)}
          {gridLines(frame.west, frame.east, 20).map((lon) => <text key={lon} x={project(frame, [lon, 0]).x + 4} y={height - 6}>{Math.abs(lon)}°{lon < 0 ? 'W' : lon > 0 ? 'E' : ''}</text>)}
          {parallels(frame, 20).map((lat) => <text key={lat} x={6} y={project(frame, [0, lat]).y - 4}>{Math.abs(lat)}°{lat < 0 ? 'S' : lat > 0 ? 'N' : ''}</text>)}
        </g>
        <g className="nt-ties" aria-hidden="true">{shownTies.map((tie) => <path key={`${tie.from}${tie.to}`} d={arc(at.get(tie.from)!, at.get(tie.to)!)} strokeWidth={1 + 2.4 * (tie.count / most)} />)}</g>
        {dots.map((dot) => (
          <g key={dot.country} className="nt-dot" role="button" tabIndex={0} aria-pressed={dot.country === selected} aria-label={`${f.country(dot.country)} ${f.number(dot.count)}`} onClick={() => onSelect(dot.country)} onKeyDown={(e) => { if (e.key === 'Enter' || e.key === ' ') { e.preventDefault(); onSelect(dot.country) } }}>
            <circle className="ring" cx={dot.x} cy={dot.y} r={dot.r + 4} />
            <circle className="d" cx={dot.x} cy={dot.y} r={dot.r} />
            <text className={dot.label ? '' : 'nt-late'} x={dot.label?.x ?? dot.x} y={(dot.label?.y ?? dot.y - dot.r - 8) + 4}>{f.country(dot.country)} <tspan>{f.number(dot.count)}</tspan></text>
          </g>
        ))}
      </svg>
      {dots.length === 0 && <p className="nt-none" dir="auto">{t('network:map.none')}</p>}
      <Key />
    </div>
  )
}

function Key() {
  const t = useT()
  const dir = document.documentElement.dir
  return (
    <div className="nt-key" dir={dir}>
      <span className="row g3"><svg className="nt-sizes" viewBox="0 0 34 18" aria-hidden="true"><circle cx="9" cy="9" r="8" /><circle cx="27" cy="9" r="4.5" /></svg>{t('network:map.size')}</span>
      <span className="row g3"><svg className="nt-arc" viewBox="0 0 28 12" aria-hidden="true"><path d="M2 10Q14-3 26 10" /></svg>{t('network:map.ties')}</span>
      <span className="dim">{t('network:map.key')}</span>
    </div>
  )
}

/** Near enough to keep labels apart: Han signs are square, the rest about half as wide. */
const textWidth = (text: string) => [...text].reduce((w, sign) => w + (/\p{Script=Han}/u.test(sign) ? 12 : 6), 0)

function arc(a: { x: number; y: number }, b: { x: number; y: number }): string {
  const lift = Math.hypot(b.x - a.x, b.y - a.y) * 0.22
  return `M${a.x} ${a.y}Q${(a.x + b.x) / 2} ${Math.min(a.y, b.y) - lift} ${b.x} ${b.y}`
}

function useSize(box: RefObject<HTMLDivElement | null>): { width: number; height: number } {
  const [size, setSize] = useState({ width: 800, height: 560 })
  useEffect(() => {
    const element = box.current
    if (!element) return
    const observer = new ResizeObserver(([entry]) => entry && setSize({ width: Math.max(320, Math.round(entry.contentRect.width)), height: Math.max(240, Math.round(entry.contentRect.height)) }))
    observer.observe(element)
    return () => observer.disconnect()
  }, [box])
  return size
}
