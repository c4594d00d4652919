import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react'
import type { Kind } from '../../../src-core/record/vocabulary.ts'
import { LOCALES, type Locale } from '../../../src-core/text/locale.ts'
import type { MlText } from '../../../src-core/text/multilingual.ts'
import { useCommands, type Command } from '../../app/commands.ts'
import type { FieldValues } from '../../app/field-types.ts'
import { useLocale, useT } from '../../app/i18n.ts'
import { notify } from '../../app/notices.ts'
import { go, hrefTo, useRoute } from '../../app/router.ts'
import { useSession } from '../../app/session.tsx'
import { useAction } from '../../app/store-hooks.ts'
import type { Held } from '../../store/api.ts'
import { Pane, Panels } from '../../ui/panels.tsx'
import './edit.css'
import { FieldBlock } from './field-block.tsx'
import { FormHead } from './form-head.tsx'
import { FormSide } from './form-side.tsx'
import { allIssues, changesOf, missingIn, sectionsOf, tidyAll, valuesOf, valuesOfNew } from './model.ts'
import { draftKey, useDraftKeeper, type DraftBody, type FoundDraft } from './use-draft.ts'

type Change = { name: string; value: unknown } | { all: FieldValues }
const reduce = (values: FieldValues, change: Change): FieldValues => ('all' in change ? change.all : { ...values, [change.name]: change.value })

/** the guiding lines are written for what is offered and sought */
const HINTED: ReadonlySet<Kind> = new Set<Kind>(['offer', 'request', 'rd-request'])

interface FormProps { kind: Kind; held: Held | null; draft: FoundDraft | null; start: FieldValues }

export function Form({ kind, held, draft, start }: FormProps) {
  const t = useT()
  const locale = useLocale()
  const { user } = useSession()
  const { params } = useRoute()
  const act = useAction()
  const record = held?.record
  const ref = record?.ref ?? null
  const [values, dispatch] = useReducer(reduce, start)
  const [tried, setTried] = useState(false)
  const [saving, setSaving] = useState(false)
  const [restored, setRestored] = useState(draft)
  const [pair, setPair] = useState<readonly [Locale, Locale]>(() => firstPair(values['title'] as MlText | undefined, locale, params['lang']))
  const keeper = useDraftKeeper(draftKey(kind, ref), draft !== null)
  const now = useRef(values)
  now.current = values

  const sections = useMemo(() => sectionsOf(kind), [kind])
  const issues = useMemo(() => allIssues(kind, values), [kind, values])
  const missing = useMemo(() => missingIn(kind, values), [kind, values])
  const body = useCallback((): DraftBody => ({ kind, ref, rev: record?.rev ?? 0, set: record ? changesOf(record, now.current) : tidyAll(kind, now.current), values: record ? { title: now.current['title'] } : now.current }), [kind, ref, record])
  const { keep, remove } = keeper
  const onChange = useCallback((name: string, value: unknown) => {
    dispatch({ name, value })
    keep(body)
  }, [keep, body])

  const save = useCallback(async () => {
    setTried(true)
    if (saving) return
    const wrong = allIssues(kind, now.current)
    const first = [...wrong.keys()][0]
    if (first) {
      notify({ tone: 'info', text: t('record:edit.invalid', { n: wrong.size }) })
      return show(first)
    }
    // a record without a name cannot be found again
    if (missingIn(kind, now.current).includes('title')) {
      notify({ tone: 'info', text: t('record:edit.untitled') })
      return show('title')
    }
    setSaving(true)
    const set = record ? changesOf(record, now.current) : valuesOfNew(kind, now.current)
    if (record && Object.keys(set).length === 0) {
      await remove()
      setSaving(false)
      return go(hrefTo(kind === 'deal' ? 'deal' : 'record', record.ref))
    }
    const saved = await act(t(record ? 'record:edit.saved' : 'record:edit.created'), (store, by) => (record ? store.change(record.ref, set, by) : store.create(kind, set, by)))
    setSaving(false)
    // a refused save leaves the draft where it is
    if (!saved) return
    await remove()
    go(hrefTo(kind === 'deal' ? 'deal' : 'record', saved.ref), { replace: record === undefined })
  }, [act, kind, record, remove, saving, t])

  const discard = useCallback(async () => {
    const kept = now.current
    await remove()
    dispatch({ all: record ? valuesOf(record) : {} })
    setRestored(null)
    setTried(false)
    notify({ tone: 'info', text: t('record:edit.discarded'), undo: () => { dispatch({ all: kept }); keep(body) } })
  }, [remove, record, t, keep, body])

  useCommands(useMemo<Command[]>(() => [{ id: 'edit.save', title: 'record:edit.save', group: 'do', keys: 'Ctrl+KeyS', icon: 'met', run: () => void save() }], [save]))
  useEffect(() => {
    if (params['field']) show(params['field'])
  }, [params])

  const title = values['title'] as MlText | undefined
  return (
    <Panels>
      <FormSide kind={kind} sections={sections} missing={missing} issues={issues} values={values} onChange={onChange} onShow={show} mine={held?.mine ?? true} />
      <Pane label={t(record ? 'record:edit.title' : 'shell:title.new')} className="form-pane">
        <FormHead kind={kind} record={record ?? null} title={title} pair={pair} onPair={setPair} draft={keeper.state} restored={restored} changedSince={restored !== null && record !== undefined && restored.body.rev !== record.rev} onSave={() => void save()} onDiscard={() => void discard()} saving={saving} mine={held?.mine ?? true} />
        <div className="form scroll">
          {sections.map(({ section, fields }) => (
            <section key={section} id={`section-${section}`} className="form-section" aria-label={t(`record:section.${section}`)}>
              <h2>{t(`record:section.${section}`)}</h2>
              <div className="form-grid">
                {fields.map((field) => (
                  <FieldBlock key={field.name} field={field} value={values[field.name]} issues={issues.get(field.name)} missing={tried && missing.includes(field.name)} first={pair[0]} second={pair[1]} rev={record?.rev ?? 0} by={user} onChange={onChange} tried={tried} hinted={HINTED.has(kind)} />
                ))}
              </div>
            </section>
          ))}
        </div>
      </Pane>
    </Panels>
  )
}

/** Two languages to begin with: the original and mine, or the two that have the most to say. */
function firstPair(title: MlText | undefined, mine: Locale, asked: string | undefined): readonly [Locale, Locale] {
  const orig = title?.orig ?? mine
  const wanted = LOCALES.find((l) => l === asked && l !== orig)
  const second = wanted ?? (mine !== orig ? mine : (LOCALES.find((l) => l !== orig && title?.t[l]) ?? LOCALES.find((l) => l !== orig)!))
  return [orig, second]
}

/** Brings a field into view and puts the cursor in it. */
function show(name: string): void {
  const block = document.getElementById(name.startsWith('section-') ? name : `field-${name}`)
  block?.scrollIntoView({ block: name.startsWith('section-') ? 'start' : 'center' })
  block?.querySelector<HTMLElement>('input, textarea, button:not([data-lang-menu]), [tabindex="0"]')?.focus({ preventScroll: true })
}
