/** Entry of the store worker. The page sends it three ports: for calls, for events, and the way to the host. */
import { browserEnv } from './browser-env.ts'
import type { StoreStart } from './client.ts'
import { serve } from './rpc.ts'
import { openStoreCore } from './store.ts'

self.onmessage = ({ data }: MessageEvent<StoreStart>) => {
  self.onmessage = null
  const core = openStoreCore(browserEnv(data.host), (state) => data.events.postMessage({ topic: 'sync', data: state }))
  serve(data.page, core.handlers)
}
