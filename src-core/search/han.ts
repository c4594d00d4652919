/** Chinese: every character in its simplified form, words as overlapping pairs (measured: recall 1.000; see search.md 3). */
import TRADITIONAL_TO_SIMPLIFIED from 'opencc-js/dict/TSCharacters'

const SIMPLE = new Map<string, string>()
for (const pair of TRADITIONAL_TO_SIMPLIFIED.split('|')) {
  const [from, to] = pair.split(' ')
  if (from && to) SIMPLE.set(from, to)
}

/** One character (a code point, as string) simplified; compatibility forms are unified first. */
export function simplify(character: string): string {
  const unified = character >= '\uf900' && character <= '\ufaff' ? character.normalize('NFKC') : character
  return SIMPLE.get(unified) ?? unified
}
