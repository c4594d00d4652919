/** `npm run --silent server -- serve|import|enrol …`: the central server; stdout carries its JSON lines alone. */
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { at } from './root.ts'

export async function run(args: string[]): Promise<number> {
  const main = at('src-server/main.ts')
  process.argv = [process.execPath, resolve(main), ...args]
  // In this process: a signal sent to it reaches the server without a relay.
  await import(pathToFileURL(main).href)
  return Number(process.exitCode ?? 0)
}
