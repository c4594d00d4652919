/** What the palette offers for some words: records by place, then commands, in one list that the arrows walk. */
import type { Hit } from '../../../src-core/search/engine.ts'
import type { Kind } from '../../../src-core/record/vocabulary.ts'
import { LOCALES } from '../../../src-core/text/locale.ts'
import type { Held } from '../../store/api.ts'
import type { Command } from '../../app/commands.ts'
import { fold } from '../../app/fold.ts'
import { currentLocale, translate, type Key } from '../../app/i18n.ts'

export type Entry = { id: string } & ({ type: 'record'; held: Held; hit: Hit | undefined } | { type: 'command'; command: Command; title: string } | { type: 'words'; what: 'catalogue' | 'new-request' })
export interface Group { id: 'records' | 'network' | 'deals' | 'do' | 'recent'; entries: Entry[] }

const PLACE: Record<Kind, 'records' | 'network' | 'deals'> = { offer: 'records', request: 'records', 'rd-request': 'records', centre: 'network', organisation: 'network', person: 'network', facility: 'network', event: 'network', programme: 'network', deal: 'deals', document: 'deals' }

/** A command answers to its name in all four languages. */
export function commandsFor(commands: readonly Command[], words: string): { command: Command; title: string }[] {
  const wanted = fold(words).split(/\s+/).filter(Boolean)
  const locale = currentLocale()
  return commands.filter((c) => !c.quiet).flatMap((command) => {
    const titles = LOCALES.map((l) => fold(translate(l, command.title as Key)))
    return titles.some((title) => wanted.every((w) => title.includes(w))) ? [{ command, title: translate(locale, command.title as Key) }] : []
  })
}

export function groupsOf(words: string, hits: readonly Hit[], held: ReadonlyMap<string, Held>, recent: readonly Held[], commands: readonly Command[]): Group[] {
  const records: Group[] = words === ''
    ? [{ id: 'recent', entries: recent.map((h): Entry => ({ id: `recent-${h.record.ref}`, type: 'record', held: h, hit: undefined })) }]
    : (['records', 'network', 'deals'] as const).map((id) => ({
        id,
        entries: hits.flatMap((hit): Entry[] => {
          const h = held.get(hit.ref)
          return h && PLACE[h.record.kind] === id ? [{ id: hit.ref, type: 'record', held: h, hit }] : []
        }).slice(0, id === 'records' ? 6 : 3),
      }))
  const found = commandsFor(commands, words).slice(0, words === '' ? 8 : 4).map(({ command, title }): Entry => ({ id: `command-${command.id}`, type: 'command', command, title }))
  const more: Entry[] = words === '' ? [] : [{ id: 'words-catalogue', type: 'words', what: 'catalogue' }, { id: 'words-new', type: 'words', what: 'new-request' }]
  return [...records, { id: 'do' as const, entries: [...found, ...more] }].filter((g) => g.entries.length > 0)
}
