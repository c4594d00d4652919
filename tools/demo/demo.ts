/** The journey without a display: search in four languages, a deal from a match, a dossier, an offline edit that a second centre sees once. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { launch, type Launched } from '../chromium-runtime/launch.ts'
import { startServer, type LocalServer } from '../steps/local-server.ts'
import { say } from '../steps/progress.ts'
import { at } from '../steps/root.ts'
import { importSample } from '../steps/sample-network.ts'
import { openDealFromMatch, ownerOf, type Opened } from './deal.ts'
import { issueDossier } from './dossier.ts'
import { editOffline } from './offline.ts'
import { ready, records, search, sync } from './pages.ts'
import { takeShots } from './shots.ts'
import { Steps } from './steps.ts'
import { LANGUAGES, type Language } from './words.ts'

const OUT = at('out/demo')
const QUESTIONS: Record<Language, string> = { zh: '苦咸水淡化', ar: 'تحلية المياه', en: 'brackish water desalination', he: 'התפלת מים' }
/** The centre whose desktop we drive. */
const CENTRE = 'CASTTC'

export async function demo(given: ReadonlyMap<string, string>): Promise<number> {
  rmSync(OUT, { recursive: true, force: true })
  mkdirSync(OUT, { recursive: true })
  const asked = given.get('profile')
  const home = asked ? resolve(process.env['INIT_CWD'] ?? '.', asked) : at('.cache/demo')
  if (!asked) rmSync(home, { recursive: true, force: true })
  const steps = new Steps()
  const journey = new Journey(home)
  await journey.run(steps)
  await journey.end()
  writeFileSync(`${OUT}/journey.txt`, `${steps.table()}\n`)
  console.log(`\n${steps.table()}\n\nscreenshots, the dossier and this list: ${OUT}`)
  return steps.failed === 0 ? 0 : 1
}

class Journey {
  readonly #home: string
  #server: LocalServer | undefined
  #one: Launched | undefined
  #two: Launched | undefined
  #offer = ''
  #opened: Opened | undefined

  constructor(home: string) {
    this.#home = home
  }

  async run(steps: Steps): Promise<void> {
    await steps.run('a central server with the sample network', async () => {
      const data = `${this.#home}/server`
      this.#server = await startServer(data)
      await importSample(this.#server, data)
      return this.#server.url
    })
    await steps.run(`a desktop joins as ${CENTRE}`, async () => {
      this.#one = await this.#join(CENTRE, 'one')
      return `${await records(this.one)} records received`
    })
    await steps.run('search in four languages', async () => {
      const lines: string[] = []
      for (const language of LANGUAGES) {
        const { total, refs, ms } = await search(this.one, QUESTIONS[language])
        this.#offer ||= refs.find((ref) => ref.startsWith('TO-') && ownerOf(ref) === CENTRE) ?? ''
        if (total === 0) throw new Error(`nothing found for ${QUESTIONS[language]}`)
        lines.push(`${QUESTIONS[language]}: ${total} (first ${refs[0]}) in ${ms} ms`)
      }
      return lines.join('; ')
    })
    await steps.run('a deal from a match', async () => {
      const { deal, offer, need } = (this.#opened = await openDealFromMatch(this.one, this.#offer))
      await sync(this.one, 'idle', 1)
      return `${deal}, from ${offer} and ${need}`
    })
    await steps.run('its dossier, in Chinese and Arabic, and in Hebrew and English', async () => {
      const folders = { documents: `${this.#home}/one/documents`, out: `${OUT}/dossier` }
      const written = [...(await issueDossier(this.one, this.deal.deal, ['zh', 'ar'], folders)), ...(await issueDossier(this.one, this.deal.deal, ['he', 'en'], folders))]
      return written.filter((name) => name.endsWith('.pdf')).join(', ')
    })
    await steps.run('a second desktop joins, of the other side', async () => {
      const centre = ownerOf(this.deal.need)
      this.#two = await this.#join(centre, 'two')
      return `${centre}, ${await records(this.two)} records received`
    })
    await steps.run('an edit without the server, seen by the other side once it is back', () =>
      editOffline({ one: this.one, two: this.two, deal: this.deal.deal, stop: () => this.#running().stop(), start: () => this.#restart() }))
    await steps.run('screenshots in four languages, light and dark', async () => {
      const places = ['today', 'catalogue', 'network', 'deals', 'dossiers', 'events', 'sync', 'settings'].map((name) => ({ name, hash: `#/${name}` }))
      const about = [{ name: 'search', hash: `#/catalogue?q=${encodeURIComponent(QUESTIONS.zh)}` }, { name: 'record', hash: `#/record/${this.#offer}` }, { name: 'fits', hash: `#/record/${this.#offer}?tab=fits` }]
      const opened = this.#opened ? [{ name: 'deal', hash: `#/deal/${this.#opened.deal}` }, { name: 'dossier', hash: `#/dossier/${this.#opened.deal}` }] : []
      return `${await takeShots(this.one, `${OUT}/screens`, [...places, ...about, ...opened])} pictures`
    })
  }

  async end(): Promise<void> {
    for (const app of [this.#one, this.#two]) await app?.close().catch((error: unknown) => say(String(error)))
    await this.#server?.stop()
  }

  get one() {
    return needed(this.#one, 'the first desktop has not joined').page
  }
  get two() {
    return needed(this.#two, 'the second desktop has not joined').page
  }
  get deal(): Opened {
    return needed(this.#opened, 'no deal was opened')
  }
  #running = (): LocalServer => needed(this.#server, 'the server does not run')

  async #join(centre: string, name: string): Promise<Launched> {
    const { url, command } = this.#running()
    const { code } = await command<{ code: string }>('enrol', '--centre', centre, '--name', `Demo ${name}`)
    const app = await launch({ profile: `${this.#home}/${name}`, args: ['--server', url, '--enrol', code] })
    await ready(app.page)
    await sync(app.page, 'idle', 1)
    return app
  }
  /** At the same address: the desktops are bound to it. */
  #restart = async (): Promise<void> => {
    const { port } = new URL(this.#running().url)
    this.#server = await startServer(`${this.#home}/server`, '--port', port)
  }
}

function needed<T>(value: T | undefined, why: string): T {
  if (value === undefined) throw new Error(why)
  return value
}
