/** The app that this copy of the runtime serves. */
import { mkdirSync } from 'node:fs'
import { instances } from './instances.ts'

const key = new URL(import.meta.url).searchParams.get('app') ?? ''
const found = instances.get(key)
if (!found) throw new Error('the Chromium runtime is loaded by launch.ts or register.mjs only')
mkdirSync(found.profile, { recursive: true })

export const instance = found
