import { ok, type Result } from '../src-core/base/result.ts'
import { failure } from './failure.ts'
import { openJournal, type Journal, type JournalLine } from './journal.ts'

/**
 * The one open journal. It is opened at first use, and again after a failed write (J5): the disk may have space by now.
 * A damaged journal is refused each time with its place, and never touched.
 */
export function journalHolder(file: string, open: typeof openJournal = openJournal) {
  let journal: Journal | undefined
  function current(): Result<Journal> {
    if (journal && !journal.broken) return ok(journal)
    if (journal && !journal.settled) return failure('journal-broken', { cause: 'HANGING' })
    journal?.close()
    journal = undefined
    const opened = open(file)
    if (opened.ok) journal = opened.value
    return opened
  }
  return {
    async append(entries: readonly { t: string; body: unknown }[]): Promise<Result<{ seq: number; hash: string }>> {
      const opened = current()
      return opened.ok ? opened.value.append(entries) : opened
    },
    async read(after: number, limit: number): Promise<Result<{ lines: JournalLine[]; head: number }>> {
      const opened = current()
      return opened.ok ? ok({ lines: opened.value.read(after, limit), head: opened.value.seq }) : opened
    },
    close() { journal?.close() },
  }
}
