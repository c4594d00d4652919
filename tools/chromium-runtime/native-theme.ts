import { EventEmitter } from 'node:events'
import type * as E from 'electron'
import { instance } from './instance.ts'
import { open } from './windows.ts'

type Source = E.NativeTheme['themeSource']

class NativeTheme extends EventEmitter {
  #source: Source = 'system'
  get themeSource(): Source {
    return this.#source
  }
  set themeSource(source: Source) {
    if (source === this.#source) return
    this.#source = source
    this.emit('updated')
    if (!instance.headless) for (const { page } of open()) void page?.emulateMedia({ colorScheme: colorScheme() }).catch(() => {})
  }
  /** What the system prefers is the browser's knowledge, not ours. */
  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark'
  }
}

export const nativeTheme = new NativeTheme() satisfies Pick<E.NativeTheme, 'themeSource' | 'shouldUseDarkColors'>
/** Playwright's word for it. In headless runs the test decides, not the app. */
export const colorScheme = (): 'light' | 'dark' | null => (nativeTheme.themeSource === 'system' ? null : nativeTheme.themeSource)
