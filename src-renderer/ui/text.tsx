import type { ReactNode } from 'react'
import { RTL_LETTER, segments } from '../../src-core/text/segments.ts'

/** A code, number, address or amount: Latin, left to right, never broken. */
export const Code = ({ children, plain = false }: { children: ReactNode; plain?: boolean }) => <bdi className={plain ? 'ltr' : 'code'}>{children}</bdi>
/**
 * A text as it must be read: inside Arabic or Hebrew each number with its unit, each range and code is a run of its own, left to
 * right. Unisolated, "45 °C" turns into "C° 45".
 */
export function readable(content: ReactNode): ReactNode {
  if (typeof content !== 'string' || !RTL_LETTER.test(content)) return content
  // a run is named by its place: the same text always splits the same way
  return segments(content).map((run, place) => (run.ltr ? <bdi key={place} dir="ltr">{run.text}</bdi> : run.text))
}
/** One line of content in its own direction, aligned to the interface, cut at its own end. */
export const Own = ({ children, lang, className, as: Tag = 'span', title }: { children: ReactNode; lang?: string | undefined; className?: string; as?: 'span' | 'div' | 'h1' | 'h2' | 'h3'; title?: string }) => (
  <Tag className={className ? `own ${className}` : 'own'} dir="auto" {...(lang ? { lang } : {})} {...(title ? { title } : {})}>{readable(children)}</Tag>
)
/** Paragraphs in their own direction. */
export const Prose = ({ children, lang, className }: { children: ReactNode; lang?: string | undefined; className?: string }) => <p className={className ? `read ${className}` : 'read'} dir="auto" {...(lang ? { lang } : {})}>{readable(children)}</p>
