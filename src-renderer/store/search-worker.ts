/** Entry of the search worker: its own thread, so that a sync never makes typing wait. It reads the database, and writes nothing. */
import { createSearchEngine } from '../../src-core/search/index-engine.ts'
import { broadcastBus } from './browser-env.ts'
import type { SearchStart, StoreEvent } from './client.ts'
import { openDatabase } from './database.ts'
import { matchesFor } from './matches.ts'
import { serve } from './rpc.ts'
import { searchHost } from './search-host.ts'
import { vocabularyLabels } from './vocabulary-labels.ts'

self.onmessage = ({ data }: MessageEvent<SearchStart>) => {
  self.onmessage = null
  const db = openDatabase()
  const labels = vocabularyLabels()
  const say = (refs: string[] | null) => data.events.postMessage({ topic: 'changed', data: { refs } } satisfies StoreEvent)
  const host = searchHost(db, createSearchEngine({ labels, now: () => performance.now() }), say, () => new Promise((resume) => setTimeout(resume)))
  broadcastBus().listen((notice) => {
    if ('ids' in notice) host.note(notice.ids)
  })
  serve(data.page, {
    search: host.search,
    matches: (ref: string, limit?: number) => matchesFor(host.held, ref, labels, limit),
  })
  void host.fill().catch((cause: unknown) => console.error('the index could not be filled', cause))
}
