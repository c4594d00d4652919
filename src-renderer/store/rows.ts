/** What the database holds. It is a view: the server and the journal can rebuild every row of it. */
import type { Kind } from '../../src-core/record/vocabulary.ts'
import type { CaravanRecord } from '../../src-core/record/record.ts'
import type { Mutation } from '../../src-core/sync/protocol.ts'
import type { ChangeSet } from '../../src-core/sync/change.ts'
import type { HistoryEntry, InboxItem } from './api.ts'

/** A record as it stands here. While `edits` is 0 this is the server's own copy. */
export interface RecordRow {
  id: string
  ref: string
  kind: Kind
  owner: string
  updatedAt: string
  scope: string
  record: CaravanRecord
  /** the server's number of the copy underneath; 0: the server has none yet */
  seq: number
  /** local edits on top of it that the server's copy does not show yet */
  edits: number
  /** which full pull last saw it */
  round: number
}

/** The server's copy of a record that has edits on top. */
export interface ShadowRow { id: string; record: CaravanRecord; scope: string; seq: number; round: number }

type WithoutNumber<T> = T extends unknown ? Omit<T, 'mseq'> : never
/** A mutation as the journal keeps it: its number is its place among its device's mutations. */
export type Edit = WithoutNumber<Mutation>

/** Body of a journal entry `mut`. */
export interface MutEntry {
  edit: Edit
  ref: string
  at: string
  by: string
  /** values before, for undo and for a person who settles a conflict */
  before?: ChangeSet
  /** this edit carries over that line, which was written before the profile joined */
  carries?: number
}

/** `local`: the profile has joined nothing. `acked`: the server has it, our copy does not show it yet. */
export type OutboxState = 'local' | 'queued' | 'acked' | 'done' | 'rejected' | 'carried'
/** Unsettled edits, in the order of the view. */
export const ON_TOP: readonly OutboxState[] = ['local', 'queued', 'acked']

export interface OutboxRow extends MutEntry {
  /** its line in the journal */
  line: number
  mseq: number
  device: string
  st: OutboxState
  ids: string[]
  /** the server's number, once it has one */
  seq?: number
  /** paths the server did not take */
  lost?: string[]
}

/** `over`: the server's number of their values: mine, sent again, has seen them */
export interface InboxRow extends InboxItem { rid: string; line: number; over: number }
export interface HistoryRow extends HistoryEntry { key: string; id: string }
/** A row of the server that this version cannot read. It waits for a version that can. */
export interface AsideRow { id: string; seq: number; scope: string; row: unknown; issue: string }
export interface KvRow { k: string; v: unknown }
