import { useState, type FormEvent } from 'react'
import { Form } from 'react-aria-components'
import type { Deal } from '../../../src-core/record/record.ts'
import type { Code } from '../../../src-core/record/vocabulary.ts'
import { pick, write, type MlText } from '../../../src-core/text/multilingual.ts'
import type { ChangeSet } from '../../../src-core/sync/change.ts'
import { useLocale, useT } from '../../app/i18n.ts'
import { go, hrefTo, useRoute } from '../../app/router.ts'
import { useSession } from '../../app/session.tsx'
import { useAction } from '../../app/store-hooks.ts'
import type { Picked } from '../../app/organisation-picker.tsx'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Skeleton } from '../../ui/meters.tsx'
import { Pane, Panels } from '../../ui/panels.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { OpenDealFacts } from './facts.tsx'
import { Side } from './side.tsx'
import { useOpening, type Opening } from './use-opening.ts'
import './open-deal.css'

/** Route `#/new/deal?offer=REF&need=REF`, or `?from=REF`: everything the records say is already filled in. */
export function Screen() {
  const t = useT()
  const { params } = useRoute()
  const opening = useOpening(params)
  return <Panels><Pane label={t('deals:open.title')} className="scroll">{opening ? <Sheet key={`${opening.offer?.ref} ${opening.need?.ref}`} opening={opening} /> : <Skeleton label={t('deals:open.title')} />}</Pane></Panels>
}

type Parties = NonNullable<Deal['parties']>
const without = (parties: Parties, role: Code<'partyRole'>) => parties.filter((p) => p.role !== role)

function Sheet({ opening }: { opening: Opening }) {
  const t = useT()
  const locale = useLocale()
  const act = useAction()
  const { user } = useSession()
  const { values } = opening
  const [title, setTitle] = useState(() => pick(values.title, locale)?.text ?? '')
  const [parties, setParties] = useState<Parties>(values.parties ?? [])
  const [tried, setTried] = useState(false)
  const party = (role: 'provider' | 'recipient') => parties.find((p) => p.role === role)
  const setParty = (role: 'provider' | 'recipient') => (picked: Picked | undefined) => setParties([...without(parties, role), ...(picked ? [{ id: role, organisation: picked.ref, role }] : [])])
  const [provider, recipient] = [party('provider'), party('recipient')]
  const nobody = parties.length === 0
  const prefilled = opening.offer !== undefined || opening.need !== undefined
  const same = provider !== undefined && provider.organisation === recipient?.organisation
  const problem = nobody ? t('deals:open.nobody') : same ? t('deals:open.same') : undefined

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const name = title.trim()
    if (name === '' || problem) return
    const { stage: _stage, ...rest } = values
    const set: ChangeSet = { ...rest, parties: [...parties].sort((a, b) => a.role.localeCompare(b.role)), title: named(values.title, locale, name, user) }
    void act(t('deals:open.opened'), (store, by) => store.create('deal', set, by)).then((saved) => saved && go(hrefTo('deal', saved.ref), { replace: true }))
  }
  return (
    <Form className="od" onSubmit={submit}>
      <div><h1 className="title">{t('deals:open.title')}</h1>{prefilled && <p className="meta">{t('deals:open.lead')}</p>}</div>
      <TextField label={t('deals:open.name')} value={title} onChange={setTitle} error={tried && title.trim() === '' ? t('deals:open.noName') : undefined} long autoFocus={!prefilled} />
      <div className="od-pair">
        <Side role="provider" record={opening.offer} fixed={opening.offer?.organisation} onPick={setParty('provider')} isInvalid={tried && nobody} />
        <span className="od-arrow" aria-hidden="true"><Icon name="forward" size="l" /></span>
        <Side role="recipient" record={opening.need} fixed={opening.need?.organisation} onPick={setParty('recipient')} isInvalid={tried && nobody} />
      </div>
      <OpenDealFacts values={values} />
      {tried && problem ? <p className="od-problem" role="alert"><Icon name="blocked" size="s" />{problem}</p> : parties.length === 1 && <p className="od-note"><Icon name="waiting" size="s" />{t('deals:open.alone')}</p>}
      <div className="row g4">
        <Button look="primary" size="l" type="submit" icon="deal" keys="Enter" autoFocus={prefilled}>{t('deals:open.confirm')}</Button>
        <Button look="quiet" size="l" onPress={() => history.back()}>{t('deals:open.cancel')}</Button>
      </div>
    </Form>
  )
}

/** The name as it was found in every language; a changed one is a new original in the reader's language. */
function named(found: MlText | undefined, locale: ReturnType<typeof useLocale>, name: string, by: string): MlText {
  return pick(found, locale)?.text === name ? found! : write(undefined, locale, name, { by, at: new Date().toISOString() })
}
