/** A browser does not tell when the machine sleeps; tests emit `suspend` and `resume` themselves. */
import { EventEmitter } from 'node:events'

export const powerMonitor = new EventEmitter()
