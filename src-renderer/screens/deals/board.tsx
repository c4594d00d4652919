import { useMemo } from 'react'
import { Button as AriaButton, GridList, GridListItem, isTextDropItem, useDragAndDrop, type DropItem } from 'react-aria-components'
import type { Stage } from '../../../src-core/deal/checklist.ts'
import { GateStatus } from '../../app/deal-face.tsx'
import type { DealView } from '../../app/deal-state.ts'
import { useCommands, type Command } from '../../app/commands.ts'
import { codeLabel, useLocale, useT } from '../../app/i18n.ts'
import { bothTexts } from '../../app/record-view.tsx'
import { go, hrefTo } from '../../app/router.ts'
import { useFormat } from '../../app/session.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Code, Own, readable } from '../../ui/text.tsx'
import { GROUPS } from './groups.ts'
import { useMove } from './use-move.ts'

const DRAG_TYPE = 'application/x-caravan-deal'

/** Five columns of stages. A card is dragged, or moved on with `]` where it has the focus. */
export function Board({ deals }: { deals: readonly DealView[] }) {
  const t = useT()
  const move = useMove()
  const commands = useMemo<readonly Command[]>(() => {
    const focused = () => deals.find((d) => d.deal.ref === document.activeElement?.closest('[data-key]')?.getAttribute('data-key'))
    return [{ id: 'deals.next', title: 'deals:command.next', group: 'do', keys: 'BracketRight', quiet: true, run: () => { const view = focused(); if (view?.next) void move(view, view.next) } }]
  }, [deals, move])
  useCommands(commands)
  const drop = async (items: readonly DropItem[], to: Stage) => {
    for (const item of items) {
      if (!isTextDropItem(item)) continue
      const ref = await item.getText(DRAG_TYPE)
      const view = deals.find((d) => d.deal.ref === ref)
      if (view) await move(view, to)
    }
  }
  return (
    <>
      <div className="bd" role="group" aria-label={t('deals:board.label')}>
        {GROUPS.map((group) => {
          const stages = group.stages.map((stage: Stage) => ({ stage, views: deals.filter((d) => d.stage === stage) }))
          return (
            <section key={group.id} className="bd-col" aria-label={t(`deals:group.${group.id}`)}>
              <h2>{t(`deals:group.${group.id}`)}</h2>
              <div className="bd-stages scroll">{stages.map(({ stage, views }) => <StageList key={stage} stage={stage} views={views} onDrop={(items) => void drop(items, stage)} />)}</div>
            </section>
          )
        })}
      </div>
      <p className="bd-hint micro">{t('deals:board.hint')}</p>
    </>
  )
}

function StageList({ stage, views, onDrop }: { stage: Stage; views: readonly DealView[]; onDrop: (items: readonly DropItem[]) => void }) {
  const t = useT()
  const f = useFormat()
  const name = codeLabel(t, 'dealStage', stage)
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ [DRAG_TYPE]: String(key), 'text/plain': String(key) })),
    acceptedDragTypes: [DRAG_TYPE],
    getDropOperation: () => 'move',
    onRootDrop: (e) => onDrop(e.items),
    onInsert: (e) => onDrop(e.items),
  })
  return (
    <div className="bd-stage">
      <div className="bd-stage-head"><h3>{name}</h3><span className="num dim">{f.number(views.length)}</span></div>
      <GridList className="bd-list" aria-label={name} items={views.map((v) => ({ id: v.deal.ref, view: v }))} dragAndDropHooks={dragAndDropHooks} onAction={(key) => go(hrefTo('deal', String(key)))} renderEmptyState={() => <span className="bd-empty" aria-label={t('deals:board.empty')} role="img" />}>
        {({ id, view }) => <GridListItem id={id} className="bd-card" textValue={view.deal.ref}><Card view={view} /></GridListItem>}
      </GridList>
    </div>
  )
}

function Card({ view }: { view: DealView }) {
  const t = useT()
  const locale = useLocale()
  const { shown, lang } = bothTexts(view.deal.title, locale)
  return (
    <>
      <AriaButton slot="drag" className="bd-grip" aria-label={view.deal.ref}><Icon name="more" size="xs" /></AriaButton>
      <span className="bd-title" dir="auto" lang={lang}>{readable(shown || view.deal.ref)}</span>
      <span className="bd-foot"><GateStatus view={view} /></span>
      <span className="bd-foot micro"><Code>{view.deal.ref}</Code><Own className="end">{t('deals:card.days', { n: view.days })}</Own></span>
    </>
  )
}
