/** An edit that came back, as a person meets it. */
import type { MutationResult } from '../../src-core/sync/protocol.ts'
import type { InboxItem } from './api.ts'
import type { OutboxRow } from './rows.ts'

const inboxKey = (line: number) => `e${line}`

export function inboxOfRejection(row: OutboxRow, result: MutationResult, at: string): InboxItem {
  return {
    key: inboxKey(row.line), kind: 'rejected', ref: row.ref, id: row.edit.id, at, code: result.code ?? 'unknown',
    ...(result.values ? { values: result.values } : {}),
    paths: pathsOf(row),
  }
}

export function inboxOfConflict(row: OutboxRow, conflicts: NonNullable<MutationResult['conflicts']>, at: string): InboxItem {
  return { key: inboxKey(row.line), kind: 'conflict', ref: row.ref, id: row.edit.id, at, code: null, paths: conflicts.map(({ path, mine, theirs }) => ({ path, mine, theirs })) }
}

/** What was written here, path by path; of a record that was to be new, every field. */
function pathsOf({ edit, before }: OutboxRow): InboxItem['paths'] {
  const theirs = (path: string) => before?.[path] ?? null
  switch (edit.op) {
    case 'create': return Object.entries(edit.doc).filter(([k]) => !SYSTEM.includes(k)).map(([path, mine]) => ({ path, mine, theirs: null }))
    case 'set': return Object.entries(edit.set).map(([path, mine]) => ({ path, mine, theirs: theirs(path) }))
    case 'move-stage': return [{ path: 'stage', mine: edit.to, theirs: edit.from }]
    case 'withdraw': return [{ path: 'tombstone', mine: edit.reason, theirs: null }]
  }
}
const SYSTEM = ['id', 'kind', 'ref', 'owner', 'rev', 'createdAt', 'updatedAt', 'stageHistory']
