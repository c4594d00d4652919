import { useState, type FormEvent } from 'react'
import { Form } from 'react-aria-components'
import { fail, type Failure } from '../../../src-core/base/result.ts'
import { failureText } from '../../app/store-hooks.ts'
import { useT, type Translate } from '../../app/i18n.ts'
import { go, useRoute } from '../../app/router.ts'
import { useSession } from '../../app/session.tsx'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { TextField } from '../../ui/text-field.tsx'

type FieldName = 'url' | 'code' | 'name'
/** Which field a refusal speaks of; the others are about the way to the server. */
const FIELD_OF: Partial<Record<string, FieldName>> = { 'bad-url': 'url', 'not-caravan': 'url', 'wrong-server': 'url', 'code-unknown': 'code', 'code-used': 'code', 'code-expired': 'code', 'too-large': 'name' }

/** no connection may be a wrong letter in the address */
const told = (t: Translate, error: Failure) => (['offline', 'timeout'].includes(error.type) ? { url: t('welcome:join.noAnswer') } : { [FIELD_OF[error.type] ?? 'way']: failureText(t, error) })
const tooLong = ({ url, code, name }: Record<FieldName, string>) => (url.length > 500 ? 'bad-url' : code.length > 64 ? 'code-unknown' : name.length > 120 ? 'too-large' : 'bad-input')

/** Address, code and name. A refusal says what happened and keeps everything that was typed. */
export function JoinForm({ onBack }: { onBack: () => void }) {
  const t = useT()
  const { host, store, info, settings, saveSettings, refreshInfo } = useSession()
  const [url, setUrl] = useState(info.arguments.server ?? '')
  const [code, setCode] = useState(info.arguments.enrol ?? '')
  const [name, setName] = useState(settings.userName ?? '')
  const [busy, setBusy] = useState(false)
  const { failed } = useRoute().params
  const [errors, setErrors] = useState<Partial<Record<FieldName | 'way', string>>>(() => (failed ? told(t, { type: failed }) : {}))

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const missing = { ...(url.trim() ? {} : { url: t('welcome:join.urlMissing') }), ...(code.trim() ? {} : { code: t('welcome:join.codeMissing') }), ...(name.trim() ? {} : { name: t('welcome:join.nameMissing') }) }
    setErrors(missing)
    if (Object.keys(missing).length > 0 || busy) return
    setBusy(true)
    void join().finally(() => setBusy(false))
  }
  const join = async () => {
    // the host refuses what is longer than any address, code or name without looking at it
    const answer = await host.call('server.enrol', { url: url.trim(), code: code.trim(), name: name.trim() }).catch(() => fail({ type: 'bad-input' }))
    if (!answer.ok) return setErrors(told(t, answer.error.type === 'bad-input' ? { type: tooLong({ url, code, name }) } : answer.error))
    await saveSettings({ welcomed: true, sample: false, userName: name.trim() })
    await refreshInfo()
    await store.joined()
    go('#/today')
  }
  return (
    <Form className="wl-join" onSubmit={submit} validationBehavior="aria">
      <div className="row g4"><Icon name="key" /><h2>{t('welcome:join.title')}</h2></div>
      <TextField label={t('welcome:join.url')} value={url} onChange={setUrl} hint={t('welcome:join.urlHint')} error={errors.url} type="url" ltr autoFocus />
      <TextField label={t('welcome:join.code')} value={code} onChange={(v) => setCode(v.toUpperCase())} hint={t('welcome:join.codeHint')} error={errors.code} ltr />
      <TextField label={t('welcome:join.name')} value={name} onChange={setName} hint={t('welcome:join.nameHint')} error={errors.name} />
      {(errors.way ?? errors.url ?? errors.code ?? errors.name) && (
        <div className="wl-error" role="alert"><Icon name="blocked" size="s" /><div><strong>{t('welcome:join.refused')}</strong>{errors.way && <p>{errors.way}</p>}<p>{t('welcome:join.kept')}</p></div></div>
      )}
      <div className="row g4">
        <Button look="primary" size="l" type="submit" isDisabled={busy}>{busy ? t('welcome:join.working') : t('welcome:join.submit')}</Button>
        <Button look="quiet" size="l" onPress={onBack}>{t('welcome:join.back')}</Button>
      </div>
    </Form>
  )
}
