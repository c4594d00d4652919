import { randomBytes } from 'node:crypto'

/** Paths never reach the page: it holds a token, and only what main gave out can be read or shown. */
export function tokenStore() {
  const paths = new Map<string, string>()
  return {
    give(path: string): string {
      const token = randomBytes(16).toString('hex')
      paths.set(token, path)
      return token
    },
    path: (token: string): string | undefined => paths.get(token),
  }
}
