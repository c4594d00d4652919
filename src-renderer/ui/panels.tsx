import type { ReactNode } from 'react'
import './panels.css'

/** Panes side by side inside the shell's panel. F6 moves between them. */
export const Panels = ({ children }: { children: ReactNode }) => <div className="panels">{children}</div>

interface PaneProps { children: ReactNode; label: string; /** `main` grows; `side` is sunken and `width` wide (a token such as `--facets`) */ as?: 'main' | 'side'; width?: string; className?: string }
export function Pane({ children, label, as = 'main', width, className = '' }: PaneProps) {
  return <section className={`pane pane-${as} ${className}`} aria-label={label} data-pane="" tabIndex={-1} {...(width ? { style: { inlineSize: `var(${width})` } } : {})}>{children}</section>
}
/** A titled part of a side pane. */
export function Section({ title, end, children }: { title: string; end?: ReactNode; children: ReactNode }) {
  return <div className="sec"><div className="sec-head"><h2>{title}</h2>{end && <span className="end meta dim">{end}</span>}</div>{children}</div>
}

export interface Column<R> { id: string; head: string; cell: (row: R) => ReactNode; numeric?: boolean }
/** A plain table: text starts, numbers end, heads stay. */
export function Table<R>({ label, columns, rows, keyOf }: { label: string; columns: readonly Column<R>[]; rows: readonly R[]; keyOf: (row: R) => string }) {
  return (
    <table className="tbl" aria-label={label}>
      <thead><tr>{columns.map((c) => <th key={c.id} scope="col" className={c.numeric ? 'tbl-num' : ''}>{c.head}</th>)}</tr></thead>
      <tbody>{rows.map((row) => <tr key={keyOf(row)}>{columns.map((c) => <td key={c.id} className={c.numeric ? 'tbl-num' : ''}>{c.cell(row)}</td>)}</tr>)}</tbody>
    </table>
  )
}
