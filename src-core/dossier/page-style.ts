import { direction, type Locale } from '../text/locale.ts'
import { isolate, isolateLtr } from '../text/bidi.ts'
import { isDraft, isSynthetic } from './reading.ts'
import type { Setting } from './setting.ts'

/** A string of CSS: quotes, breaks and everything that could end a style element, as escapes. */
const css = (text: string) => `"${text.replace(/["\\<>&\n\r\f]/g, (c) => `\\${c.codePointAt(0)!.toString(16)} `)}"`

/** The running head, "page x of y" in both languages, and what every page must say (a draft, sample data). Chromium fills counters here, and only here. */
export function pageStyle(s: Setting): string {
  const [a, b] = s.languages
  const [right, left] = direction(a) === 'rtl' ? [a, b] : [b, a]
  const said = [isDraft(s.records) ? 'notice.draft.short' : '', isSynthetic(s.records) ? 'notice.synthetic.short' : ''].filter((k) => k !== '')
  const warning = said.map((key) => s.languages.map((lang) => isolate(s.word(lang, key))).join(' · ')).join('   ')
  const head = (lang: Locale) => css(`${s.word(lang, 'head.kind')} · ${s.word(lang, `audience.${s.input.audience}`)}`)
  const box = (where: string, lang: Locale | undefined, content: string) => `@${where} { content: ${content};${lang ? ` direction: ${direction(lang)};` : ''} }`
  return `@page {
${box('top-right', right, head(right))}
${box('top-left', left, head(left))}
${box('top-center', undefined, css(isolateLtr(s.records.deal.ref)))}
${box('bottom-right', right, pageOf(s, right))}
${box('bottom-left', left, pageOf(s, left))}
${box('bottom-center', a, warning === '' ? 'none' : css(warning))}
}
@page :first {
@top-right { content: none } @top-left { content: none } @top-center { content: none } @bottom-right { content: none } @bottom-left { content: none } @bottom-center { content: none }
}`
}

/** The pattern of the language with CSS counters for its numbers. */
function pageOf(s: Setting, lang: Locale): string {
  const style = lang === 'ar' && s.conventions(lang).digits === 'arab' ? 'arabic-indic' : 'decimal'
  const pattern = s.word(lang, 'pageOf', { n: '\u0001', total: '\u0002' })
  return pattern.split(/([\u0001\u0002])/).filter((p) => p !== '').map((p) => (p === '\u0001' ? `counter(page, ${style})` : p === '\u0002' ? `counter(pages, ${style})` : css(p))).join(' ')
}
