/** The records opened lately on this computer, youngest first. */
const KEY = 'caravan.recent'
const MOST = 8

export function readRecent(): string[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(list) ? list.filter((r): r is string => typeof r === 'string').slice(0, MOST) : []
  } catch {
    return []
  }
}
export function rememberOpened(ref: string): void {
  localStorage.setItem(KEY, JSON.stringify([ref, ...readRecent().filter((r) => r !== ref)].slice(0, MOST)))
}
