/** `npm run bench -- NAME …`: one of bench/*.ts. */
import { existsSync, readdirSync } from 'node:fs'
import { ended, endOnSignals, startNode } from './processes.ts'
import { at } from './root.ts'

export async function run([name, ...args]: string[]): Promise<number> {
  endOnSignals()
  const known = readdirSync(at('bench')).filter((file) => /\.(ts|mjs)$/.test(file))
  const file = known.find((candidate) => candidate.replace(/\.\w+$/, '') === name)
  if (!file || !existsSync(at('bench', file))) {
    console.error(`npm run bench -- NAME; known: ${known.map((candidate) => candidate.replace(/\.\w+$/, '')).join(', ')}`)
    return 2
  }
  return ended(startNode([at('bench', file), ...args]))
}
