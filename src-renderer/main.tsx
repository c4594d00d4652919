import { hostBridge } from './host/host.ts'
import { storeHooks } from './host/relay.ts'
import { start } from './start.tsx'
import { openStore } from './store/client.ts'

const host = hostBridge()
await start(document.getElementById('root')!, host, openStore(storeHooks(host)))
