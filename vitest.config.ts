import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [react()],
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    // Node itself loads the runtime and the built app: the runtime's hooks must see their imports.
    server: { deps: { external: [/\/tools\/chromium-runtime\//, /\/out\/main\//, /\/test\/chromium-runtime\/fixture\//] } },
    testTimeout: 20_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
})
