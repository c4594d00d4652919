import { GateStatus, StageBar } from '../../app/deal-face.tsx'
import type { DealView } from '../../app/deal-state.ts'
import { useLocale, useT } from '../../app/i18n.ts'
import { bothTexts } from '../../app/record-view.tsx'
import { hrefTo } from '../../app/router.ts'
import { useFormat } from '../../app/session.tsx'
import { Code, Own } from '../../ui/text.tsx'

/** The deals under way, the youngest changes first. */
export function DealLines({ deals }: { deals: readonly DealView[] }) {
  const t = useT()
  const f = useFormat()
  const locale = useLocale()
  const open = deals.filter((d) => !d.closed)
  return (
    <section aria-labelledby="td-deals">
      <div className="td-head"><h2 id="td-deals">{t('today:deals.heading')}</h2>{open.length > 0 && <span className="meta dim">{f.number(open.length)}</span>}<a className="meta end" href={hrefTo('deals')}>{t('today:deals.board')}</a></div>
      {open.length === 0 ? <p className="td-none">{t('today:deals.empty')}</p> : (
        <ul>
          {open.slice(0, 6).map((view) => {
            const { shown, lang } = bothTexts(view.deal.title, locale)
            return (
              <li key={view.deal.ref}>
                <a className="td-deal" href={hrefTo('deal', view.deal.ref)}>
                  <span className="td-deal-t"><Own lang={lang} className="strong">{shown || view.deal.ref}</Own><Code>{view.deal.ref}</Code></span>
                  <StageBar view={view} />
                  <span className="td-deal-g"><GateStatus view={view} /></span>
                </a>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
