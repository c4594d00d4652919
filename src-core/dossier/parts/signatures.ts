import { direction } from '../../text/locale.ts'
import { rich } from '../inline.ts'
import { name, pair, say, type Setting } from '../setting.ts'
import { orderedParties, organisationTitle } from '../reading.ts'

/** One box a party; two or three stand side by side, so that none is alone on a page. */
export function signatures(s: Setting): string {
  const boxes = orderedParties(s.records.deal).map((p) => {
    const line = (key: string, value: (lang: Setting['languages'][number]) => string) => `<div class="sign-row">${s.languages.map((lang) => `<span lang="${lang}" dir="${direction(lang)}">${say(s, lang, key)}${value(lang) === '' ? '' : ` ${value(lang)}`}</span>`).join('')}</div><div class="sign-line"></div>`
    return `<section class="sign"><div class="sign-party">${s.languages.map((lang) => `<div lang="${lang}" dir="${direction(lang)}"><span class="role">${rich(lang, s.label(lang, 'partyRole', p.role))}</span><strong>${name(s, lang, organisationTitle(s.records, p.organisation), p.organisation)}</strong></div>`).join('')}</div>${line('sign.name', (lang) => (p.signatory === undefined ? '' : `<strong>${rich(lang, p.signatory)}</strong>`))}${line('sign.capacity', (lang) => (p.capacity === undefined ? '' : rich(lang, p.capacity)))}${line('sign.signature', () => '')}${line('sign.date', () => '')}</section>`
  })
  return `${pair(s, (lang) => `<p>${say(s, lang, 'sign.statement')}</p>`, 'prose')}<div class="signs n${boxes.length}">${boxes.join('')}</div>`
}
