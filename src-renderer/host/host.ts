import type { HostBridge } from '../../src-core/host/contract.ts'

declare global {
  interface Window {
    readonly caravan?: HostBridge
  }
}

/** The desktop behind this page. A page opened outside the app has none, and there is nothing useful it could do. */
export function hostBridge(): HostBridge {
  if (!window.caravan) throw new Error('no host: this page runs only inside Caravan')
  return window.caravan
}
