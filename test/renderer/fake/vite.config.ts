import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const root = new URL('../../..', import.meta.url).pathname
export default defineConfig({ root, plugins: [react()], server: { port: 5199, strictPort: true, host: '127.0.0.1' }, cacheDir: `${root}/.cache/vite-fake`, build: { outDir: `${root}/out/fake`, rolldownOptions: { input: new URL('./index.html', import.meta.url).pathname } } })
