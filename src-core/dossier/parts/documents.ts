import { code, rich } from '../inline.ts'
import { languageName } from '../format.ts'
import { day, name, say, stack, table, type Setting } from '../setting.ts'
import { noneSaid } from './technology.ts'

/** The papers of the deal, each with the fingerprint of its last version. */
export function documents(s: Setting): string {
  const rows = s.records.documents.map((d) => {
    const last = d.versions?.at(-1)
    return [
      code(d.ref),
      stack(s, (lang) => `${name(s, lang, d.title, d.ref)}${d.documentKind === undefined ? '' : `<span class="sub">${rich(lang, s.label(lang, 'documentKind', d.documentKind))}</span>`}`),
      stack(s, (lang) => `${d.state === undefined ? '–' : rich(lang, s.label(lang, 'documentState', d.state))}${d.signedOn === undefined ? '' : `<span class="sub">${day(s, lang, d.signedOn.iso)}</span>`}`),
      d.language === undefined ? '–' : stack(s, (lang) => rich(lang, languageName(lang, d.language!))),
      last === undefined ? '–' : `<bdi dir="ltr" class="code hash">${last.sha256.slice(0, 16)}…</bdi>`,
    ]
  })
  if (rows.length === 0) return noneSaid(s, 'document.none')
  return table(s, [{ key: 'document.ref', cls: 'w-20' }, { key: 'document.title' }, { key: 'document.state', cls: 'w-20' }, { key: 'document.language', cls: 'w-12' }, { key: 'document.fingerprint', cls: 'w-20' }], rows) + stack(s, (lang) => say(s, lang, 'document.note'), 'caption')
}
