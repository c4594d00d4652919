import type { Match } from '../../src-core/match/match.ts'
import type { Database } from './database.ts'

export async function matchesFor(_db: Database, _ref: string, _limit = 20): Promise<Match[]> {
  return []
}
