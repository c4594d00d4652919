import { code, free, rich } from '../inline.ts'
import { pair, say, stack, table, type Setting } from '../setting.ts'
import { noneSaid } from './technology.ts'

/** What was checked and what was not, never that anything is allowed. */
export function compliance(s: Setting): string {
  const full = s.input.audience !== 'partner'
  const rows = [...s.records.offers, ...s.records.requests].flatMap((r) => (r.control ?? []).map((c) => [
    code(r.ref),
    stack(s, (lang) => `${rich(lang, s.label(lang, 'controlRegime', c.regime))}<span class="sub">${say(s, lang, 'control.version')} ${code(c.listVersion)}</span>`),
    c.code === 'none' ? stack(s, (lang) => say(s, lang, 'control.noEntry')) : code(c.code),
    full ? (c.rationale === undefined ? '–' : free(c.rationale)) : '',
  ]))
  const columns = [{ key: 'control.item', cls: 'w-22' }, { key: 'control.regime' }, { key: 'control.code', cls: 'w-16' }, { key: 'control.rationale' }]
  const list = rows.length === 0 ? noneSaid(s, 'control.none') : table(s, full ? columns : columns.slice(0, 3), full ? rows : rows.map((r) => r.slice(0, 3)))
  return `${pair(s, (lang) => `<p>${say(s, lang, 'compliance.lists')}</p>`, 'prose')}${pair(s, (lang) => `<p>${say(s, lang, 'compliance.responsibility')}</p>`, 'prose')}${list}`
}
