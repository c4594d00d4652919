import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'electron-vite'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'

const at = (path: string): string => join(import.meta.dirname, path)

/** @fontsource lists a .woff beside each .woff2; Chromium never takes it. */
const woff2Only = (): Plugin => ({
  name: 'woff2-only',
  enforce: 'post',
  generateBundle(_, bundle) {
    for (const [name, file] of Object.entries(bundle)) {
      if (name.endsWith('.woff')) delete bundle[name]
      else if (name.endsWith('.css') && file.type === 'asset') file.source = String(file.source).replace(/,\s*url\([^)]*\.woff\)\s*format\(["']?woff["']?\)/g, '')
    }
  },
})

/** The sample network that the welcome screen offers, as one file of the app. */
const sample = (): Plugin => ({
  name: 'sample-network',
  generateBundle() {
    const folder = at('src-server/sample')
    const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.jsonl')).sort() : []
    const lines = files.flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n')).filter((line) => line.trim() !== '')
    this.emitFile({ type: 'asset', fileName: 'sample/network.jsonl', source: lines.map((line) => `${line}\n`).join('') })
  },
})

const pages = Object.fromEntries(['index', 'print'].map((name) => [name, at(`src-renderer/${name}.html`)] as const).filter(([, file]) => existsSync(file)))

export default defineConfig({
  main: { build: { outDir: at('out/main'), rolldownOptions: { input: { index: at('src-main/electron/main.ts') } } } },
  preload: {
    // A sandboxed preload must be CommonJS, and "type": "module" would make it .mjs.
    build: { outDir: at('out/preload'), rolldownOptions: { input: { index: at('src-main/electron/preload.ts') }, output: { format: 'cjs', entryFileNames: '[name].cjs' } } },
  },
  renderer: {
    root: at('src-renderer'),
    plugins: [react(), woff2Only(), sample()],
    worker: { format: 'es' },
    // Inlined files would be data: URLs, which the policy refuses.
    build: { outDir: at('out/renderer'), minify: true, assetsInlineLimit: 0, chunkSizeWarningLimit: 2000, rolldownOptions: { input: pages } },
  },
})
