import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { ok, type Result } from '../src-core/base/result.ts'
import type { Input, Method, Output } from '../src-core/host/contract.ts'
import { EDIT_ROOM, hasRoom, SYNC_ROOM } from './disk-room.ts'
import { draftStore } from './drafts.ts'
import { issueDossier } from './dossier-job.ts'
import { failure, writeFailure } from './failure.ts'
import { tokenStore } from './files.ts'
import type { HostDoor } from './host-door.ts'
import { issuedDossiers } from './issued-dossiers.ts'
import { journalHolder } from './journal-holder.ts'
import { serverLink } from './server-link.ts'
import { settingsStore } from './settings.ts'

export type { HostDoor } from './host-door.ts'

/** What the desktop does for the page, one function a method of the host contract. Input is already parsed, output is as the contract says. */
export interface Services {
  call(method: Method, input: unknown): Promise<unknown>
  /** path of a file the user picked, for `app://caravan/file/<token>` */
  file(token: string): string | undefined
  close(): Promise<void>
}

type Calls = { [M in Method]: (input: Input<M>) => Promise<Output<M>> }

/** A file that is imported is read whole by a worker: more than this would not fit. */
const MAX_PICKED = 1_000_000_000

export function createServices(host: HostDoor): Services {
  const journal = journalHolder(join(host.dataDir, 'journal', 'edits.jsonl'))
  const settings = settingsStore(host.dataDir)
  const drafts = draftStore(host.dataDir)
  const link = serverLink(host)
  const picked = tokenStore()
  const issued = issuedDossiers(host.dataDir)
  /** one print at a time: each takes a window and a core */
  let printing: Promise<unknown> = Promise.resolve()

  const calls: Calls = {
    'host.info': async () => ({
      engine: host.engine, version: host.version, platform: process.platform, locale: host.locale,
      capabilities: { nativeMenus: host.engine === 'electron', keyring: host.keyring, print: true, autoUpdate: false, fileDialogs: host.engine === 'electron' },
      membership: await link.membership(),
      arguments: host.arguments,
    }),
    'settings.read': () => settings.read(),
    'settings.write': (given) => settings.write(given),
    'server.enrol': ({ url, code, name }) => link.enrol(url, code, name),
    'server.send': async (sent) => ((await hasRoom(host.dataDir, SYNC_ROOM)) ? link.send(sent) : failure('disk-full')),
    'journal.append': async ({ entries }) => ((await hasRoom(host.dataDir, EDIT_ROOM)) ? journal.append(entries) : failure('disk-full')),
    'journal.read': ({ after, limit }) => journal.read(after, limit),
    'drafts.list': () => drafts.list(),
    'drafts.put': (draft) => drafts.put(draft),
    'drafts.remove': ({ key }) => drafts.remove(key),
    'dossier.issue': (job) => {
      const next = printing.then(async () => {
        const done = await issueDossier(host, job)
        return done.ok ? ok({ token: await issued.add(done.value.folder), ...done.value }) : done
      })
      printing = next
      return next
    },
    'file.pick': async ({ accept }) => {
      const path = await host.pickFile(accept)
      if (path === null) return ok(null)
      try {
        const { size } = await stat(path)
        return size > MAX_PICKED ? failure('too-large', { max: MAX_PICKED }) : ok({ token: picked.give(path), name: basename(path), bytes: size })
      } catch (error) {
        return writeFailure(error)
      }
    },
    'shell.show': async ({ token }) => {
      const path = picked.path(token) ?? (await issued.folder(token))
      return path === undefined ? failure('unknown-token') : attempt(() => host.showItem(path))
    },
    'shell.open': ({ url }) => attempt(() => host.openExternal(url)),
  }

  return {
    call: (method, input) => (calls[method] as (input: unknown) => Promise<unknown>)(input),
    file: (token) => picked.path(token),
    close: async () => {
      await printing.catch(() => undefined)
      journal.close()
    },
  }
}

async function attempt(work: () => void | Promise<void>): Promise<Result<null>> {
  try {
    await work()
    return ok(null)
  } catch {
    return failure('bad-input')
  }
}
