/** `npm run check`: types, lint, layers, locales, unit; nothing that needs a browser. */
import { runTests } from './test.ts'

export const run = (): Promise<number> => runTests({ all: false, filter: [] })
