/** The journey without a display: two centres, search in four languages, a deal from a match, a dossier, an offline edit that arrives once. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { launch, type Launched } from '../chromium-runtime/launch.ts'
import { startServer, type LocalServer } from '../steps/local-server.ts'
import { say } from '../steps/progress.ts'
import { at } from '../steps/root.ts'
import { importSample } from '../steps/sample-network.ts'
import { issueDossier } from './dossier.ts'
import { openDealFromMatch } from './deal.ts'
import { editOffline } from './offline.ts'
import { ready, records, search, sync } from './pages.ts'
import { takeShots } from './shots.ts'
import { Steps } from './steps.ts'
import type { Language } from './words.ts'

const OUT = at('out/demo')
const QUESTIONS: Record<Language, string> = { zh: '海水淡化', ar: 'تحلية المياه', en: 'desalination', he: 'התפלה' }

export async function demo(given: ReadonlyMap<string, string>): Promise<number> {
  rmSync(OUT, { recursive: true, force: true })
  mkdirSync(OUT, { recursive: true })
  const home = given.get('profile') ? resolve(process.env['INIT_CWD'] ?? '.', given.get('profile') ?? '') : at('.cache/demo')
  if (!given.has('profile')) rmSync(home, { recursive: true, force: true })
  const steps = new Steps()
  const journey = new Journey(home, given)
  await journey.run(steps)
  await journey.end()
  const text = `${steps.table()}\n`
  writeFileSync(`${OUT}/journey.txt`, text)
  console.log(`\n${text}\nscreenshots and the dossier: ${OUT}`)
  return steps.failed === 0 ? 0 : 1
}

class Journey {
  readonly #home: string
  readonly #given: ReadonlyMap<string, string>
  #server: LocalServer | undefined
  #one: Launched | undefined
  #two: Launched | undefined
  #offer = ''
  #deal = ''

  constructor(home: string, given: ReadonlyMap<string, string>) {
    this.#home = home
    this.#given = given
  }

  async run(steps: Steps): Promise<void> {
    await steps.run('a central server with the sample network', async () => {
      const data = `${this.#home}/server`
      this.#server = await startServer(data)
      await importSample(this.#server, data)
      return this.#server.url
    })
    await steps.run('two centres join it', async () => {
      ;[this.#one, this.#two] = await Promise.all([this.#join('CASTTC', 'one'), this.#join('C-JO', 'two')])
      return `${await records(this.#one.page)} and ${await records(this.#two.page)} records, offline from here on if need be`
    })
    await steps.run('search in four languages', async () => {
      const lines: string[] = []
      for (const query of Object.values(QUESTIONS)) {
        const { total, refs, ms } = await search(this.one, query)
        if (total === 0) throw new Error(`nothing found for ${query}`)
        this.#offer ||= refs.find((ref) => ref.startsWith('TO-')) ?? ''
        lines.push(`${query}: ${total} (${refs[0]}) in ${ms} ms`)
      }
      return lines.join('; ')
    })
    await steps.run('a deal from a match', async () => {
      this.#deal = await openDealFromMatch(this.one, this.#offer)
      return this.#deal
    })
    await steps.run('a dossier in two languages', () => issueDossier(this.one, this.#deal, `${this.#home}/one/documents`, `${OUT}/dossier`))
    await steps.run('an edit without the server, seen by the other centre once it is back', () => editOffline({ one: this.one, two: this.two, deal: this.#deal, stop: () => this.#stop(), start: () => this.#restart() }))
    await steps.run('screenshots in four languages, light and dark', async () => {
      const places = ['today', 'catalogue', 'network', 'deals', 'dossiers', 'events', 'sync', 'settings'].map((name) => ({ name, hash: `#/${name}` }))
      const taken = await takeShots(this.one, `${OUT}/screens`, [...places, { name: 'record', hash: `#/record/${this.#offer}` }, { name: 'deal', hash: `#/deal/${this.#deal}` }])
      return `${taken} pictures`
    })
  }

  async end(): Promise<void> {
    for (const app of [this.#one, this.#two]) await app?.close().catch((error: unknown) => say(String(error)))
    await this.#server?.stop()
  }

  get one() {
    if (!this.#one) throw new Error('the first centre has not joined')
    return this.#one.page
  }
  get two() {
    if (!this.#two) throw new Error('the second centre has not joined')
    return this.#two.page
  }

  async #join(centre: string, name: string): Promise<Launched> {
    const { url, command } = this.#running()
    const { code } = await command<{ code: string }>('enrol', '--centre', centre, '--name', `Demo ${name}`)
    const app = await launch({ profile: `${this.#home}/${name}`, args: ['--server', url, '--enrol', code] })
    await ready(app.page)
    await sync(app.page, 'idle', this.#given.has('no-sample') ? 0 : 1)
    return app
  }
  #running(): LocalServer {
    if (!this.#server) throw new Error('the server does not run')
    return this.#server
  }
  #stop = () => this.#running().stop()
  #restart = async (): Promise<void> => {
    // The same address: the desktops are bound to it.
    const { port } = new URL(this.#running().url)
    this.#server = await startServer(`${this.#home}/server`, '--port', port)
  }
}
