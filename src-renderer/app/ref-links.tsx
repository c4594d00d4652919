import { Code, readable } from '../ui/text.tsx'
import { useLocale } from './i18n.ts'
import { recordTitle } from './record-view.tsx'
import { hrefTo } from './router.ts'
import { useHeld } from './store-hooks.ts'

/** Linked records by name, leading to them; the bare ref while one is not held here. */
export function RefLinks({ refs }: { refs: readonly string[] }) {
  const locale = useLocale()
  const held = new Map((useHeld(refs).value ?? []).map((h) => [h.record.ref, h.record]))
  return (
    <span className="ref-links">
      {refs.map((ref) => {
        const record = held.get(ref)
        return record ? <a key={ref} href={hrefTo(record.kind === 'deal' ? 'deal' : 'record', ref)} className="own" dir="auto">{readable(recordTitle(record, locale))}</a> : <Code key={ref}>{ref}</Code>
      })}
    </span>
  )
}
