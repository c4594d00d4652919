/** The parts of the screens that think: weeks, differences, languages of notes, places of labels, checks before a dossier leaves. */
import { describe, expect, test } from 'vitest'
import { original } from '../../../src-core/text/multilingual.ts'
import type { CaravanRecord, Deal } from '../../../src-core/record/record.ts'
import { gateState, viewDeal } from '../../../src-renderer/app/deal-state.ts'
import { languageOf } from '../../../src-renderer/screens/deal/language-of.ts'
import { findings } from '../../../src-renderer/screens/dossier/checks.ts'
import { frameFor, placeDots, project } from '../../../src-renderer/screens/network/layout.ts'
import { POINTS } from '../../../src-renderer/screens/network/points.ts'
import { tiesOf } from '../../../src-renderer/screens/network/members.ts'
import { diffWords } from '../../../src-renderer/screens/sync/diff.ts'
import { sharedDays, weekOf } from '../../../src-renderer/screens/today/week.ts'
import { asClock, fromClock } from '../../../src-renderer/screens/events/times.ts'

const envelope = { id: '0192a000-0000-7000-8000-000000000001', owner: 'HUB', rev: 1, status: 'PUBLISHED', visibility: { level: 'network' }, createdAt: '2026-11-01T00:00:00Z', updatedAt: '2026-11-01T00:00:00Z' } as const
const deal = (more: Partial<Deal> = {}): Deal => ({ ...envelope, kind: 'deal', ref: 'D-1', stage: 'lead', ...more })

describe('the week', () => {
  test('begins on Monday, whatever the day', () => {
    expect(weekOf(new Date(2026, 10, 22)).map((d) => d.toISOString().slice(8, 10))).toEqual(['16', '17', '18', '19', '20', '21', '22'])
    expect(weekOf(new Date(2026, 10, 16))[0]!.toISOString().slice(0, 10)).toBe('2026-11-16')
  })
  test('China and Saudi Arabia share Monday to Thursday', () => {
    expect(sharedDays(['CN', 'SA'])).toEqual([1, 2, 3, 4])
    expect(sharedDays(['CN', 'AE'])).toEqual([1, 2, 3, 4, 5])
    expect(sharedDays([])).toEqual([1, 2, 3, 4, 5, 6, 7])
  })
})

describe('differences', () => {
  const marked = (a: string, b: string, lang: string) => diffWords(a, b, lang).filter((p) => p.own).map((p) => p.text.trim())
  test('are whole words, in every script', () => {
    expect(marked('washed every sixty days', 'washed every ninety days', 'en')).toEqual(['sixty'])
    expect(marked('تُغسل كل ستين يومًا', 'تُغسل كل تسعين يومًا', 'ar')).toEqual(['ستين'])
    expect(marked('每六十天清洗', '每九十天清洗', 'zh').join('')).toContain('六十')
    expect(marked('same', 'same', 'en')).toEqual([])
  })
  test('join back to the text, and give up on what is very long', () => {
    const text = 'a b c d e f'
    expect(diffWords(text, 'b d x f', 'en').map((p) => p.text).join('')).toBe(text)
    const long = 'word '.repeat(2000)
    expect(diffWords(long, `${long}x`, 'en')).toEqual([{ text: long, own: false }])
  })
})

test('a note says its language by its script', () => {
  expect(languageOf('المزرعة تفضّل TRL 7', 'en')).toBe('ar')
  expect(languageOf('盐度 9 g/L 高于额定', 'en')).toBe('zh')
  expect(languageOf('הביקור ביום שני', 'zh')).toBe('he')
  expect(languageOf('123', 'he')).toBe('he')
})

