/** What the services need of the engine they run on: `src-main/electron/` gives it, tests give a fake one. */
export interface HostDoor {
  /** the profile's folder: journal, drafts, settings, keys */
  dataDir: string
  /** the user's documents: dossiers are written below it */
  documentsDir: string
  version: string
  engine: 'electron' | 'chromium'
  /** switches given at start, already read with `getSwitchValue` */
  arguments: { server?: string | undefined; enrol?: string | undefined; locale?: string | undefined; sample?: boolean | undefined }
  locale: string
  keyring: boolean
  /** text of the built `print.html`, unfilled */
  printTemplate(): Promise<string>
  /** prints a whole document, served at `app://caravan/print/<id>`, in a hidden window whose JavaScript is off; waits for its fonts */
  print(html: string, options: PrintOptions): Promise<Uint8Array>
  /** path of the chosen file, or null when the user cancelled */
  pickFile(accept: readonly string[]): Promise<string | null>
  showItem(path: string): void | Promise<void>
  openExternal(url: string): Promise<void>
  /** the engine's fetch (system proxy, TLS pin); only the server link calls it */
  fetch: typeof fetch
  /** wraps a secret with the system's keyring */
  seal(plain: string): Uint8Array
  unseal(bytes: Uint8Array): string
}

/** Always: preferCSSPageSize, printBackground, tagged, outline. */
export interface PrintOptions {
  timeoutMs: number
}
