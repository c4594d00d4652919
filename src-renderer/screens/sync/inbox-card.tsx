import { useCallback, useEffect, useState } from 'react'
import { Radio, RadioGroup } from 'react-aria-components'
import { fieldLabel } from '../../app/facts.tsx'
import { hasMessage, useLocale, useT } from '../../app/i18n.ts'
import { notify } from '../../app/notices.ts'
import { recordTitle } from '../../app/record-view.tsx'
import { hrefTo } from '../../app/router.ts'
import { useFormat, useSession } from '../../app/session.tsx'
import { failureText, useHeld } from '../../app/store-hooks.ts'
import { failureValues } from '../../app/failure-values.ts'
import { splitPath } from '../../../src-core/sync/change.ts'
import type { InboxItem } from '../../store/api.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { MetaLine } from '../../ui/status.tsx'
import { Code, readable } from '../../ui/text.tsx'
import { Version } from './version.tsx'

type Keep = 'mine' | 'theirs'
/** An edit that came back: why, both versions whole, and the two ways on. What is not chosen stays in the history. */
export function InboxCard({ item, nth, total }: { item: InboxItem; nth: number; total: number }) {
  const t = useT()
  const f = useFormat()
  const locale = useLocale()
  const { store } = useSession()
  const [keep, setKeep] = useState<Keep>('mine')
  const [busy, setBusy] = useState(false)
  const record = useHeld([item.ref]).value?.[0]?.record
  const title = record ? recordTitle(record, locale) : item.ref
  const fields = [...new Set(item.paths.map((p) => fieldLabel(t, splitPath(p.path).field)))]
  const settle = useCallback(async (choice: Keep) => {
    setBusy(true)
    const answer = await store.settle(item.key, choice)
    setBusy(false)
    if (!answer.ok) return notify({ tone: 'danger', text: failureText(t, answer.error) })
    const token = answer.value?.undo
    notify({ tone: 'ok', text: t(choice === 'mine' ? 'sync:conflict.settledMine' : 'sync:conflict.settledTheirs'), undo: token ? () => void store.undo(token) : undefined })
  }, [store, item.key, t])
  useDigits(nth === 1, setKeep)
  return (
    <article className="cf" data-inbox={item.key} aria-label={title}>
      <header className="cf-head">
        <Icon name={item.kind === 'conflict' ? 'conflict' : 'blocked'} />
        <div className="grow">
          <h2>{item.kind === 'conflict' ? t('sync:conflict.title', { field: f.list(fields) }) : t('sync:rejectedTitle', { title })}</h2>
          <MetaLine><a className="own cf-link" href={hrefTo(record?.kind === 'deal' ? 'deal' : 'record', item.ref)} dir="auto">{readable(title)}</a><Code>{item.ref}</Code></MetaLine>
          <p className="cf-why">{item.kind === 'conflict' ? t('sync:conflict.text') : reason(item, t)}</p>
        </div>
        <span className="meta num">{t('sync:conflict.of', { n: f.number(nth), total: f.number(total) })}</span>
      </header>
      <RadioGroup className="cf-cols" aria-label={t('sync:conflict.text')} value={keep} onChange={(v) => setKeep(v as Keep)}>
        {(['mine', 'theirs'] as const).map((side, i) => (
          <Radio key={side} value={side} className="cf-op">
            <span className="cf-op-head"><span className="rb" /><b>{t(`sync:conflict.${side}`)}</b>{side === 'mine' && <span className="dim">{f.ago(item.at)}</span>}<span className="end"><Kbd>{i + 1}</Kbd></span></span>
            {item.paths.map((p) => <Version key={p.path} kind={record?.kind} path={p.path} value={p[side]} other={p[side === 'mine' ? 'theirs' : 'mine']} label={item.paths.length > 1 ? fieldLabel(t, splitPath(p.path).field) : undefined} />)}
          </Radio>
        ))}
      </RadioGroup>
      <footer className="cf-foot">
        <Button look="primary" isDisabled={busy} onPress={() => void settle(keep)}>{keep === 'mine' ? (item.kind === 'rejected' ? t('sync:rejectedKeep') : t('sync:conflict.keepMine')) : item.kind === 'rejected' ? t('sync:rejectedDrop') : t('sync:conflict.keepTheirs')}</Button>
        <span className="meta end row g3"><Icon name="undo" size="s" />{t('sync:conflict.stays')}</span>
      </footer>
    </article>
  )
}

const reason = (item: InboxItem, t: ReturnType<typeof useT>): string => (item.code && hasMessage(`sync:rejected.${item.code}`) ? t(`sync:rejected.${item.code}`, failureValues(t, item.values)) : t('sync:rejected.other', { code: item.code ?? '?' }))

/** 1 and 2 choose, on the first card only. */
function useDigits(on: boolean, choose: (keep: Keep) => void) {
  useEffect(() => {
    if (!on) return
    const onKey = (e: KeyboardEvent) => {
      if (e.ctrlKey || e.metaKey || e.altKey || document.querySelector('[role=dialog]')) return
      if (e.code === 'Digit1') choose('mine')
      if (e.code === 'Digit2') choose('theirs')
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [on, choose])
}
