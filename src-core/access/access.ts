/**
 * Who may see and change a record. Pure: today's date and the centres of a deal are passed in.
 *  A1 every record has exactly one scope; who holds the scope may read it, unless a deny rule says otherwise.
 *  A2 the owner centre always reads and edits its own record; no rule hides it from its owner.
 *  A3 a deal, and what lives in its room, is read and edited by every centre of the deal.
 *  A4 who it is shared with (visibility, deny rules, the deal's centres) only the owner changes.
 */
import type { CaravanRecord } from '../record/record.ts'
import type { Code } from '../record/vocabulary.ts'

export interface Viewer {
  /** ref of the centre that the device belongs to */
  centre: string
  /** countries the centre works for (ISO 3166-1); a rule against one of them binds the centre */
  countries: readonly string[]
  /** is it the network's hub */
  hub: boolean
  /** organisations that host the centre: a rule against one of them binds the centre */
  hosts?: readonly string[]
}
type DenyScope = Code<'denyScope'>
export type DenyApplies = Code<'denyApplies'>

/** The hub's centre exists on every server. */
export const HUB = 'HUB'

/** `pub`, `net`, `bil:<refs, sorted>`, `ctr:<ref>`, `deal:<ref>` or `cmp:<ref>`. */
export function scopeOf(record: CaravanRecord): string {
  const { visibility, owner } = record
  if (record.kind === 'deal') return `deal:${record.ref}`
  if (record.kind === 'document' && record.confidentiality === 'own-side') return `ctr:${owner}`
  switch (visibility.level) {
    case 'centre': return `ctr:${owner}`
    case 'compliance': return `cmp:${owner}`
    case 'bilateral': return `bil:${[...new Set([owner, ...visibility.centres])].sort().join('+')}`
    case 'deal-room': return `deal:${visibility.deal}`
    case 'public':
    case 'network':
      // a document of a deal stays in its room unless both its visibility and its confidentiality let it out
      if (record.kind === 'document' && record.deal && record.confidentiality !== 'open' && record.confidentiality !== 'network') return `deal:${record.deal}`
      return visibility.level === 'public' ? 'pub' : 'net'
  }
}

/** The centres that a scope names itself; undefined when it is open to all, or when only the deal knows. */
export function centresOfScope(scope: string): string[] | undefined {
  if (scope.startsWith('bil:')) return scope.slice(4).split('+')
  if (scope.startsWith('ctr:') || scope.startsWith('cmp:')) return [scope.slice(4)]
  return undefined
}

const dealOfScope = (scope: string): string | undefined => (scope.startsWith('deal:') ? scope.slice(5) : undefined)

/** The centres that share a deal: its owner and those it names. */
export const centresOfDeal = (deal: CaravanRecord): string[] => (deal.kind === 'deal' ? [...new Set([deal.owner, ...(deal.centres ?? [])])] : [])

/** The ref of the deal whose centres decide about the record, if one does. */
export function dealOf(record: CaravanRecord): string | undefined {
  return dealOfScope(scopeOf(record))
}

export const denyKey = (scope: DenyScope, target: string): string => `${scope}:${target}`
/** The rules that would bind this viewer. */
export const keysOf = (viewer: Viewer): string[] => [...viewer.countries.map((c) => denyKey('country', c)), denyKey('centre', viewer.centre), ...(viewer.hosts ?? []).map((h) => denyKey('org', h))]

/** Keys of the rules that hold on `today` (ISO date) for any of `applies`. */
export function denyKeys(record: CaravanRecord, applies: readonly DenyApplies[], today: string): string[] {
  const keys = (record.deny ?? []).filter((r) => inForce(r, today) && r.applies.some((a) => applies.includes(a))).map((r) => denyKey(r.scope, r.target))
  return [...new Set(keys)].sort()
}
const inForce = (rule: { from?: string | undefined; until?: string | undefined }, today: string) => (!rule.from || rule.from <= today) && (!rule.until || today <= rule.until)

/** May the viewer not do this with the record, on `today`? A rule against reading or syncing forbids everything. */
export function denied(record: CaravanRecord, viewer: Viewer, applies: DenyApplies, today: string): boolean {
  if (record.owner === viewer.centre || !record.deny?.length) return false
  const bound = keysOf(viewer)
  return denyKeys(record, [...ALWAYS, applies], today).some((key) => bound.includes(key))
}
/** What is not read is not received, and what is not received is not read. */
export const ALWAYS: readonly DenyApplies[] = ['read', 'sync']

/** Does the viewer hold the scope? `dealCentres` are the centres of the deal whose room it is. */
export function holdsScope(scope: string, viewer: Viewer, dealCentres: readonly string[] = []): boolean {
  if (scope === 'pub' || scope === 'net') return true
  if (scope.startsWith('deal:')) return dealCentres.includes(viewer.centre)
  return centresOfScope(scope)?.includes(viewer.centre) ?? false
}

export function mayRead(record: CaravanRecord, viewer: Viewer, today: string, dealCentres: readonly string[] = centresOfDeal(record)): boolean {
  if (record.owner === viewer.centre) return true
  return holdsScope(scopeOf(record), viewer, dealCentres) && !denied(record, viewer, 'read', today)
}

/** `dealCentres` for a document of a deal; a deal knows its own. */
export function mayEdit(record: CaravanRecord, viewer: Viewer, dealCentres: readonly string[] = centresOfDeal(record)): boolean {
  if (record.owner === viewer.centre) return true
  if (record.kind === 'centre') return viewer.hub
  if (record.kind !== 'deal' && record.kind !== 'document') return false
  return dealOf(record) !== undefined && dealCentres.includes(viewer.centre)
}

/** `deal` decides whose room a document is in: emptied by another party, it would let the document out. */
const OWNER_ONLY: readonly string[] = ['visibility', 'deny', 'centres', 'confidentiality', 'steward', 'deal']
/** What a centre is in the network, deny rules hang on: the hub says it, not the centre itself. */
const HUB_ONLY: readonly string[] = ['countries', 'hosts', 'centreKind', 'parent']

/** May one who may edit the record change this field of it? */
export function mayEditField(record: CaravanRecord, viewer: Viewer, field: string): boolean {
  if (record.kind === 'centre' && HUB_ONLY.includes(field)) return viewer.hub
  return record.owner === viewer.centre || !OWNER_ONLY.includes(field) || (record.kind === 'centre' && viewer.hub)
}

/** May the viewer add this record to the network? */
export function mayCreate(record: CaravanRecord, viewer: Viewer, dealCentres: readonly string[] = centresOfDeal(record)): boolean {
  if (record.kind === 'centre') return viewer.hub
  if (record.owner !== viewer.centre) return false
  return dealOf(record) === undefined || dealCentres.includes(viewer.centre)
}

/** Every scope the viewer holds; `shared` are the scopes of two or more centres that exist, with their centres. */
export function scopesFor(viewer: Viewer, shared: readonly { scope: string; centres: readonly string[] }[]): string[] {
  const mine = shared.filter((s) => s.centres.includes(viewer.centre)).map((s) => s.scope)
  return ['pub', 'net', `ctr:${viewer.centre}`, `cmp:${viewer.centre}`, ...mine.sort()]
}
