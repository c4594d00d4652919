import { amount } from '../format.ts'
import { code, free } from '../inline.ts'
import { day, days, say, stack, table, type Setting } from '../setting.ts'
import { noneSaid } from './technology.ts'

export function timeline(s: Setting): string {
  const { deal } = s.records
  const rows = [...(deal.milestones ?? [])].sort((a, b) => (a.due < b.due ? -1 : 1)).map((m) => [
    stack(s, (lang) => days(s, lang, m.due), 'stack dates'),
    free(m.title),
    m.amount !== undefined && m.currency !== undefined ? code(amount(m.amount, m.currency)) : '–',
    stack(s, (lang) => (m.done === undefined ? say(s, lang, 'milestone.planned') : `${say(s, lang, 'milestone.done')} ${day(s, lang, m.done)}`)),
  ])
  const note = stack(s, (lang) => say(s, lang, 'milestone.calendar'), 'caption')
  return rows.length === 0 ? noneSaid(s, 'milestone.none') : table(s, [{ key: 'milestone.due', cls: 'w-26' }, { key: 'milestone.title' }, { key: 'milestone.amount', cls: 'num w-20' }, { key: 'milestone.state', cls: 'w-22' }], rows) + note
}
