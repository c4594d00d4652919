/** A store in memory: enough for looking at screens, nothing to rely on. */
import { missingFields, type CaravanRecord } from '../../../src-core/record/record.ts'
import { KINDS, type Kind } from '../../../src-core/record/vocabulary.ts'
import { FACETS, type Facet, type SearchAnswer, type SearchRequest } from '../../../src-core/search/engine.ts'
import { applyChange } from '../../../src-core/sync/change.ts'
import type { HistoryEntry, StoreEvents, SyncState } from '../../../src-renderer/store/api.ts'
import type { StoreClient } from '../../../src-renderer/store/client.ts'
import { languagesOf, type MlText } from '../../../src-core/text/multilingual.ts'

const codesOf = (r: CaravanRecord, facet: Facet): string[] => {
  const v = r as unknown as Record<string, unknown>
  switch (facet) {
    case 'kind': return [r.kind]
    case 'country': return v['country'] ? [v['country'] as string] : []
    case 'field': return ((v['fields'] ?? []) as string[]).flatMap((c) => [c, c.split('.')[0]!]).filter((c, i, all) => all.indexOf(c) === i)
    case 'trl': {
      const range = v['trlRange'] as { min: number; max: number } | undefined
      return v['trl'] ? [String(v['trl'] as number)] : range ? Array.from({ length: range.max - range.min + 1 }, (_, i) => String(range.min + i)) : []
    }
    case 'cooperation': return (v['cooperation'] ?? []) as string[]
    case 'ipStatus': return v['ipStatus'] ? [v['ipStatus'] as string] : []
    case 'language': return languagesOf(r.title)
    case 'owner': return [r.owner]
  }
}

