// node --import tools/chromium-runtime/register.mjs out/main/index.js --profile=DIR [--headless] ...
// The app as a process of its own: `npm start` without Electron, and tests that SIGKILL it.
import './hooks.mjs'
import { resolve } from 'node:path'
import { emptyControl, instances, switchesOf } from './instances.ts'

const switches = switchesOf(process.argv.slice(2))
const profile = switches.get('profile')
if (!profile) {
  console.error('the Chromium runtime needs --profile=DIR')
  process.exit(2)
}
instances.set('', {
  key: '', profile: resolve(profile), headless: switches.has('headless'), switches, control: emptyControl(), dead: false, handle: undefined,
  // One line a parent process may wait for.
  loaded: (page) => console.log(JSON.stringify({ loaded: page.url() })),
  exited: (code) => process.exit(code),
})
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => instances.get('')?.handle?.quit() ?? process.exit(0))
