import { KINDS } from '../../../src-core/record/vocabulary.ts'
import { useRoute, type Place } from '../../app/router.ts'
import { useRecord } from '../../app/store-hooks.ts'
import { placeOf } from './places.ts'

/** The place that the window shows; of a record, where its kind is listed. Undefined until the record is read. */
export function usePlace(): Place | undefined {
  const route = useRoute()
  const subject = 'subject' in route ? route.subject : ''
  const held = useRecord(subject)
  if (route.name === 'new') return placeOf('new', KINDS.find((kind) => kind === subject))
  if ((route.name === 'record' || route.name === 'edit') && held === undefined) return undefined
  return placeOf(route.name, held?.record.kind)
}
