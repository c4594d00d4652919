/** A record that did not exist: what the person gave, and everything the system adds. */
import { crockford, uuidV7 } from '../../src-core/base/ids.ts'
import type { Result } from '../../src-core/base/result.ts'
import type { Visibility } from '../../src-core/record/envelope.ts'
import { REF_PREFIX, type CaravanRecord } from '../../src-core/record/record.ts'
import type { Kind } from '../../src-core/record/vocabulary.ts'
import { applyChange, type ChangeFailure, type ChangeSet } from '../../src-core/sync/change.ts'

export interface Making { kind: Kind; values: ChangeSet; by: string; centre: string; now: number; random(bytes: number): Uint8Array }

export function newRecord({ kind, values, by, centre, now, random }: Making): Result<CaravanRecord, ChangeFailure> {
  const at = new Date(now).toISOString()
  const ref = newRef(kind, values['country'], centre, now, random(5))
  const { stage: _stage, stageHistory: _stageHistory, ...given } = values
  const blank = {
    id: uuidV7(now, random(10)), kind, ref, owner: centre, rev: -1, status: STATUS[kind] ?? 'DRAFT', visibility: visibilityOf(kind, ref, values), createdAt: at, updatedAt: at,
    ...(kind === 'deal' ? { stage: 'lead', stageHistory: [{ id: 'm-0', to: 'lead', at, by: by || '-' }] } : {}),
  } as unknown as CaravanRecord
  return applyChange(blank, given, at)
}
/** What is shown to the network is published by a person; a deal and its papers have no such step. */
const STATUS: Partial<Record<Kind, string>> = { deal: 'PUBLISHED', document: 'PUBLISHED' }

function visibilityOf(kind: Kind, ref: string, values: ChangeSet): Visibility {
  if (kind === 'deal') return { level: 'deal-room', deal: ref }
  const deal = values['deal']
  return kind === 'document' && typeof deal === 'string' ? { level: 'deal-room', deal } : { level: 'network' }
}

/** `TO-CN-2026-7K3QF`: the country of the record, or the centre that makes it. */
function newRef(kind: Kind, country: unknown, centre: string, now: number, random: Uint8Array): string {
  const place = typeof country === 'string' && /^[A-Z]{2}$/.test(country) ? country : centre.replace(/^C-/, '').slice(0, 24)
  return `${REF_PREFIX[kind]}-${place}-${new Date(now).getUTCFullYear()}-${crockford(random, 5)}`
}
