import { code, free, rich } from '../inline.ts'
import { facts, field, inDigits, label, name, pair, say, table, type Setting } from '../setting.ts'

const LEVELS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const

/** The nine levels: filled as far as the technology has come, outlined where the need wants it. */
export function maturity(s: Setting): string {
  return s.records.offers.map((o) => {
    const evidence = o.evidence ?? []
    return `<section class="sheet">${title(s, o)}${o.trl === undefined ? '' : figure(s, o.trl, wanted(s))}${field(s, 'trl.evidence', o.trlEvidence)}${facts(s, [o.environment === undefined ? undefined : { key: 'trl.environment', value: (lang) => rich(lang, s.label(lang, 'environment', o.environment!)) }])}${field(s, 'trl.validation', o.validation)}${evidence.length === 0 ? '' : `<section class="field">${label(s, 'trl.documents')}${table(s, [{ key: 'evidence.kind', cls: 'w-25' }, { key: 'evidence.title' }, { key: 'evidence.url', cls: 'w-30' }], evidence.map((e) => [free(e.kind), free(e.title), e.url === undefined ? '–' : `<bdi dir="ltr" class="url">${rich('en', e.url)}</bdi>`]))}</section>`}</section>`
  }).join('')
}

const title = (s: Setting, o: Setting['records']['offers'][number]) => (s.records.offers.length < 2 ? '' : `<div class="item-title">${pair(s, (lang) => name(s, lang, o.title, o.ref))}</div>`)

function wanted(s: Setting): { min: number; max: number } | undefined {
  const ranges = s.records.requests.map((r) => r.trlRange).filter((r) => r !== undefined)
  return ranges[0]
}

function figure(s: Setting, level: number, range: { min: number; max: number } | undefined): string {
  const [a] = s.languages
  const boxes = LEVELS.map((n) => `<div class="box${n <= level ? ' on' : ''}${n === level ? ' here' : ''}${range && n >= range.min && n <= range.max ? ' wanted' : ''}">${inDigits(s, a, n)}</div>`).join('')
  const label = (lang: Setting['languages'][number]) => `${code(`TRL ${level}`)} – ${say(s, lang, `trl.${level}`)}`
  return `<figure class="trl keep"><div class="boxes" role="img" aria-label="TRL ${level}">${boxes}</div><figcaption>${pair(s, label, 'trl-now')}${range ? pair(s, (lang) => `<span class="key wanted"></span>${say(s, lang, 'trl.wanted')} ${code(range.min === range.max ? `TRL ${range.min}` : `TRL ${range.min}–${range.max}`)}`, 'caption') : ''}${ladder(s, level)}</figcaption></figure>`
}

/** The level below, the level reached and the one to come, in words: a reader need not know the scale. */
function ladder(s: Setting, level: number): string {
  const near = LEVELS.filter((n) => n === level - 1 || n === level + 1)
  return `<div class="ladder">${near.map((n) => pair(s, (lang) => `${say(s, lang, n < level ? 'trl.before' : 'trl.next')} ${code(`TRL ${n}`)} – ${say(s, lang, `trl.${n}`)}`, 'caption')).join('')}</div>`
}

