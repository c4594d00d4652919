/** Which words of `text` are not in `other`, in order: the longest common run of words is left unmarked. */
export interface Piece { text: string; own: boolean }
/** Beyond this many words the marks would cost more than they tell. */
const MOST = 600

export function diffWords(text: string, other: string, lang: string): Piece[] {
  const [a, b] = [words(text, lang), words(other, lang)]
  if (text === other || other === '' || a.length > MOST || b.length > MOST) return [{ text, own: false }]
  const common = commonLengths(a, b)
  const pieces: Piece[] = []
  const push = (word: string, own: boolean) => {
    const last = pieces.at(-1)
    if (last?.own === own) last.text += word
    else pieces.push({ text: word, own })
  }
  let [i, j] = [0, 0]
  while (i < a.length) {
    if (j < b.length && a[i] === b[j]) {
      push(a[i]!, false)
      i++
      j++
    } else if (j < b.length && common[i]![j + 1]! >= common[i + 1]![j]!) j++
    else push(a[i++]!, true)
  }
  return pieces
}
const words = (text: string, lang: string): string[] => Array.from(new Intl.Segmenter(lang, { granularity: 'word' }).segment(text), (s) => s.segment)

/** `[i][j]`: how many words the rests from `i` and from `j` have in common, in order. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array[] {
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i--) for (let j = b.length - 1; j >= 0; j--) table[i]![j] = a[i] === b[j] ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!)
  return table
}
