import { code, rich } from '../inline.ts'
import { days, facts, inDigits, name, pair, say, stack, type Heading, type Setting } from '../setting.ts'
import { direction } from '../../text/locale.ts'
import { languageName } from '../format.ts'
import { isDraft, isSynthetic, orderedParties, organisationTitle } from '../reading.ts'

/** The first page: whose dossier it is, about what, between whom, for whom. */
export function cover(s: Setting): string {
  const { deal, centre, audience, issuedAt, issuer } = { ...s.input, deal: s.records.deal }
  const parties = orderedParties(deal)
  const notices = [isDraft(s.records) ? 'draft' : '', isSynthetic(s.records) ? 'synthetic' : ''].filter((n) => n !== '')
  return `<section class="cover">
<div class="cover-head">${pair(s, (lang) => `<strong>${name(s, lang, centre.title, centre.ref)}</strong>`)}</div>
<div class="cover-kind">${pair(s, (lang) => say(s, lang, 'cover.kind'))}</div>
<h1>${stack(s, (lang) => name(s, lang, deal.title, deal.ref), 'titles')}</h1>
<div class="cover-parties">${parties.map((p) => pair(s, (lang) => `<span class="k">${rich(lang, s.label(lang, 'partyRole', p.role))}</span><span class="v">${name(s, lang, organisationTitle(s.records, p.organisation), p.organisation)}</span>`, 'fact')).join('')}</div>
<div class="cover-facts">${facts(s, [
    { key: 'cover.reference', value: () => code(deal.ref) },
    { key: 'cover.audience', value: (lang) => say(s, lang, `audience.${audience}`) },
    { key: 'cover.stage', value: (lang) => (deal.stage ? rich(lang, s.label(lang, 'dealStage', deal.stage)) : '–') },
    { key: 'cover.languages', value: (lang) => rich(lang, s.word(lang, 'cover.languagePair', { first: languageName(lang, s.languages[0]), second: languageName(lang, s.languages[1]) })) },
    { key: 'cover.issued', value: (lang) => days(s, lang, issuedAt) },
    { key: 'cover.issuer', value: (lang) => rich(lang, issuer.name) },
  ])}</div>
${notices.map((n) => `<div class="notice ${n}">${pair(s, (lang) => `<strong>${say(s, lang, `notice.${n}.title`)}</strong> ${say(s, lang, `notice.${n}.text`)}`)}</div>`).join('')}
</section>`
}

/** Page numbers stand in the middle, between the two columns of titles; the host fills them in after the first print. */
export function contents(s: Setting, headings: readonly Heading[], titles: ReadonlyMap<string, (lang: (typeof s.languages)[number]) => string>): string {
  const entry = (h: Heading) => {
    const [a, b] = s.languages
    const title = (lang: typeof a) => titles.get(h.id)!(lang)
    const pages = `<!--page ${h.id} ${a === 'ar' ? s.conventions(a).digits : 'latn'}-->`
    return `<li class="l${h.level}"><a href="#${h.id}"><span class="half">${entryText(a, title(a))}<span class="dots"></span></span><span class="page">${pages}</span><span class="half"><span class="dots"></span>${entryText(b, title(b))}</span></a></li>`
  }
  const same = direction(s.languages[0]) === direction(s.languages[1])
  return `<nav class="contents${same ? ' same' : ''}">${pair(s, (lang) => say(s, lang, 'contents'), 'contents-title')}<ol>${headings.map(entry).join('')}</ol></nav>`
}
const entryText = (lang: Setting['languages'][number], html: string) => `<span class="entry" lang="${lang}" dir="${direction(lang)}">${html}</span>`

export const numbered = (s: Setting, lang: Setting['languages'][number], n: number, key: string) => `<span class="no">${inDigits(s, lang, n)}</span> ${say(s, lang, key)}`
