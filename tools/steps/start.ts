/** `npm start`: the central server with the sample network, and the app on it. Without a display: the demo. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { demo } from '../demo/demo.ts'
import { switchesOf } from '../chromium-runtime/instances.ts'
import { build } from './build.ts'
import { haveBrowser } from './have-browser.ts'
import { electronBinary } from './have-electron.ts'
import { startServer } from './local-server.ts'
import { endAll, ended, endOnSignals, startNode, startProgram } from './processes.ts'
import { say, timed } from './progress.ts'
import { at } from './root.ts'
import { importSample } from './sample-network.ts'

/** The centre that a first start joins: the host of the sample network; a network without the sample has only its hub. */
const CENTRE = 'CASTTC'
const HUB = 'HUB'

const hasDisplay = (): boolean => process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])

export async function run(args: string[]): Promise<number> {
  endOnSignals()
  const given = switchesOf(args)
  try {
    await build()
    if (given.has('headless') || !hasDisplay()) {
      if (!given.has('headless')) say('no display here: running the journey headless instead')
      haveBrowser(true)
      return await demo(given)
    }
    return await openApp(given)
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
    return 1
  } finally {
    await endAll()
  }
}

async function openApp(given: ReadonlyMap<string, string>): Promise<number> {
  const profile = given.get('profile') ? resolve(process.env['INIT_CWD'] ?? '.', given.get('profile') ?? '') : at('.cache/profile')
  const switches = new Map([...given, ['profile', profile]])
  if (!switches.has('server')) for (const [name, value] of await ownServer(profile, given)) switches.set(name, value)
  const words = [...switches].map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`))
  const electron = electronBinary()
  const runtime = ['--import', at('tools/chromium-runtime/register.mjs'), at('out/main/index.js')]
  if (!electron) say(`no Electron binary here: the app runs over ${haveBrowser(false)}`)
  say('opening the window; Ctrl-C ends everything')
  const root = process.platform === 'linux' && process.getuid?.() === 0
  return ended(electron ? startProgram(electron, [...(root ? ['--no-sandbox'] : []), at('.'), ...words]) : startNode([...runtime, ...words], { stdout: 'pipe' }))
}

/** A server of its own on .cache/server; the profile joins it on its first start. */
async function ownServer(profile: string, given: ReadonlyMap<string, string>): Promise<[string, string][]> {
  const data = at('.cache/server')
  const server = await timed('starting the central server', () => startServer(data))
  if (!given.has('no-sample')) await importSample(server, data)
  if (existsSync(join(profile, 'data/membership.json')) || given.has('enrol')) return [['server', server.url]]
  const { code } = await server.command<{ code: string }>('enrol', '--centre', given.has('no-sample') ? HUB : CENTRE, '--name', 'First desktop')
  return [['server', server.url], ['enrol', code]]
}
