/**
 * Runs the built app in this process. Several apps may run at once, each with a profile of its own.
 *
 *   const { page, close } = await launch({ profile: '/some/folder', args: ['--server', url, '--enrol', code, '--locale', 'ar'] })
 */
import './hooks.mjs'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { emptyControl, instances, switchesOf, type Control, type Handle, type Instance } from './instances.ts'

export interface LaunchOptions {
  /** The folder that holds everything of this app; made when missing. */
  profile: string
  args?: readonly string[]
  headless?: boolean
  /** Another main bundle than the built app's. */
  main?: string
}

export interface Launched {
  /** A Playwright page that has loaded the app's window. */
  page: Page
  /** As the user does: the app saves what it holds and ends. */
  close(): Promise<void>
  /** SIGKILL: the browser dies at once and nothing of the app runs on. */
  kill(): Promise<void>
  exited: Promise<number>
  control: Control
  handle: Handle
}

const BUILT = resolve(import.meta.dirname, '../../out/main/index.js')
let last = 0

export async function launch({ profile, args = [], headless = true, main = BUILT }: LaunchOptions): Promise<Launched> {
  if (!existsSync(main)) throw new Error(`${main} is not built: npm run build`)
  const key = `${process.pid}-${++last}`
  const loaded = Promise.withResolvers<Page>()
  const exited = Promise.withResolvers<number>()
  const switches = switchesOf(args)
  const control = emptyControl()
  const instance: Instance = {
    key, profile: resolve(profile), headless, switches: new Map([...switches, ['profile', resolve(profile)]]), control, dead: false, handle: undefined,
    loaded: loaded.resolve,
    exited: (code) => {
      instances.delete(key)
      exited.resolve(code)
      loaded.reject(new Error(`the app ended (${code}) before its window had loaded; is another one running on ${profile}?`))
    },
  }
  loaded.promise.catch(() => {})
  instances.set(key, instance)
  const drop = async () => {
    instance.dead = true
    await instance.handle?.kill()
    instances.delete(key)
  }
  try {
    await import(`${pathToFileURL(join(main)).href}?app=${key}`)
    const page = await loaded.promise
    if (!instance.handle) throw new Error('the main bundle never imported electron')
    return {
      page, control, handle: instance.handle, exited: exited.promise, kill: drop,
      close: async () => {
        if (instance.dead) return
        instance.handle?.quit()
        await exited.promise
      },
    }
  } catch (error) {
    if (!instance.dead) await drop()
    throw error
  }
}
