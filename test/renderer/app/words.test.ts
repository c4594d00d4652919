/** The words as they come out: numbers in the centre's digits, foreign names isolated, commands found in any language. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { SyncState } from '../../../src-renderer/store/api.ts'

Object.assign(globalThis, { document: { documentElement: { dataset: {} } } })
const { setDigits, startI18n, translate } = await import('../../../src-renderer/app/i18n.ts')
const { formatsFor } = await import('../../../src-renderer/app/format.ts')
const { pillFace } = await import('../../../src-renderer/screens/shell/pill-face.ts')
const { commandsFor } = await import('../../../src-renderer/screens/palette/entries.ts')

beforeAll(() => startI18n('en'))
const idle: SyncState = { status: 'idle', records: 10, pending: 0, inbox: 0, lastSuccess: null, cursor: 1, progress: null, reason: null, enrolled: true, readOnly: false }
const say = (state: Partial<SyncState>) => pillFace({ ...idle, ...state }, (key, values) => translate('en', key, values), formatsFor({ locale: 'en', digits: 'latn', calendar: 'gregory' }))

describe('plurals', () => {
  test.each([[0, 'دون اتصال'], [1, 'دون اتصال · تعديل واحد محفوظ هنا'], [2, 'دون اتصال · تعديلان محفوظان هنا'], [3, 'دون اتصال · ٣ تعديلات محفوظة هنا'], [31, 'دون اتصال · ٣١ تعديلًا محفوظة هنا'], [100, 'دون اتصال · ١٠٠ تعديل محفوظ هنا']])('Arabic, %i', (n, text) => {
    setDigits('arab')
    expect(translate('ar', 'shell:sync.offlineKept', { n })).toBe(text)
  })
  test('the same sentence in Latin digits when the centre writes them', () => {
    setDigits('latn')
    expect(translate('ar', 'shell:sync.offlineKept', { n: 31 })).toBe('دون اتصال · 31 تعديلًا محفوظة هنا')
    setDigits('arab')
  })
  test('Hebrew has a dual form', () => expect(translate('he', 'shell:sync.offlineKept', { n: 2 })).toContain('שני שינויים'))
})

test('a name of the other direction is isolated inside a sentence, and only then', () => {
  expect(translate('en', 'record:edit.removeItem', { name: 'الري' })).toBe('Remove \u2068الري\u2069')
  expect(translate('en', 'record:edit.removeItem', { name: 'Water' })).toBe('Remove Water')
})

test('a range inside a name keeps its order, whatever was isolated in it before', () => {
  const kind = translate('he', 'vocabulary:organisationKind.sme-249')
  expect(translate('he', 'match:partner.offer-fits', { kind })).toContain('\u2068חברה, \u206650–249\u2069 עובדים\u2069')
})

test('a sentence that begins with a foreign name names its own direction first, for dir="auto" sees through isolates', () => {
  expect(translate('ar', 'sync:queue.create', { by: 'Caravan' })).toBe('\u200f\u2068Caravan\u2069: إنشاء السجل')
  expect(translate('ar', 'sync:queue.create', { by: 'هدى' })).toBe('هدى: إنشاء السجل')
  expect(translate('en', 'sync:queue.create', { by: 'هدى' })).toBe('\u200e\u2068هدى\u2069 created this record')
  expect(translate('ar', 'settings:format.latn')).toBe('123')
})

describe('the sync pill says the most urgent thing', () => {
  test('a full disk before anything else', () => expect(say({ readOnly: true, inbox: 2, status: 'error' }).look).toBe('danger'))
  test('what waits for a person before what goes by itself', () => expect(say({ inbox: 2, pending: 5 }).text).toBe('2 need you'))
  test('offline counts what is kept here', () => expect(say({ status: 'offline', pending: 31 }).text).toBe('Offline · 31 kept here'))
  test('a profile that has joined nothing is not called offline', () => expect(say({ enrolled: false, status: 'offline' }).text).toBe('Saved on this computer'))
})

test('a command answers to its name in all four languages, with or without marks', () => {
  const commands = [{ id: 'go.sync', title: 'shell:place.sync' as const, group: 'go' as const, run() {} }]
  for (const words of ['sync', '同步', 'المزامنه', 'סנכרון']) expect(commandsFor(commands, words).map((c) => c.title), words).toEqual(['Sync & safety'])
  expect(commandsFor(commands, 'deal')).toEqual([])
})
