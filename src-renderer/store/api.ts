/**
 * What the app may ask of its store, the worker that owns the database, the index and the sync loop. The UI imports `client.ts`
 * and these types, nothing else of this folder. Everything is a promise over a message port; arguments and answers are plain data.
 */
import type { Result } from '../../src-core/base/result.ts'
import type { Match } from '../../src-core/match/match.ts'
import type { CaravanRecord } from '../../src-core/record/record.ts'
import type { Code, Kind } from '../../src-core/record/vocabulary.ts'
import type { SearchAnswer, SearchRequest } from '../../src-core/search/engine.ts'
import type { ChangeFailure, ChangeSet } from '../../src-core/sync/change.ts'

/** A record as it stands here: the server's copy with the local changes on top. */
export interface Held {
  record: CaravanRecord
  /** local changes not yet accepted by the server */
  pending: number
  /** required fields that hold nothing */
  missing: string[]
  /** may this centre edit it? others propose */
  mine: boolean
}

export type SaveFailure = ChangeFailure | { type: 'not-found' } | { type: 'ref-taken' } | { type: 'not-mine' } | { type: 'read-only' } | { type: 'disk-full' } | { type: 'journal-broken' } | { type: 'journal-damaged' } | { type: 'too-large' } | { type: 'gate-not-met'; values: { gate: string } } | { type: 'stage-not-allowed'; values: { from: string; to: string } }
/** `undo` takes it back: give it to `undo()`. */
export interface Saved {
  ref: string
  undo: string
}

export type SyncStatus = 'offline' | 'bootstrap' | 'syncing' | 'idle' | 'error'
export interface SyncState {
  status: SyncStatus
  /** records held */
  records: number
  /** edits kept here and not yet accepted by the server */
  pending: number
  /** rejected edits and conflicts that wait for a person */
  inbox: number
  /** ISO time of the last exchange with the server */
  lastSuccess: string | null
  cursor: number
  /** first sync: records so far, of how many */
  progress: { done: number; total: number } | null
  /** why it is `error` or `offline`: a host failure type, for `errors.<type>` */
  reason: string | null
  /** false: this profile is the local sample, or has joined nothing */
  enrolled: boolean
  /** true: the disk refuses writes; work can be read, not changed */
  readOnly: boolean
  /** rows of the server that this version cannot read; they are kept for one that can */
  unreadable?: number
}

/** An edit that came back. Nothing is lost: `mine` holds what was written here. */
export interface InboxItem {
  key: string
  kind: 'rejected' | 'conflict'
  ref: string
  id: string
  at: string
  /** rejection code of `sync.rejected.<code>`, or null for a conflict */
  code: string | null
  values?: Record<string, string | number>
  /** per path: what I wrote, what the network has */
  paths: { path: string; mine: unknown; theirs: unknown }[]
}

export interface HistoryEntry {
  at: string
  /** device or person, as far as known here */
  by: string
  what: 'create' | 'set' | 'move-stage' | 'withdraw' | 'received'
  paths: string[]
  state: 'kept' | 'accepted' | 'rejected'
  before?: ChangeSet
  after?: ChangeSet
}

/** An edit made here, and how far it has come. */
export interface KeptEdit extends HistoryEntry {
  key: string
  ref: string
}

export interface ListRequest {
  kind: Kind
  /** equal to this value in that top-level field; for arrays: contains */
  where?: Record<string, string | number | boolean>
  sort?: 'updatedAt' | 'title' | 'ref'
  limit?: number
}

export interface StoreApi {
  state(): Promise<SyncState>
  search(request: SearchRequest): Promise<SearchAnswer>
  /** by ref; missing ones are left out */
  get(refs: readonly string[]): Promise<Held[]>
  list(request: ListRequest): Promise<CaravanRecord[]>
  counts(): Promise<Record<Kind, number>>
  /** best first; an offer's needs or a need's offers */
  matches(ref: string, limit?: number): Promise<Match[]>
  history(ref: string): Promise<HistoryEntry[]>
  /** what was done here, youngest first; all that waits to be sent, and of the rest at most 60 */
  edits(): Promise<KeptEdit[]>
  /** Creates. `values` are fields; id, ref, owner, times and visibility defaults are filled. */
  create(kind: Kind, values: ChangeSet, by: string): Promise<Result<Saved, SaveFailure>>
  change(ref: string, set: ChangeSet, by: string): Promise<Result<Saved, SaveFailure>>
  moveStage(ref: string, to: Code<'dealStage'>, by: string): Promise<Result<Saved, SaveFailure>>
  withdraw(ref: string, reason: string, by: string): Promise<Result<Saved, SaveFailure>>
  /** Takes a saved change back by a new, compensating change; it works after a sync too. */
  undo(token: string): Promise<Result<Saved, SaveFailure>>
  inbox(): Promise<InboxItem[]>
  /** `mine`: send my values again on top of theirs; `theirs`: drop mine (it stays in the history). */
  settle(key: string, keep: 'mine' | 'theirs'): Promise<Result<Saved | null, SaveFailure>>
  syncNow(): Promise<void>
  /** Reads the bundled sample network into an empty profile that has joined nothing. */
  loadSample(): Promise<number>
  /** The profile has just been enrolled: start syncing. */
  joined(): Promise<void>
}

export interface StoreEvents {
  /** records that changed (refs), or null when too many to name */
  changed: { refs: string[] | null }
  sync: SyncState
}
