const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** Length as a reader counts it (Unicode grapheme clusters). Short of `limit` UTF-16 units no segmentation is needed to know it fits. */
export function graphemes(text: string): number {
  // pure ASCII counts one grapheme a unit (CR LF aside, which forms never hold)
  if (/^[\u0020-\u007e]*$/.test(text)) return text.length
  let n = 0
  for (const _ of segmenter.segment(text)) n++
  return n
}
