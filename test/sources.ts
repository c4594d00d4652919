/** The repository's own sources, and what each imports. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'

const ROOT = resolve(import.meta.dirname, '..')
const TOPS = ['src-core', 'src-main', 'src-renderer', 'src-server', 'tools', 'test', 'bench']

export interface Source {
  /** from the root, with / */
  path: string
  text: string
  imports: readonly { from: string; typeOnly: boolean }[]
}

export function sources(): Source[] {
  return TOPS.filter((top) => existsSync(join(ROOT, top))).flatMap((top) => {
    const entries = readdirSync(join(ROOT, top), { recursive: true, withFileTypes: true })
    return entries
      .filter((entry) => entry.isFile() && !entry.parentPath.includes(`${sep}.cache`) && /\.(tsx?|mjs|css|html)$/.test(entry.name))
      .map((entry) => {
        const file = join(entry.parentPath, entry.name)
        const text = readFileSync(file, 'utf8')
        return { path: relative(ROOT, file).split(sep).join('/'), text, imports: /\.(tsx?|mjs)$/.test(file) ? importsOf(text) : [] }
      })
  })
}

/** `import`, `export … from`, `import()` and `new URL('./x', import.meta.url)`. Comments that quote an import would count; there are none. */
function importsOf(text: string): Source['imports'] {
  const found = [
    ...text.matchAll(/^\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm),
    ...text.matchAll(/\bimport\(\s*()'([^']+)'/g),
    ...text.matchAll(/new URL\(\s*()'(\.[^']+)',\s*import\.meta\.url/g),
  ]
  return found.flatMap(([, type, from]) => (from ? [{ from: from.replace(/\?.*$/, ''), typeOnly: Boolean(type) }] : []))
}

/** A relative import as a path from the root; a package's name as it stands. */
export function resolveImport(importer: string, from: string): { path: string } | { name: string } {
  return from.startsWith('.') ? { path: join(importer, '..', from).split(sep).join('/') } : { name: from }
}
