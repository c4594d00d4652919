import { amount, money, moneyRange, languageName } from '../format.ts'
import { code, free, rich } from '../inline.ts'
import { joined } from '../reading.ts'
import { country, day, facts, field, name, pair, stack, table, type Fact, type Setting } from '../setting.ts'
import { noneSaid } from './technology.ts'

/** How the sides want to work together, and what they have put on paper so far. */
export function terms(s: Setting): string {
  const { deal, offers } = s.records
  const list: (Fact | undefined)[] = [
    deal.cooperation === undefined ? undefined : { key: 'term.cooperation', value: (lang) => joined(lang, deal.cooperation!.map((c) => rich(lang, s.label(lang, 'cooperation', c)))) },
    deal.value === undefined ? undefined : { key: 'term.value', value: () => code(money(deal.value!)) },
    deal.probability === undefined ? undefined : { key: 'term.probability', value: () => code(`${deal.probability}%`) },
    deal.expectedClose === undefined ? undefined : { key: 'term.expectedClose', value: (lang) => day(s, lang, deal.expectedClose!.iso) },
    deal.governingLaw === undefined ? undefined : { key: 'term.governingLaw', value: (lang) => country(lang, deal.governingLaw!) },
    deal.seat === undefined ? undefined : { key: 'term.seat', value: (lang) => rich(lang, deal.seat!) },
    deal.languages === undefined || deal.languages.length === 0 ? undefined : { key: 'term.languages', value: (lang) => joined(lang, deal.languages!.map((l) => rich(lang, languageName(lang, l)))) },
    deal.prevailing === undefined ? undefined : { key: 'term.prevailing', value: (lang) => rich(lang, languageName(lang, deal.prevailing!)) },
  ]
  const rows = (deal.terms ?? []).map((t) => [
    stack(s, (lang) => rich(lang, s.word(lang, `vocabulary:term.${t.term}`))),
    free(t.value),
    t.amount !== undefined && t.currency !== undefined ? code(amount(t.amount, t.currency)) : '–',
  ])
  const agreed = rows.length === 0 ? noneSaid(s, 'term.none') : table(s, [{ key: 'term.term', cls: 'w-25' }, { key: 'term.text' }, { key: 'term.amount', cls: 'num w-22' }], rows)
  return facts(s, list) + agreed + offers.map((o) => offerTerms(s, o)).join('')
}

function offerTerms(s: Setting, o: Setting['records']['offers'][number]): string {
  const countries = (refs: readonly string[] | undefined): Fact['value'] | undefined => (refs === undefined || refs.length === 0 ? undefined : (lang) => joined(lang, refs.map((c) => country(lang, c))))
  const territory = countries(o.territory)
  const granted = countries(o.exclusivityGranted)
  const body = facts(s, [
    o.price === undefined ? undefined : { key: 'term.price', value: () => code(moneyRange(o.price!)) },
    o.priceStructure === undefined ? undefined : { key: 'term.priceStructure', value: (lang) => rich(lang, s.label(lang, 'priceStructure', o.priceStructure!)) },
    territory && { key: 'term.territory', value: territory },
    granted && { key: 'term.exclusivityGranted', value: granted },
  ]) + field(s, 'term.fieldOfUse', o.fieldOfUse)
  return body === '' ? '' : `<section class="field"><div class="item-title">${pair(s, (lang) => name(s, lang, o.title, o.ref))}</div>${body}</section>`
}
