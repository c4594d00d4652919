import type { ReactNode } from 'react'
import { GridList, GridListItem, type Selection } from 'react-aria-components'
import { codeLabel, useLocale, useT } from '../../app/i18n.ts'
import { bothTexts, RecordFreshness, RecordTile } from '../../app/record-view.tsx'
import { useFormat } from '../../app/session.tsx'
import { MetaLine } from '../../ui/status.tsx'
import { Own } from '../../ui/text.tsx'
import { countriesOf, type Member } from './members.ts'

/** Long lists show their head; the filter reaches the rest. */
const MOST = 300

interface Props { members: readonly Member[]; selected: string | undefined; onSelect: (ref: string) => void; empty: ReactNode; /** beside the picture there is no room for how fresh each is */ narrow?: boolean }
export function MemberList({ members, selected, onSelect, empty, narrow = false }: Props) {
  const t = useT()
  if (members.length === 0) return <>{empty}</>
  const choose = (keys: Selection) => {
    if (keys === 'all') return
    const [key] = keys
    if (key !== undefined) onSelect(String(key))
  }
  return (
    <GridList className="nt-list scroll" aria-label={t('network:title')} selectionMode="single" selectionBehavior="replace" selectedKeys={selected ? [selected] : []} onSelectionChange={choose} onAction={(key) => onSelect(String(key))}>
      {members.slice(0, MOST).map((member) => <Row key={member.ref} member={member} narrow={narrow} />)}
    </GridList>
  )
}

function Row({ member, narrow }: { member: Member; narrow: boolean }) {
  const locale = useLocale()
  const { shown, lang, original } = bothTexts(member.title, locale)
  return (
    <GridListItem id={member.ref} className="nt-row" textValue={shown || member.ref}>
      <RecordTile kind={member.kind} />
      <div className="grow">
        <Own lang={lang} className="strong">{shown || member.ref}</Own>
        {original && <Own lang={original.lang} className="meta">{original.text}</Own>}
        <Facts member={member} />
      </div>
      {!narrow && <RecordFreshness record={member} />}
    </GridListItem>
  )
}

/** What it is and where, on one line. */
export function Facts({ member }: { member: Member }) {
  const t = useT()
  const f = useFormat()
  const locale = useLocale()
  const countries = countriesOf(member)
  const city = 'city' in member ? bothTexts(member.city, locale).shown : ''
  const what = kindWords(member, t)
  return (
    <MetaLine>
      {what !== '' && <span className="own">{what}</span>}
      {countries.length > 0 && <span className="own">{countries.length > 3 ? t('network:inCountries', { n: countries.length }) : f.list(countries.map((c) => f.country(c)))}</span>}
      {city !== '' && <Own>{city}</Own>}
    </MetaLine>
  )
}
export function kindWords(member: Member, t: ReturnType<typeof useT>): string {
  switch (member.kind) {
    case 'organisation': return member.organisationKind ? codeLabel(t, 'organisationKind', member.organisationKind) : codeLabel(t, 'kind', 'organisation')
    case 'centre': return member.centreKind ? codeLabel(t, 'centreKind', member.centreKind) : codeLabel(t, 'kind', 'centre')
    case 'facility': return member.facilityKind ? codeLabel(t, 'facilityKind', member.facilityKind) : codeLabel(t, 'kind', 'facility')
    case 'programme': return member.programmeKind ? codeLabel(t, 'programmeKind', member.programmeKind) : codeLabel(t, 'kind', 'programme')
    case 'person': return (member.roles ?? []).map((r) => codeLabel(t, 'personRole', r)).join(' · ')
  }
}
