import { describe, expect, it } from 'vitest'
import { createSearchEngine } from '../../../src-core/search/index-engine.ts'
import { matchesFor } from '../../../src-renderer/store/matches.ts'
import { searchHost } from '../../../src-renderer/store/search-host.ts'
import { openStoreCore } from '../../../src-renderer/store/store.ts'
import { env, machine } from './world.ts'

const text = (en: string) => ({ orig: 'en', t: { en: { text: en, state: 'original' } } })

async function searching() {
  const m = machine()
  const e = env(m)
  const core = openStoreCore(e, () => {})
  await core.ready
  const said: (string[] | null)[] = []
  const host = searchHost(e.db, createSearchEngine(), (refs) => said.push(refs), () => new Promise((r) => setTimeout(r)))
  env(m).bus.listen((notice) => { if ('ids' in notice) host.note(notice.ids) })
  const find = async (query: string) => (await host.search({ query, locale: 'en' })).hits.map((h) => h.ref)
  return { core, s: core.handlers, db: e.db, host, find, said }
}
const ref = (saved: { ok: boolean; value?: { ref: string } }) => saved.value?.ref ?? ''

describe('the searcher', () => {
  it('finds what is there at its start, what is written later, and no more what is withdrawn', async () => {
    const { s, host, find, core } = await searching()
    const first = ref((await s.create('offer', { title: text('Zyxomat harvester') }, 'A')) as never)
    await host.fill()
    expect(await find('zyxomat')).toEqual([first])
    const second = ref((await s.create('offer', { title: text('Zyxomat dryer') }, 'A')) as never)
    expect((await find('zyxomat')).sort()).toEqual([first, second].sort())
    await s.change(second, { 'title/en': { text: 'Plain dryer', state: 'original' } }, 'A')
    expect(await find('zyxomat')).toEqual([first])
    await s.withdraw(first, 'sold', 'A')
    expect(await find('zyxomat')).toEqual([])
    core.close()
  })

  it('says which records changed, once they can be found', async () => {
    const { s, find, said, core } = await searching()
    const made = ref((await s.create('offer', { title: text('Qwertz') }, 'A')) as never)
    await find('qwertz')
    expect(said).toEqual([[made]])
    core.close()
  })

  it('forgets what another network or a new life of the server no longer has', async () => {
    const { s, db, host, find, core } = await searching()
    await s.create('offer', { title: text('Zyxomat') }, 'A')
    await host.fill()
    await db.records.clear()
    await host.fill()
    expect(await find('zyxomat')).toEqual([])
    expect(host.held.size).toBe(0)
    core.close()
  })

  it('lists what fits, best first', async () => {
    const { s, host, core } = await searching()
    const common = { fields: ['WAT.DESAL'], country: 'OM', cooperation: ['pilot'] }
    const offer = ref((await s.create('offer', { ...common, title: text('Solar desalination of brackish water'), trl: 7 }, 'A')) as never)
    const fits = ref((await s.create('request', { ...common, title: text('Desalination of brackish well water'), trlRange: { min: 6, max: 9 } }, 'A')) as never)
    const other = ref((await s.create('request', { title: text('Dates in cold storage'), fields: ['AGR.CROP'], country: 'SA', cooperation: ['equity'] }, 'A')) as never)
    await host.fill()
    const found = matchesFor(host.held, offer, () => ({})).map((m) => m.need)
    expect(found[0]).toBe(fits)
    expect(found).not.toContain(other)
    expect(matchesFor(host.held, fits, () => ({})).map((m) => m.offer)).toEqual([offer])
    expect(matchesFor(host.held, 'TO-NONE', () => ({}))).toEqual([])
    core.close()
  })
})
