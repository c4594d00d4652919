import { Button as AriaButton, Link } from 'react-aria-components'
import { useCentreCity, useCentreName } from '../../app/centre-name.ts'
import { useT } from '../../app/i18n.ts'
import { printKeys } from '../../app/keys.ts'
import { go, hrefTo } from '../../app/router.ts'
import { useFormat, useSession } from '../../app/session.tsx'
import { useCounts } from '../../app/store-hooks.ts'
import { Icon } from '../../ui/icon.tsx'
import { Hint } from '../../ui/tooltip.tsx'
import { Own, readable } from '../../ui/text.tsx'
import { FOOT_PLACES, MAIN_PLACES, type PlaceEntry } from './places.ts'
import { usePlace } from './use-place.ts'

export function Navigation() {
  const t = useT()
  const f = useFormat()
  const { sync, settings } = useSession()
  const counts = useCounts()
  const here = usePlace()
  const saved = settings.savedSearches ?? []
  const countOf = (place: string) => (place === 'deals' && counts ? f.number(counts.deal) : undefined)
  const line = (entry: PlaceEntry, hot = 0) => (
    <Hint key={entry.place} text={t(entry.title)} keys={printKeys(entry.keys)}>
      <Link className="nv" href={hrefTo(entry.place)} {...(here === entry.place ? { 'aria-current': 'page' as const } : {})}>
        <Icon name={entry.icon} />
        <span className="t">{t(entry.title)}</span>
        {hot > 0 ? <span className="n n-hot">{f.number(hot)}</span> : countOf(entry.place) && <span className="n">{countOf(entry.place)}</span>}
      </Link>
    </Hint>
  )
  return (
    <nav className="nav" aria-label={t('shell:navigation')} data-pane="" tabIndex={-1}>
      <Centre />
      {MAIN_PLACES.map((entry) => line(entry))}
      {saved.length > 0 && <h2 className="cap">{t('shell:saved')}</h2>}
      {saved.map((s) => <Link key={s.id} className="nv nv-s nav-saved" href={s.hash}><Icon name="bookmark" size="s" /><span className="t own" dir="auto">{readable(s.name)}</span></Link>)}
      <div className="nav-gap" />
      {FOOT_PLACES.map((entry) => line(entry, entry.place === 'sync' ? sync.inbox : 0))}
    </nav>
  )
}

/** The own centre and its city; who works here stands at the other end of the window's bar. */
function Centre() {
  const t = useT()
  const { info } = useSession()
  const name = useCentreName() || t('shell:sample')
  const city = useCentreCity()
  const under = info.membership ? city || info.membership.centre : t('shell:notJoined')
  return (
    <AriaButton className="centre" onPress={() => go(hrefTo('settings'))}>
      <Logo />
      <span className="grow"><Own className="centre-nm">{name}</Own><Own className="centre-sb">{under}</Own></span>
      <span className="hidden">{t('shell:centreSettings')}</span>
      <Icon name="down" size="s" />
    </AriaButton>
  )
}

const Logo = () => (
  <span className="logo"><svg viewBox="0 0 16 16" aria-hidden="true"><path d="M2.600 14V8.400C2.600 5.300 5 3.600 8 1.900c3 1.700 5.400 3.400 5.400 6.500V14" /><path d="M5.800 14v-3.200c0-1.300.9-2.200 2.200-3 1.300.8 2.200 1.700 2.200 3V14" /></svg></span>
)
