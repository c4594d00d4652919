/** English: Porter2 over words brought to American spelling, so that both spellings meet. */
import { newStemmer } from 'snowball-stemmers'
import { american } from './spelling.ts'

const porter2 = newStemmer('english')
const known = new Map<string, string>()

/** Stem of an exact term (lower case, no accents). A word of digits or of one or two letters is its own stem. */
export function stemEnglish(word: string): string {
  let stem = known.get(word)
  if (stem === undefined) {
    stem = word.length < 3 || word.length > 40 || /\d/.test(word) ? word : porter2.stem(american(word))
    if (known.size > 100_000) known.clear()
    known.set(word, stem)
  }
  return stem
}
