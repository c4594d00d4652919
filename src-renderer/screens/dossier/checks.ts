/** What a reader of the dossier should know is not as it should be, before it leaves. Only a deal without two sides cannot be issued. */
import { fieldsOf, type CaravanRecord } from '../../../src-core/record/record.ts'
import type { Locale } from '../../../src-core/text/locale.ts'
import { languagesOf, type MlText } from '../../../src-core/text/multilingual.ts'
import type { DealView } from '../../app/deal-state.ts'

export type CheckId = 'noParties' | 'oneParty' | 'machine' | 'stale' | 'missing' | 'synthetic' | 'gate' | 'kept'
export interface Finding {
  id: CheckId
  /** no dossier while it stands */
  blocks: boolean
  n: number
  language?: Locale
  /** the record where it can be mended */
  ref?: string
}

interface Text { ref: string; ml: MlText }
/** Texts that a dossier prints; those of own control (public face) are not among them. */
function textsOf(records: readonly CaravanRecord[]): Text[] {
  return records.flatMap((record) => fieldsOf(record.kind).flatMap(({ name, meta }): Text[] => {
    const value = (record as unknown as Record<string, unknown>)[name]
    return meta.control === 'ml' && meta.section !== 'control' && !meta.confidential && name !== 'lessons' && value !== undefined ? [{ ref: record.ref, ml: value as MlText }] : []
  })).filter(({ ml }) => languagesOf(ml).length > 0)
}

export function findings(view: DealView, printed: readonly CaravanRecord[], languages: readonly [Locale, Locale], pending: number): Finding[] {
  const found: Finding[] = []
  const add = (id: CheckId, n: number, more: Partial<Finding> = {}) => n > 0 && found.push({ id, n, blocks: false, ...more })
  const roles = new Set((view.deal.parties ?? []).map((p) => p.role))
  if (roles.size === 0) add('noParties', 1, { blocks: true, ref: view.deal.ref })
  else if (!roles.has('provider') || !roles.has('recipient')) add('oneParty', 1, { blocks: true, ref: view.deal.ref })
  const texts = textsOf(printed)
  for (const state of ['stale', 'machine'] as const) {
    const those = texts.filter(({ ml }) => languages.some((l) => ml.t[l]?.state === state))
    add(state, those.length, those[0] ? { ref: those[0].ref } : {})
  }
  for (const language of languages) {
    const those = texts.filter(({ ml }) => !languagesOf(ml).includes(language))
    add('missing', those.length, { language, ...(those[0] ? { ref: those[0].ref } : {}) })
  }
  const made = printed.filter((r) => (r.provenance ?? []).some((p) => p.kind === 'synthetic'))
  add('synthetic', made.length)
  if (!view.closed && view.gate) add('gate', view.missing, { ref: view.deal.ref })
  add('kept', pending)
  return found
}
