// Makes `electron` mean this runtime. Plain JavaScript: it must work before any TypeScript is loaded.
import { registerHooks } from 'node:module'

const runtime = new URL('./index.ts', import.meta.url).href
const folder = new URL('./', import.meta.url).href
const shared = new URL('./instances.ts', import.meta.url).href
const tagOf = (url) => url?.match(/[?&](app=[^&]*)/)?.[1]

registerHooks({
  resolve(specifier, context, next) {
    const tag = tagOf(context.parentURL)
    const tagged = (url) => (tag ? `${url}?${tag}` : url)
    if (specifier === 'electron' || specifier === 'electron/main') return { url: tagged(runtime), format: 'module-typescript', shortCircuit: true }
    const found = next(specifier, context)
    // Each app gets its own copy of its bundle and of the runtime; packages and Node's own modules are shared.
    const own = specifier.startsWith('.') && !tagOf(found.url) && (found.url.startsWith(folder) ? found.url !== shared : !found.url.includes('/node_modules/'))
    return tag && own ? { ...found, url: tagged(found.url) } : found
  },
})
