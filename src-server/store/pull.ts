/**
 * One page of what a viewer may see, in order. The page is chosen from the covering index alone and never splits a seq;
 * answered as JSON text, because a page of documents should not be parsed to be printed.
 */
import { keysOf, scopesFor } from '../../src-core/access/access.ts'
import { confidentialFields } from '../../src-core/access/confidential.ts'
import type { Kind } from '../../src-core/record/vocabulary.ts'
import type { Client, Database } from './database.ts'
import { viewerOf } from './records.ts'

export interface Standing { head: number; epoch: string; centre: string; revoked: boolean; countries: string[]; hosts: string[]; shared: { scope: string; centres: string[] }[] }
export interface Page { epoch: string; head: number; next: number; more: boolean; count: number; json: string }

/** Where the network stands and who asks, in one statement. */
export async function standingOf(client: Client | Database['pool'], space: string, device: string): Promise<Standing | undefined> {
  const { rows } = await client.query<Standing>({ name: 'standing', text:
    `select h.seq as head, h.epoch, d.centre, d.revoked_at is not null as revoked, coalesce(c.countries, '{}') as countries, coalesce(c.hosts, '{}') as hosts,
       coalesce((select json_agg(json_build_object('scope', r.scope, 'centres', array[d.centre])) from room r where r.space = d.space and r.centres @> array[d.centre]), '[]') as shared
     from device d join space_head h on h.space = d.space left join centre c on c.space = d.space and c.ref = d.centre where d.space = $1 and d.id = $2`, values: [space, device] })
  return rows[0]
}

const SEEN = `(owner = $3 or (scope = any($4) and not deny && $5))`
const PAGE = `
with h as materialized (select seq from space_head where space = $1),
page as materialized (select max(seq) as hi, count(*) as n from (select seq from (
  (select seq from record where space = $1 and seq > $2 and seq <= (select seq from h) and ${SEEN} order by seq limit $6) union all
  (select seq from scope_exit where space = $1 and scope = $7 and seq > $2 and seq <= (select seq from h) order by seq limit $6)) u order by seq limit $6) v)
select 'put' as t, seq, id, scope, kind, owner, (case when owner = $3 then doc else coalesce(shown, doc) end)::text as doc, fv::text as fv, (select n from page) as n from record where space = $1 and seq > $2 and seq <= (select hi from page) and ${SEEN}
union all select 'exit', seq, id, scope, null, null, null, null, (select n from page) from scope_exit where space = $1 and scope = $7 and seq > $2 and seq <= (select hi from page)`

interface Row { t: 'put' | 'exit'; seq: number; id: string; scope: string; kind: string | null; owner: string | null; doc: string | null; fv: string | null; n: number }

export async function pullPage(client: Client | Database['pool'], space: string, standing: Standing, since: number, limit: number): Promise<Page> {
  const viewer = viewerOf({ ref: standing.centre, countries: standing.countries, hosts: standing.hosts })
  const scopes = scopesFor(viewer, standing.shared)
  const { epoch, head } = standing
  const { rows } = head > since
    ? await client.query<Row>({ name: 'page', text: PAGE, values: [space, since, viewer.centre, scopes, keysOf(viewer), limit, `ctr:${viewer.centre}`] })
    : { rows: [] as Row[] }
  rows.sort((a, b) => a.seq - b.seq)
  const more = rows.length > 0 && rows[0]!.n >= limit
  // a cursor never goes back, not even when a lagging replica answers
  const next = more ? rows.at(-1)!.seq : Math.max(since, head)
  const json = `{"epoch":${JSON.stringify(epoch)},"head":${head},"next":${next},"more":${more},"scopes":${JSON.stringify(scopes)},"rows":[${rows.map((r) => printed(r, viewer.centre)).join(',')}]}`
  return { epoch, head, next, more, count: rows.length, json }
}

function printed(row: Row, centre: string): string {
  const start = `{"t":"${row.t}","id":"${row.id}","seq":${row.seq},"scope":${JSON.stringify(row.scope)}`
  if (row.t === 'exit') return `${start}}`
  return `${start},"kind":"${row.kind}","doc":${row.doc},"fv":${row.owner === centre || row.kind === 'deal' ? row.fv : openPaths(row)}}`
}

/** That a confidential field changed, and when, is confidential too. */
function openPaths({ fv, kind }: Row): string {
  const hidden = confidentialFields(kind as Kind)
  if (hidden.length === 0 || fv === '{}') return fv!
  return JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(fv!) as Record<string, number>).filter(([path]) => !hidden.includes(path.split('/')[0]!))))
}
