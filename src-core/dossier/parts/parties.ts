import { code, rich } from '../inline.ts'
import { orderedParties, organisation } from '../reading.ts'
import { country, facts, name, pair, type Fact, type Setting } from '../setting.ts'
import type { MlText } from '../../text/multilingual.ts'

/** Who gives and who receives: names, places, registered numbers, signatories. Contacts of people are in no dossier. */
export function parties(s: Setting): string {
  return orderedParties(s.records.deal).map((party) => {
    const org = organisation(s.records, party.organisation)
    const centre = party.centre === undefined ? undefined : [s.input.centre, ...(s.input.centres ?? [])].find((c) => c.ref === party.centre)
    const list: (Fact | undefined)[] = [
      org?.organisationKind === undefined ? undefined : { key: 'party.kind', value: (lang) => rich(lang, s.label(lang, 'organisationKind', org.organisationKind!)) },
      org?.country === undefined ? undefined : { key: 'party.country', value: (lang) => place(lang, org.city, org.country!) },
      org?.founded ? { key: 'party.founded', value: () => code(String(org.founded)) } : undefined,
      party.centre === undefined ? undefined : { key: 'party.centre', value: (lang) => name(s, lang, centre?.title, party.centre) },
      party.share === undefined ? undefined : { key: 'party.share', value: () => code(`${party.share}%`) },
      party.signatory === undefined ? undefined : { key: 'party.signatory', value: (lang) => signatory(s, lang, party.signatory!) },
      party.capacity === undefined ? undefined : { key: 'party.capacity', value: (lang) => rich(lang, party.capacity!) },
    ]
    // the register's name is the label: an identifier is a fact like the others
    const ids = (org?.ids ?? []).map((id): Fact => ({ key: `vocabulary:idScheme.${id.scheme}`, value: () => code(id.value) }))
    return `<section class="party"><div class="party-head">${pair(s, (lang) => `<span class="role">${rich(lang, s.label(lang, 'partyRole', party.role))}</span><strong>${name(s, lang, org?.title, party.organisation)}</strong>`)}</div>
${facts(s, [...list, ...ids])}</section>`
  }).join('')
}

function place(lang: Setting['languages'][number], city: MlText | undefined, of: string): string {
  const town = city?.t[lang]?.text
  return town === undefined || town === '' ? country(lang, of) : `${rich(lang, town)}${lang === 'zh' ? '，' : lang === 'ar' ? '، ' : ', '}${country(lang, of)}`
}

/** A person's record knows the name in both scripts; the deal knows only what was typed. */
function signatory(s: Setting, lang: Setting['languages'][number], typed: string): string {
  const person = s.input.persons?.find((p) => Object.values(p.title?.t ?? {}).some((r) => r.text === typed))
  return person ? name(s, lang, person.title, typed) : rich(lang, typed)
}
