import type { Offer } from '../../record/record.ts'
import { interval } from '../format.ts'
import { code, free, rich } from '../inline.ts'
import type { Need } from '../input.ts'
import { say, stack, table, type Setting } from '../setting.ts'

type Row = NonNullable<Offer['site']>[number]
type Verdict = 'within' | 'outside' | 'open'

/** Only when both sides say something about the place. */
export const hasSites = (s: Setting) => [s.records.offers, s.records.requests].every((side) => side.some((r) => (r.site ?? []).length > 0))

/** What the technology stands against what the place asks of it, parameter by parameter; one table a pair. */
export function siteFit(s: Setting): string {
  const pairs = s.records.offers.flatMap((offer) => s.records.requests.map((need) => ({ offer, need }))).filter(({ offer, need }) => (offer.site ?? []).length > 0 && (need.site ?? []).length > 0)
  return pairs.map(({ offer, need }) => (pairs.length < 2 ? '' : `<p class="caption">${code(offer.ref)} · ${code(need.ref)}</p>`) + comparison(s, compare(offer, need))).join('')
}

function comparison(s: Setting, list: ReturnType<typeof compare>): string {
  const rows = list.map(({ param, offered, asked, verdict }) => [
    stack(s, (lang) => rich(lang, s.word(lang, `vocabulary:siteParam.${param}`))),
    offered ? code(interval(offered)) + note(offered) : '–',
    asked ? code(interval(asked)) + note(asked) : '–',
    `<div class="verdict ${verdict}">${stack(s, (lang) => say(s, lang, `site.${verdict}`))}</div>`,
  ])
  return table(s, [{ key: 'site.param' }, { key: 'site.offered', cls: 'w-22' }, { key: 'site.asked', cls: 'w-22' }, { key: 'site.result' }], rows)
}
const note = (r: Row) => (r.note === undefined || r.note === '' ? '' : `<div class="sub">${free(r.note)}</div>`)

function compare(o: Offer, r: Need): { param: Row['param']; offered: Row | undefined; asked: Row | undefined; verdict: Verdict }[] {
  const params = [...new Set([...(o.site ?? []), ...(r.site ?? [])].map((x) => x.param))]
  return params.map((param) => {
    const offered = o.site?.find((x) => x.param === param)
    const asked = r.site?.find((x) => x.param === param)
    return { param, offered, asked, verdict: verdictOf(offered, asked) }
  })
}

/** Nothing is converted: other units, or a side that says nothing, leave the question open. */
export function verdictOf(offered: Row | undefined, asked: Row | undefined): Verdict {
  if (!offered || !asked || offered.unit !== asked.unit) return 'open'
  const low = asked.min ?? asked.max
  const high = asked.max ?? asked.min
  if (low === undefined || high === undefined || (offered.min === undefined && offered.max === undefined)) return 'open'
  return (offered.min === undefined || low >= offered.min) && (offered.max === undefined || high <= offered.max) ? 'within' : 'outside'
}
