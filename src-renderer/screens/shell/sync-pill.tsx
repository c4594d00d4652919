import { Link } from 'react-aria-components'
import { useT } from '../../app/i18n.ts'
import { hrefTo } from '../../app/router.ts'
import { useFormat, useSession } from '../../app/session.tsx'
import { Icon } from '../../ui/icon.tsx'
import { pillFace } from './pill-face.ts'

export function SyncPill() {
  const t = useT()
  const f = useFormat()
  const face = pillFace(useSession().sync, t, f)
  return <Link className={`pill pill-${face.look}`} href={hrefTo('sync')} aria-label={t('shell:sync.label', { state: face.text })}><Icon name={face.icon} />{face.text}</Link>
}
