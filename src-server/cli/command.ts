/** One command from the command line. Answers go to stdout as JSON, everything else to stderr; 2 means: typed wrong. */
import { parseArgs } from 'node:util'
import { createLog } from '../log.ts'
import { issueCode, listDevices, revokeDevice } from '../store/devices.ts'
import { checkImportFile, importFile } from './import.ts'
import { openStore, type Store } from './open-store.ts'
import { operatorLocale } from './reject-words.ts'
import { serve } from './serve.ts'
import { HELP, Usage } from './usage.ts'

const OPTIONS = {
  data: { type: 'string' }, 'database-url': { type: 'string' }, port: { type: 'string' }, host: { type: 'string' }, 'trust-proxy': { type: 'boolean' }, 'log-requests': { type: 'boolean' },
  centre: { type: 'string' }, name: { type: 'string' }, device: { type: 'string' }, locale: { type: 'string' }, help: { type: 'boolean', short: 'h' },
} as const
type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>>['values']

const log = createLog()
const print = (answer: object) => new Promise<void>((done) => process.stdout.write(`${JSON.stringify(answer)}\n`, () => done()))
const complain = (text: string) => process.stderr.write(`${text}\n`)

/** Runs it to its end; answers the exit code. */
export async function runCommand(args: string[]): Promise<number> {
  try {
    const { values, positionals } = read(args)
    const [command, ...rest] = positionals
    if (values.help || command === 'help') {
      process.stdout.write(HELP)
      return 0
    }
    return await run(command, rest, values)
  } catch (error) {
    if (error instanceof Usage) {
      complain(`${error.message}\nMore: npm run --silent server -- --help`)
      return 2
    }
    complain((error as Error).message || String((error as { code?: string }).code ?? error))
    return 1
  }
}

function read(args: string[]) {
  try {
    const parsed = parseArgs({ args, options: OPTIONS, allowPositionals: true })
    if (parsed.values.data !== undefined && parsed.values['database-url'] !== undefined) throw new Usage('give --data or --database-url, not both')
    return parsed
  } catch (error) {
    throw error instanceof Usage ? error : new Usage((error as Error).message)
  }
}

async function run(command: string | undefined, rest: string[], values: Values): Promise<number> {
  const open = () => openStore({ data: values.data, databaseUrl: values['database-url'] }, log)
  const none = () => {
    if (rest.length > 0) throw new Usage(`unexpected: ${rest.join(' ')}`)
  }
  switch (command) {
    case 'serve': {
      none()
      return serveUntilStopped(open, values)
    }
    case 'import': {
      const file = checkImportFile(rest[0])
      if (rest.length > 1) throw new Usage(`import takes one file, not ${rest.length}`)
      return within(open, async (store) => {
        await print(await importFile(store, file, operatorLocale(values.locale)))
        return 0
      })
    }
    case 'enrol': {
      none()
      const centre = required(values.centre, '--centre REF', 'enrol')
      const name = required(values.name, '--name TEXT', 'enrol').slice(0, 120)
      return within(open, async ({ db, space }) => {
        const code = await issueCode(db, space.id, centre, name)
        if (code.ok) await print({ code: code.value })
        else complain(JSON.stringify({ error: { type: code.error.type, values: { centre, known: code.error.known.join(' ') } } }))
        return code.ok ? 0 : 2
      })
    }
    case 'devices': {
      none()
      return within(open, async ({ db, space }) => {
        for (const device of await listDevices(db, space.id)) await print(device)
        return 0
      })
    }
    case 'revoke': {
      none()
      const device = required(values.device, '--device ID', 'revoke')
      return within(open, async ({ db, space }) => {
        const revoked = /^[0-9a-f-]{36}$/i.test(device) && (await revokeDevice(db, space.id, device))
        if (revoked) await print({ revoked })
        else complain(JSON.stringify({ error: { type: 'unknown-device', values: { device } } }))
        return revoked ? 0 : 2
      })
    }
    case undefined: throw new Usage('say what to do: serve, import, enrol, devices or revoke')
    default: throw new Usage(`there is no command ${command}: serve, import, enrol, devices and revoke are`)
  }
}

function required(value: string | undefined, option: string, command: string): string {
  if (value === undefined || value.trim() === '') throw new Usage(`${command} needs ${option}`)
  return value
}

async function within(open: () => Promise<Store>, work: (store: Store) => Promise<number>): Promise<number> {
  const store = await open()
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

async function serveUntilStopped(open: () => Promise<Store>, values: Values): Promise<number> {
  const port = values.port === undefined ? undefined : Number(values.port)
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port < 65_536)) throw new Usage(`--port ${values.port}: a number from 0 to 65535`)
  // from the first moment: a Ctrl-C while the engine starts must not leave it behind
  const stopped = new Promise<string>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(signal))
  })
  return within(open, async (store) => {
    store.keepRunning()
    const serving = await serve(store, { port, host: values.host ?? '127.0.0.1', trustProxy: values['trust-proxy'] ?? false, logRequests: values['log-requests'] ?? false }, log)
    await print({ ready: true, url: serving.url })
    log.info('stopping', { signal: await stopped })
    await serving.stop()
    return 0
  })
}
