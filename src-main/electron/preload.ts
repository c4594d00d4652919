/** All the page ever sees of its host: `window.caravan`, two functions. */
import { contextBridge, ipcRenderer } from 'electron'
import type { HostBridge } from '../../src-core/host/contract.ts'
import { CALL, EVENT } from './channels.ts'

const bridge: HostBridge = {
  call: (method, input) => ipcRenderer.invoke(CALL, method, input),
  on(topic, listener) {
    const heard = (_event: unknown, name: unknown, data: unknown) => {
      // checked by main before it was sent
      if (name === topic) listener(data as never)
    }
    ipcRenderer.on(EVENT, heard)
    return () => void ipcRenderer.off(EVENT, heard)
  },
}

contextBridge.exposeInMainWorld('caravan', bridge)
