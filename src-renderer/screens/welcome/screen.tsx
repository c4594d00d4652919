import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { LOCALES, OWN_NAME } from '../../../src-core/text/locale.ts'
import { failureText } from '../../app/store-hooks.ts'
import { useLocale, useT } from '../../app/i18n.ts'
import { go, useRoute } from '../../app/router.ts'
import { useSession, useSwitchLanguage } from '../../app/session.tsx'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Arch } from './arch.tsx'
import { JoinForm } from './join-form.tsx'
import './welcome.css'

/** The first window: a language, then the sample network or one's own. */
export function Screen() {
  const t = useT()
  const asked = 'join' in useRoute().params
  const [pressed, setPressed] = useState(false)
  const joining = asked || pressed
  const back = () => {
    setPressed(false)
    go('#/welcome', { replace: true })
  }
  return (
    <main className="wl">
      <Arch />
      <section className="wl-form" aria-label={t('welcome:title')} data-pane="" tabIndex={-1}>
        <div>
          <h1>{t('welcome:title')}</h1>
          <p className="wl-lead">{t('welcome:lead')}</p>
        </div>
        <Languages />
        {joining ? <JoinForm onBack={back} /> : <Ways onJoin={() => setPressed(true)} />}
        <p className="wl-safe"><Icon name="lock" size="s" />{t('welcome:safe')}</p>
      </section>
    </main>
  )
}

function Languages() {
  const t = useT()
  const locale = useLocale()
  const switchTo = useSwitchLanguage()
  return (
    <div className="wl-langs" role="group" aria-label={t('welcome:language')}>
      {LOCALES.map((l) => <AriaButton key={l} className="wl-lang" aria-pressed={l === locale} onPress={() => switchTo(l)}><span lang={l}>{OWN_NAME[l]}</span></AriaButton>)}
    </div>
  )
}

function Ways({ onJoin }: { onJoin: () => void }) {
  const t = useT()
  const { store, saveSettings } = useSession()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const openSample = () => {
    setBusy(true)
    setError(undefined)
    void store.loadSample().then(() => saveSettings({ welcomed: true, sample: true })).then(() => go('#/today'), () => setError(failureText(t, { type: 'disk-full' }))).finally(() => setBusy(false))
  }
  return (
    <div className="col g4">
      <div className="wl-way" data-first="">
        <span className="wl-tile"><Icon name="catalogue" size="l" /></span>
        <div className="grow"><h2>{t('welcome:sample.title')}</h2><p>{busy ? t('welcome:sample.loading') : t('welcome:sample.text')}</p></div>
        <Button look="primary" onPress={openSample} isDisabled={busy} autoFocus>{t('welcome:sample.action')}</Button>
      </div>
      {error && <p className="wl-error" role="alert"><Icon name="blocked" size="s" />{error}</p>}
      <div className="wl-way">
        <span className="wl-tile"><Icon name="key" size="l" /></span>
        <div className="grow"><h2>{t('welcome:join.title')}</h2><p>{t('welcome:join.text')}</p></div>
        <Button onPress={onJoin}>{t('welcome:join.action')}</Button>
      </div>
    </div>
  )
}
