import type { Locale } from '../../../src-core/text/locale.ts'

const SCRIPTS: readonly [Locale, RegExp][] = [['zh', /\p{Script=Han}/gu], ['ar', /\p{Script=Arabic}/gu], ['he', /\p{Script=Hebrew}/gu], ['en', /\p{Script=Latin}/gu]]

/** The language of a note by the script it mostly uses. Han signs say more each, so one counts as three letters. */
export function languageOf(text: string, otherwise: Locale): Locale {
  const counts = SCRIPTS.map(([locale, script]) => ({ locale, n: (text.match(script)?.length ?? 0) * (locale === 'zh' ? 3 : 1) }))
  const best = counts.reduce((a, b) => (b.n > a.n ? b : a))
  return best.n > 0 ? best.locale : otherwise
}
