/**
 * Arabic. Exact form: no harakat, no tatweel, hamza carriers, alef maqsura and ta marbuta folded. Stem: light10, with two cures
 * measured in search.md 3: the article is tested before the hamza fold (إلكترونية has none), and و ف ب ل ك fall only when
 * what is left is a word of the catalogue.
 */
const FOLD: Record<string, string> = { 'أ': 'ا', 'إ': 'ا', 'آ': 'ا', 'ٱ': 'ا', 'ى': 'ي', 'ی': 'ي', 'ې': 'ي', 'ة': 'ه', 'ۀ': 'ه', 'ە': 'ه', 'ہ': 'ه', 'ؤ': 'و', 'ئ': 'ي', 'ک': 'ك', 'گ': 'ك', 'ۆ': 'و' }
const FOLDED = /[أإآٱىیېةۀەہؤئکگۆ]/g
// oxlint-disable-next-line no-misleading-character-class -- combining marks by themselves are what is meant
const MARKS = /[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/g

export const foldArabic = (word: string): string => word.replace(MARKS, '').replace(FOLDED, (c) => FOLD[c]!)

/** A word that is written with hamza where an article would have its alef: أل or إل is part of it, not an article. */
export const startsWithHamza = (word: string): boolean => /^[\u0610-\u061a\u064b-\u065f]*[أإآ]/.test(word)

const ARTICLES = ['وبال', 'وال', 'فال', 'بال', 'كال', 'ولل', 'لل', 'ال'] as const
const PARTICLES = ['وب', 'ول', 'وك', 'فب', 'فل', 'و', 'ف', 'ب', 'ل', 'ك'] as const
const SUFFIXES = ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'يت', 'ه', 'ي'] as const

/** What may stand after a stem: nothing, a suffix, or two of them, the outer one earlier in the list. */
const ENDINGS: readonly string[] = ['', ...SUFFIXES, ...SUFFIXES.flatMap((outer, k) => SUFFIXES.slice(k + 1).map((inner) => inner + outer))]

/** Is this exact term a word of the catalogue? And has it been seen written with an initial hamza? */
export interface Words {
  has(term: string): boolean
  hamza(term: string): boolean
}

/** Stem of an exact (folded) term. */
export const stemArabic = (term: string, words: Words): string => dropSuffix(dropPrefix(term, words))

function dropPrefix(term: string, words: Words): string {
  if (!words.hamza(term)) {
    for (const article of ARTICLES) if (term.startsWith(article) && term.length - article.length >= 2) return term.slice(article.length)
  }
  for (const particle of PARTICLES) {
    const rest = term.slice(particle.length)
    if (term.startsWith(particle) && rest.length >= 3 && words.has(rest)) return rest
  }
  return term
}

/** Each suffix may fall once, in this order: تقنيات loses ات and then ي, and so meets تقنية. */
function dropSuffix(word: string): string {
  let rest = word
  for (const suffix of SUFFIXES) if (rest.endsWith(suffix) && rest.length - suffix.length >= (suffix.length > 1 ? 2 : 3)) rest = rest.slice(0, -suffix.length)
  return rest
}

/** Every form of the catalogue that may share `stem`; the caller keeps those that exist and stem to it. */
export function* formsArabic(stem: string): Generator<string> {
  for (const prefix of ['', ...ARTICLES, ...PARTICLES]) for (const suffix of ENDINGS) yield prefix + stem + suffix
}

/** What may stand before a word that is still being typed: the article alone or with its particle. */
export const ARTICLE_FORMS: readonly string[] = ['', ...ARTICLES]