export function fakeStore(records: CaravanRecord[]): StoreClient {
  const held = new Map(records.map((r) => [r.ref, r]))
  const history: (HistoryEntry & { ref: string })[] = []
  const listeners: { [T in keyof StoreEvents]: Set<(d: never) => void> } = { changed: new Set(), sync: new Set() }
  const undo = new Map<string, CaravanRecord | undefined>()
  const sync: SyncState = { status: 'idle', records: records.length, pending: 0, inbox: 0, lastSuccess: new Date(Date.now() - 120_000).toISOString(), cursor: 1, progress: null, reason: null, enrolled: true, readOnly: false }
  const changed = (ref: string) => listeners.changed.forEach((l) => (l as (d: StoreEvents['changed']) => void)({ refs: [ref] }))
  const keep = (next: CaravanRecord, before: CaravanRecord | undefined) => {
    held.set(next.ref, next)
    const token = `u${undo.size}`
    undo.set(token, before)
    changed(next.ref)
    return { ok: true as const, value: { ref: next.ref, undo: token } }
  }
  const found = (q: SearchRequest, without?: Facet): CaravanRecord[] => [...held.values()].filter((r) => {
    if (q.kinds && !q.kinds.includes(r.kind)) return false
    for (const [facet, codes] of Object.entries(q.filters ?? {})) if (facet !== without && codes.length > 0 && !codesOf(r, facet as Facet).some((c) => codes.includes(c))) return false
    const words = q.query.toLowerCase().split(/\s+/).filter(Boolean)
    const text = JSON.stringify(r).toLowerCase()
    return words.every((w) => text.includes(w))
  })
  return {
    state: () => Promise.resolve(sync),
    search(q) {
      const all = found(q)
      const facets = Object.fromEntries(FACETS.map((facet) => {
        const counts = new Map<string, number>()
        for (const r of found(q, facet)) for (const c of codesOf(r, facet)) counts.set(c, (counts.get(c) ?? 0) + 1)
        return [facet, [...counts].map(([code, count]) => ({ code, count })).sort((a, b) => b.count - a.count)]
      })) as SearchAnswer['facets']
      const words = q.query.toLowerCase().split(/\s+/).filter(Boolean)
      const why = (r: CaravanRecord) => (['title', 'summary'] as const).flatMap((field) => languagesOf((r as unknown as Record<string, MlText>)[field]).flatMap((lang) => {
        const text = (r as unknown as Record<string, MlText>)[field]!.t[lang]!.text
        const hit = words.filter((w) => text.toLowerCase().includes(w)).map((w) => text.slice(text.toLowerCase().indexOf(w), text.toLowerCase().indexOf(w) + w.length))
        return hit.length > 0 ? [{ field, lang, words: hit, form: 'exact' as const }] : []
      }))
      return Promise.resolve({ query: q.query, total: all.length, hits: all.slice(q.offset ?? 0, (q.offset ?? 0) + (q.limit ?? 50)).map((r) => ({ id: r.id, ref: r.ref, score: 1, why: why(r) })), facets, ms: 3 })
    },
    get: (refs) => Promise.resolve(refs.flatMap((ref) => (held.has(ref) ? [{ record: held.get(ref)!, pending: 0, missing: missingFields(held.get(ref)!), mine: true }] : []))),
    list: (q) => Promise.resolve([...held.values()].filter((r) => r.kind === q.kind && Object.entries(q.where ?? {}).every(([k, v]) => { const x = (r as unknown as Record<string, unknown>)[k]; return Array.isArray(x) ? x.includes(v) : x === v })).slice(0, q.limit)),
    counts: () => Promise.resolve(Object.fromEntries(KINDS.map((k) => [k, [...held.values()].filter((r) => r.kind === k).length])) as Record<Kind, number>),
    matches: (ref, limit = 10) => Promise.resolve([...held.values()].filter((r) => r.kind === (held.get(ref)?.kind === 'offer' ? 'request' : 'offer')).slice(0, limit).map((r, i) => ({ offer: held.get(ref)?.kind === 'offer' ? ref : r.ref, need: held.get(ref)?.kind === 'offer' ? r.ref : ref, score: 78 - i * 7, gates: [], reasons: [{ factor: 'field' as const, share: 1, code: 'same', values: { fields: 'AGR.IRR' } }, { factor: 'maturity' as const, share: 0.5, code: 'near', values: { offer: 6, min: 7 } }] }))),
    history: (ref) => Promise.resolve(history.filter((h) => h.ref === ref)),
    create: (kind, values, by) => {
      const now = new Date().toISOString()
      const ref = `${kind.toUpperCase()}-2026-${Math.random().toString(36).slice(2, 7).toUpperCase()}`
      const next = { id: crypto.randomUUID(), kind, ref, owner: 'HUB', rev: 1, status: 'DRAFT', visibility: { level: 'network' }, createdAt: now, updatedAt: now, ...values } as unknown as CaravanRecord
      history.unshift({ ref, at: now, by, what: 'create', paths: Object.keys(values), state: 'kept', after: values })
      return Promise.resolve(keep(next, undefined))
    },
    change: (ref, set, by) => {
      const before = held.get(ref)
      if (!before) return Promise.resolve({ ok: false, error: { type: 'not-found' } })
      const next = applyChange(before, set, new Date().toISOString())
      if (!next.ok) return Promise.resolve(next)
      history.unshift({ ref, at: next.value.updatedAt, by, what: 'set', paths: Object.keys(set), state: 'kept', after: set })
      return Promise.resolve(keep(next.value, before))
    },
    moveStage: () => Promise.resolve({ ok: false, error: { type: 'read-only' } }),
    withdraw: () => Promise.resolve({ ok: false, error: { type: 'not-mine' } }),
    undo: (token) => {
      const before = undo.get(token)
      return Promise.resolve(before ? keep(before, held.get(before.ref)) : { ok: false, error: { type: 'not-found' } })
    },
    edits: () => Promise.resolve(history.map((h, i) => ({ ...h, key: String(i) }))),
    inbox: () => Promise.resolve([]),
    settle: () => Promise.resolve({ ok: true, value: null }),
    syncNow: () => Promise.resolve(),
    loadSample: () => Promise.resolve(0),
    joined: () => Promise.resolve(),
    on(topic, listener) {
      listeners[topic].add(listener as never)
      return () => void listeners[topic].delete(listener as never)
    },
  }
}