describe('the picture of the network', () => {
  test('holds every dot, and no label covers another', () => {
    const counts = Object.keys(POINTS).map((country, i) => ({ country, count: 1 + (i % 40) }))
    const frame = frameFor(counts.map((c) => c.country), 900, 600)
    const dots = placeDots(counts, frame, () => 60)
    expect(dots).toHaveLength(counts.length)
    expect(dots.every((d) => d.x >= 0 && d.x <= 900 && d.y >= 0 && d.y <= 600)).toBe(true)
    const labels = dots.flatMap((d) => d.label ?? [])
    for (const [i, a] of labels.entries()) for (const b of labels.slice(i + 1)) expect(Math.abs(a.x - b.x) >= 60 || Math.abs(a.y - b.y) >= 15).toBe(true)
  })
  test('north is up and east is right', () => {
    const frame = frameFor(['CN', 'OM'], 800, 600)
    expect(project(frame, POINTS['CN']!).x).toBeGreaterThan(project(frame, POINTS['OM']!).x)
    expect(project(frame, POINTS['CN']!).y).toBeLessThan(project(frame, POINTS['OM']!).y)
  })
  test('a deal ties the countries of its parties, once a pair', () => {
    const parties = [{ id: '1', organisation: 'A', role: 'provider' as const }, { id: '2', organisation: 'B', role: 'recipient' as const }, { id: '3', organisation: 'C', role: 'broker' as const }]
    const country = (ref: string) => ({ A: 'CN', B: 'OM', C: 'CN' })[ref]
    expect(tiesOf([deal({ parties }) as CaravanRecord, deal({ parties }) as CaravanRecord], country)).toEqual([{ from: 'CN', to: 'OM', count: 2 }])
  })
})

describe('a deal in view', () => {
  const now = Date.parse('2026-11-22T00:00:00Z')
  test('shows what its gate lacks, missing first, and how long it has stood', () => {
    const view = viewDeal(deal({ checklist: [{ id: 'client-consent', item: 'client-consent', done: true }] }), [], now)
    expect(view).toMatchObject({ gate: 'G1', next: 'qualified', closed: false, days: 21 })
    expect(view.asked.at(-1)).toMatchObject({ item: 'client-consent', done: true })
    expect(view.missing).toBe(view.asked.length - 1)
  })
  test('gates behind, before and ahead', () => {
    const view = viewDeal(deal({ stage: 'evaluation' }), [], now)
    expect((['G1', 'G2', 'G3', 'G4'] as const).map((g) => gateState(view, g))).toEqual(['passed', 'passed', 'next', 'ahead'])
  })
})

describe('before a dossier leaves', () => {
  const languages = ['zh', 'ar'] as const
  const ids = (d: Deal, printed: CaravanRecord[] = [], pending = 0) => findings(viewDeal(d, [], 0), printed, languages, pending).map((f) => [f.id, f.blocks])
  test('only two sides can be issued a dossier', () => {
    expect(ids(deal())[0]).toEqual(['noParties', true])
    expect(ids(deal({ parties: [{ id: '1', organisation: 'A', role: 'provider' }] }))[0]).toEqual(['oneParty', true])
    expect(ids(deal({ parties: [{ id: '1', organisation: 'A', role: 'provider' }, { id: '2', organisation: 'B', role: 'recipient' }] })).some(([, blocks]) => blocks)).toBe(false)
  })
  test('machine, outdated and missing languages, made-up records and unsent edits are named', () => {
    const printed = [{ ...deal({ title: { orig: 'zh', t: { zh: { text: '甲', state: 'original' }, ar: { text: 'أ', state: 'machine' } } }, summary: original('zh', '乙') }), provenance: [{ kind: 'synthetic' as const }] }] as CaravanRecord[]
    expect(ids(deal(), printed, 2).map(([id]) => id)).toEqual(['noParties', 'machine', 'missing', 'synthetic', 'gate', 'kept'])
  })
})

test('clock times pass midnight', () => {
  expect(asClock(fromClock('23:30') + 45)).toBe('00:15')
  expect(asClock(fromClock('01:00') - 120)).toBe('23:00')
})
