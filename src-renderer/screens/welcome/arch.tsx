import { LOCALES } from '../../../src-core/text/locale.ts'
import { translate, useT } from '../../app/i18n.ts'
import { useSession } from '../../app/session.tsx'

/** Four arches, one within another, and the same sentence in each language. */
export function Arch() {
  const t = useT()
  const { info } = useSession()
  return (
    <div className="wl-art">
      <svg className="wl-arches" viewBox="0 0 900 900" preserveAspectRatio="xMidYMin slice" aria-hidden="true">
        <path d="M28 900V640C28 480 180 340 452 80c272 260 420 400 420 560v260z" />
        <path d="M80 900V655C80 510 215 375 452 134c237 241 370 376 370 521v245z" />
        <path d="M128 900V668C128 540 245 405 452 184c207 221 324 356 324 484v232z" />
        <path d="M172 900V670C172 570 270 435 452 230c182 205 280 340 280 440v230z" />
      </svg>
      <div className="wl-mark" dir="ltr">
        <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M2.6 14V8.4C2.6 5.3 5 3.6 8 1.9c3 1.7 5.400 3.400 5.400 6.500V14" /><path d="M5.8 14v-3.2c0-1.3.9-2.2 2.2-3 1.3.8 2.2 1.7 2.2 3V14" /></svg>
        Caravan
      </div>
      <div className="wl-mottos">{LOCALES.map((l) => <p key={l} lang={l} dir="auto">{translate(l, 'welcome:motto')}</p>)}</div>
      <p className="wl-version">{t('welcome:version', { version: info.version })}</p>
    </div>
  )
}
