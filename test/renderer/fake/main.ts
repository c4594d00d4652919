import type { HostBridge, Settings } from '../../../src-core/host/contract.ts'
import { start } from '../../../src-renderer/start.tsx'
import { sampleRecords } from './records.ts'
import { fakeStore } from './store.ts'

const wanted = new URLSearchParams(location.search)
let settings = { locale: (wanted.get('lang') ?? 'en') as 'en', theme: (wanted.get('theme') ?? 'light') as 'light', welcomed: true, userName: 'Lin Ke', savedSearches: [{ id: 's1', name: '节水灌溉 · 干旱区', hash: '#/catalogue?q=节水灌溉' }, { id: 's2', name: 'تحلية حتى 45 °م', hash: '#/catalogue?q=تحلية' }] } as Settings
const drafts = new Map<string, { key: string; at: string; body: unknown }>()

const answers: Record<string, (input: never) => unknown> = {
  'host.info': () => ({ engine: 'chromium', version: '0.1.0', platform: 'linux', locale: 'en', capabilities: { nativeMenus: false, keyring: false, print: true, autoUpdate: false, fileDialogs: false }, membership: { url: 'https://example.org', space: 's', epoch: 'e', device: 'd', centre: 'HUB', centreName: 'ITTN secretariat', name: 'Lin Ke' }, arguments: {} }),
  'settings.read': () => settings,
  'settings.write': (next: Settings) => ((settings = next), { ok: true, value: null }),
  'drafts.list': () => ({ ok: true, value: [...drafts.values()] }),
  'drafts.put': (d: { key: string; at: string; body: unknown }) => (drafts.set(d.key, d), { ok: true, value: null }),
  'drafts.remove': (d: { key: string }) => (drafts.delete(d.key), { ok: true, value: null }),
}
const host = { call: (method: string, input: unknown) => Promise.resolve(answers[method]?.(input as never)), on: () => () => undefined } as unknown as HostBridge
await start(document.getElementById('root')!, host, fakeStore(sampleRecords()))
