/** Scores by document number: a value per document and the list of documents that have one. Values are always above zero. */
export class Tally {
  #value: Float64Array
  docs: number[] = []

  constructor(size: number) {
    this.#value = new Float64Array(size)
  }
  add(doc: number, score: number): void {
    if (this.#value[doc] === 0) this.docs.push(doc)
    this.#value[doc]! += score
  }
  get(doc: number): number {
    return this.#value[doc]!
  }
  get capacity(): number {
    return this.#value.length
  }
  clear(): void {
    for (const doc of this.docs) this.#value[doc] = 0
    this.docs = []
  }
}

/** Tallies are as long as the catalogue; they are used again instead of being made for each word. */
export class TallyPool {
  #free: Tally[] = []

  take(size: number): Tally {
    const tally = this.#free.pop()
    return tally && tally.capacity >= size ? tally : new Tally(Math.ceil(size * 1.25) + 64)
  }
  give(...tallies: readonly Tally[]): void {
    for (const tally of tallies) {
      tally.clear()
      this.#free.push(tally)
    }
  }
}

/** Sum of scores over the documents that all `tallies` hold, at `weight`, added to `into`. */
export function intersect(tallies: readonly Tally[], weight: number, into: Tally): void {
  const shortest = tallies.reduce((a, b) => (b.docs.length < a.docs.length ? b : a))
  next: for (const doc of shortest.docs) {
    let score = 0
    for (const tally of tallies) {
      const part = tally.get(doc)
      if (part === 0) continue next
      score += part
    }
    into.add(doc, weight * score)
  }
}
