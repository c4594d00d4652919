/** What a command says while it works: on stderr, one line a step, with its seconds. */
const began = Date.now()

export const seconds = (since: number): string => `${((Date.now() - since) / 1000).toFixed(1)} s`

export function say(text: string): void {
  console.error(`[${((Date.now() - began) / 1000).toFixed(1).padStart(5)} s] ${text}`)
}

export async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const since = Date.now()
  say(`${what} …`)
  try {
    const value = await work()
    say(`${what}: done (${seconds(since)})`)
    return value
  } catch (error) {
    say(`${what}: failed (${seconds(since)})`)
    throw error
  }
}
