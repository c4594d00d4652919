import type { Dexie } from 'dexie'

/**
 * Version 1. `ref` is not unique on purpose: two records with one ref must not stop a whole page of the server's rows.
 * The outbox is keyed by its line in the journal: mutation numbers start again when a profile is enrolled again.
 */
export function schema1(db: Dexie): void {
  db.version(1).stores({
    records: '&id,ref,kind,owner,updatedAt,scope',
    shadow: '&id',
    outbox: '&line,mseq,st,*ids',
    inbox: '&key,kind,rid',
    history: '&key,id',
    aside: '&id',
    kv: '&k',
  })
}
