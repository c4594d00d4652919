import type { ReactNode } from 'react'

/** A code, number, address or amount: Latin, left to right, never broken. */
export const Code = ({ children, plain = false }: { children: ReactNode; plain?: boolean }) => <bdi className={plain ? 'ltr' : 'code'}>{children}</bdi>
/** One line of content in its own direction, aligned to the interface, cut at its own end. */
export const Own = ({ children, lang, className, as: Tag = 'span', title }: { children: ReactNode; lang?: string | undefined; className?: string; as?: 'span' | 'div' | 'h1' | 'h2' | 'h3'; title?: string }) => (
  <Tag className={className ? `own ${className}` : 'own'} dir="auto" {...(lang ? { lang } : {})} {...(title ? { title } : {})}>{children}</Tag>
)
/** Paragraphs in their own direction. */
export const Prose = ({ children, lang, className }: { children: ReactNode; lang?: string | undefined; className?: string }) => <p className={className ? `read ${className}` : 'read'} dir="auto" {...(lang ? { lang } : {})}>{children}</p>
