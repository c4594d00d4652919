import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildDossier, type DossierInput, type Need } from '../../../src-core/dossier/dossier.ts'
import { dossierJobSchema } from '../../../src-core/host/contract.ts'
import { intake } from '../../../src-core/record/intake.ts'
import type { CaravanRecord, Deal } from '../../../src-core/record/record.ts'
import type { Kind } from '../../../src-core/record/vocabulary.ts'
import { LOCALES } from '../../../src-core/text/locale.ts'
import { deal as model } from './sample.ts'
import { words } from './words.ts'

const FOLDER = join(import.meta.dirname, '../../../src-server/sample')
const AUDIENCES = ['partner', 'ministry', 'board'] as const
const digest = (text: string) => createHash('sha256').update(text).digest()

async function network(): Promise<CaravanRecord[]> {
  const lines = readdirSync(FOLDER).filter((f) => f.endsWith('.jsonl')).sort().flatMap((f) => readFileSync(join(FOLDER, f), 'utf8').split('\n')).filter((l) => l.trim() !== '')
  const taken = await Promise.all(lines.map((l) => intake(l, { digest, now: '2026-11-22T12:00:00Z' })))
  return taken.flatMap((t) => (t.status === 'rejected' ? [] : [t.record]))
}

test('every deal of the sample network, and every offer beside a need, makes a dossier for each pair of languages', { timeout: 120_000 }, async () => {
  const records = await network()
  const of = <K extends Kind>(kind: K) => records.filter((r): r is Extract<CaravanRecord, { kind: K }> => r.kind === kind)
  const [offers, needs, organisations, centres] = [of('offer'), [...of('request'), ...of('rd-request')] as Need[], of('organisation'), of('centre')]
  expect(offers.length).toBeGreaterThan(20)
  expect(needs.length).toBeGreaterThan(10)
  const { parties: _, milestones: __, terms: ___, ...bare } = model
  const paired = offers.map((o, i): Deal => {
    const need = needs[i % needs.length]!
    return { ...bare, ref: `D-TEST-${i}`, title: o.title!, items: [o.ref, need.ref], parties: [{ id: '1', organisation: o.organisation ?? 'ORG-X', role: 'provider' }, { id: '2', organisation: need.organisation ?? 'ORG-Y', role: 'recipient' }] }
  })
  let made = 0
  for (const [i, deal] of [...of('deal'), ...paired].entries()) {
    const items = new Set<string>(deal.items ?? [])
    const common: Omit<DossierInput, 'languages'> = {
      deal, organisations, offers: offers.filter((o) => items.has(o.ref)), requests: needs.filter((o) => items.has(o.ref)), documents: of('document').filter((d) => d.deal === deal.ref), persons: of('person'),
      centre: centres.find((c) => deal.centres?.includes(c.ref)) ?? centres[0]!, centres, audience: AUDIENCES[i % 3]!, words, issuedAt: '2026-11-22T12:00:00Z', issuer: { name: 'N', centre: 'HUB' },
    }
    for (const a of LOCALES) {
      for (const b of LOCALES.filter((l) => l !== a)) {
        const job = buildDossier({ ...common, languages: [a, b] })
        const parsed = dossierJobSchema.safeParse(job)
        if (!parsed.success) expect.fail(`${deal.ref} ${a} ${b}: ${parsed.error.message}`)
        if (/undefined|\[object|NaN/.test(job.html)) expect.fail(`${deal.ref} ${a} ${b}: ${/.{60}(undefined|\[object|NaN).{20}/s.exec(job.html)?.[0]}`)
        // the network's other organisations are nobody's business here
        const named = new Set([...(deal.parties ?? []).map((p) => p.organisation), ...common.offers.map((o) => o.organisation), ...common.requests.map((r) => r.organisation)])
        expect((job.data as { organisations: { ref: string }[] }).organisations.every((o) => named.has(o.ref))).toBe(true)
        made++
      }
    }
  }
  expect(made).toBeGreaterThanOrEqual(offers.length * 12)
})
