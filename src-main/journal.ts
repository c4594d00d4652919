/**
 * The journal of local edits. Rules:
 *  J1 append-only; one line an entry: `<hash> <json>\n`, hash = sha256(previous hash + json), 16 hex digits.
 *  J2 an entry is saved when fdatasync has returned: only then is it acknowledged.
 *  J3 entries that arrive while one fdatasync runs share the next one (group commit); entries of one append stay together.
 *  J4 at open the chain is checked. A last line without its newline is kept when its hash is right; a shorter piece was never
 *     acknowledged and is cut off. Any other broken line is damage: it is reported with its place, never skipped, and the file
 *     is left as it is. (A tail that lost whole lines looks sound: only a witness kept elsewhere can notice that.)
 *  J5 after a failed or hanging write the journal refuses everything until it is opened again: after a failed fsync the page
 *     cache lies. It may be opened again once the hanging write has come to an end, lest that write land on newer lines.
 *  J6 an entry that was refused may still be found at the next open: who appends makes entries that can be met twice.
 */
import { createHash } from 'node:crypto'
import { closeSync, existsSync, fdatasync, fsyncSync, ftruncateSync, mkdirSync, openSync, readFileSync, readSync, write, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { fail, ok, type Failure, type Result } from '../src-core/base/result.ts'
import { failure, writeFailure } from './failure.ts'

export interface JournalLine { seq: number; hash: string; entry: { t: string; body: unknown } }
export interface Journal {
  append(entries: readonly { t: string; body: unknown }[]): Promise<Result<{ seq: number; hash: string }>>
  read(after: number, limit: number): JournalLine[]
  readonly head: string
  readonly seq: number
  /** set after J5; `settled` says whether the file may be opened again */
  readonly broken: Failure | undefined
  readonly settled: boolean
  /** bytes of an unacknowledged tail cut off at open */
  readonly tornBytes: number
  close(): void
}
/** The file system calls that can hang or fail, so that tests can make them do so. */
export interface JournalDisk { write: typeof write; fdatasync: typeof fdatasync }

const HASH = 16
/** One line, and what one `read` answers with: more would not pass the bridge to the page. */
const MAX_LINE = 4_000_000
const MAX_READ = 8_000_000
export const HANGING_MS = 5000

const link = (head: string, json: Buffer | string) => createHash('sha256').update(head).update(json).digest('hex').slice(0, HASH)
const isLine = (head: string, line: Buffer) => line.length > HASH + 1 && line[HASH] === 0x20 && line.toString('latin1', 0, HASH) === link(head, line.subarray(HASH + 1))

export function openJournal(file: string, disk: JournalDisk = { write, fdatasync }, hangingMs = HANGING_MS): Result<Journal> {
  let fd: number
  try {
    fd = openFile(file)
  } catch (error) {
    return writeFailure(error)
  }
  const bytes = readFileSync(file)
  /** where line `i` starts; the last element is where the next one will */
  const starts = [0]
  let head = ''
  let end = 0
  for (let nl = bytes.indexOf(10); nl >= 0; nl = bytes.indexOf(10, end)) {
    const line = bytes.subarray(end, nl)
    if (!isLine(head, line)) { closeSync(fd); return failure('journal-damaged', { line: starts.length, lastGood: head }) }
    head = line.toString('latin1', 0, HASH)
    end = nl + 1
    starts.push(end)
  }
  const tail = bytes.subarray(end)
  let tornBytes = 0
  try {
    if (isLine(head, tail)) {
      head = tail.toString('latin1', 0, HASH)
      writeSync(fd, '\n', bytes.length)
      fsyncSync(fd)
      starts.push(bytes.length + 1)
    } else if (tail.length > 1 && isLine(head, tail.subarray(0, -1))) {
      // a whole line and one strange byte: no tear makes that, a flipped newline does
      closeSync(fd)
      return failure('journal-damaged', { line: starts.length, lastGood: head })
    } else if (tail.length > 0) {
      tornBytes = tail.length
      ftruncateSync(fd, end)
      fsyncSync(fd)
    }
  } catch (error) {
    closeSync(fd)
    return writeFailure(error)
  }
  return ok(makeJournal({ fd, head, starts, tornBytes, disk, hangingMs }))
}

function openFile(file: string): number {
  mkdirSync(dirname(file), { recursive: true })
  const made = !existsSync(file)
  const fd = openSync(file, made ? 'ax+' : 'r+')
  if (!made) return fd
  closeSync(fd)
  const dir = openSync(dirname(file), 'r')
  try { fsyncSync(dir) } catch { /* Windows has no folder fsync */ } finally { closeSync(dir) }
  // 'a' would ignore positions on Linux
  return openSync(file, 'r+')
}

interface Waiting { jsons: string[]; done(result: Result<{ seq: number; hash: string }>): void }
interface State { fd: number; head: string; starts: number[]; tornBytes: number; disk: JournalDisk; hangingMs: number }

function makeJournal(state: State): Journal {
  const { fd, starts, disk } = state
  let queue: Waiting[] = []
  let busy = false
  let broken: Failure | undefined
  let closed = false

  function refuse(batch: Waiting[], why: { ok: false; error: Failure }) {
    broken ??= why.error
    const all = [...batch, ...queue]
    queue = []
    for (const w of all) w.done(why)
  }

  function drain() {
    if (busy || broken || closed || queue.length === 0) return
    busy = true
    const batch = queue
    queue = []
    let hash = state.head
    const lines: Buffer[] = []
    const acks = batch.map((w) => {
      for (const json of w.jsons) {
        hash = link(hash, json)
        lines.push(Buffer.from(`${hash} ${json}\n`))
      }
      return { seq: starts.length - 1 + lines.length, hash }
    })
    const last = hash
    const timer = setTimeout(() => refuse(batch, failure('write-failed', { code: 'HANGING' })), state.hangingMs)
    persist(Buffer.concat(lines), starts.at(-1)!, (error) => {
      clearTimeout(timer)
      busy = false
      if (closed) closeSync(fd)
      if (error) return refuse(batch, writeFailure(error))
      if (broken) return // it hung and was refused: what is on the disk is read at the next open
      for (const line of lines) starts.push(starts.at(-1)! + line.length)
      state.head = last
      batch.forEach((w, i) => w.done(ok(acks[i]!)))
      drain()
    })
  }

  function persist(data: Buffer, at: number, done: (error: Error | null) => void) {
    disk.write(fd, data, 0, data.length, at, (error, written) => {
      if (error) done(error)
      else if (written < data.length) persist(data.subarray(written), at + written, done)
      else disk.fdatasync(fd, done)
    })
  }

  return {
    append(entries) {
      if (broken) return Promise.resolve(failure('journal-broken', { cause: broken.type }))
      if (closed) return Promise.resolve(failure('journal-broken', { cause: 'closed' }))
      const jsons = entries.map((e) => JSON.stringify(e))
      if (jsons.some((j) => Buffer.byteLength(j) > MAX_LINE)) return Promise.resolve(failure('too-large', { max: MAX_LINE }))
      return new Promise((done) => { queue.push({ jsons, done }); drain() })
    },
    read(after, limit) {
      const lines: JournalLine[] = []
      let bytes = 0
      for (let seq = after + 1; seq < starts.length && lines.length < limit; seq++) {
        const from = starts[seq - 1]!
        const length = starts[seq]! - from - 1
        bytes += length
        if (lines.length > 0 && bytes > MAX_READ) break
        const line = Buffer.alloc(length)
        readSync(fd, line, 0, length, from)
        lines.push({ seq, hash: line.toString('latin1', 0, HASH), entry: JSON.parse(line.toString('utf8', HASH + 1)) as JournalLine['entry'] })
      }
      return lines
    },
    get head() { return state.head },
    get seq() { return starts.length - 1 },
    get broken() { return broken },
    get settled() { return !busy },
    tornBytes: state.tornBytes,
    close() {
      if (closed) return
      closed = true
      for (const w of queue) w.done(fail({ type: 'journal-broken', values: { cause: 'closed' } }))
      queue = []
      if (!busy) closeSync(fd)
    },
  }
}
