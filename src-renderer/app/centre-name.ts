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
