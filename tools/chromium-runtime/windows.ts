/** The windows of this app, in the order they were opened. */
import type { Page } from 'playwright-core'
import type { BrowserWindow } from './browser-window.ts'

export const windows: BrowserWindow[] = []
export const open = (): BrowserWindow[] => windows.filter((window) => !window.isDestroyed())
export const windowOf = (page: Page | undefined): BrowserWindow | undefined => (page ? windows.find((window) => window.page === page) : undefined)
