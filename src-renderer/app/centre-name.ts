import { pick } from '../../src-core/text/multilingual.ts'
import { HUB } from '../../src-core/access/access.ts'
import { useLocale } from './i18n.ts'
import { recordTitle } from './record-view.tsx'
import { useSession } from './session.tsx'
import { useRecord } from './store-hooks.ts'

/** The own centre's name in my language, as its record has it, else as the server named it. */
export function useCentreName(): string {
  const locale = useLocale()
  const { centre, centreName } = useSession()
  const held = useRecord(centre)
  return held ? recordTitle(held.record, locale) : centreName
}

/** The city of the own centre in my language, where its record names one. */
export function useCentreCity(): string {
  const locale = useLocale()
  const { centre } = useSession()
  const record = useRecord(centre)?.record
  return (record?.kind === 'centre' && record.city && pick(record.city, locale)?.text) || ''
}

/** Does this computer speak for the hub? Who has joined nothing works alone, and does everything. */
export function useHub(): boolean {
  const { centre, info } = useSession()
  const record = useRecord(centre)?.record
  return !info.membership || centre === HUB || (record?.kind === 'centre' && record.centreKind === 'hub')
}
