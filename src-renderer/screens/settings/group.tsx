import type { ReactNode } from 'react'
import { Icon, type IconName } from '../../ui/icon.tsx'

export function Group({ title, icon, children }: { title: string; icon: IconName; children: ReactNode }) {
  return <section className="se-group" aria-label={title}><h2><Icon name={icon} />{title}</h2><div className="se-body">{children}</div></section>
}
