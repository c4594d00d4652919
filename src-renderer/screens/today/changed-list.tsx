import { codeLabel, useLocale, useT } from '../../app/i18n.ts'
import { recordTitle } from '../../app/record-view.tsx'
import { hrefTo } from '../../app/router.ts'
import { useFormat } from '../../app/session.tsx'
import { readable } from '../../ui/text.tsx'
import type { Kind } from '../../../src-core/record/vocabulary.ts'
import type { Changed } from './use-today.ts'

const PLACE: Partial<Record<Kind, 'network' | 'deals' | 'events'>> = { deal: 'deals', event: 'events', organisation: 'network', person: 'network', facility: 'network', programme: 'network' }

/** A line a kind: how many changed this week, and the youngest by name. */
export function ChangedList({ changed }: { changed: readonly Changed[] }) {
  const t = useT()
  const f = useFormat()
  const locale = useLocale()
  return (
    <section aria-labelledby="td-changed">
      <div className="td-head"><h2 id="td-changed">{t('today:changed.heading')}</h2><span className="meta dim">{t('today:changed.since')}</span><a className="meta end" href={hrefTo('catalogue', undefined, { sort: 'updated' })}>{t('today:changed.all')}</a></div>
      {changed.length === 0 ? <p className="td-none">{t('today:changed.empty')}</p> : (
        <dl className="td-log">
          {changed.map(({ kind, count, titles }) => (
            <div key={kind}>
              <dt><a href={PLACE[kind] ? hrefTo(PLACE[kind]) : hrefTo('catalogue', undefined, { kind, sort: 'updated' })}>{codeLabel(t, 'kind', kind)}</a> <span className="num dim">{f.number(count)}</span></dt>
              <dd>{titles.slice(0, 2).map((r) => <a key={r.ref} className="td-link" href={kind === 'deal' ? hrefTo('deal', r.ref) : hrefTo('record', r.ref)} dir="auto">{readable(recordTitle(r, locale))}</a>)}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}
