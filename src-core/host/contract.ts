/**
 * What the app asks of its host. Every call is checked by these schemas on both sides; a method that is not here does not exist.
 * Bytes never travel by these calls (32 MB took 5 s): files are written by the host, and read back through `app://`.
 */
import * as z from 'zod'

z.config({ jitless: true })

const failure = z.object({ type: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])).optional() })
const result = <T extends z.ZodType>(value: T) => z.union([z.object({ ok: z.literal(true), value }), z.object({ ok: z.literal(false), error: failure })])
const nothing = z.null()

export const capabilitiesSchema = z.object({ nativeMenus: z.boolean(), keyring: z.boolean(), print: z.boolean(), autoUpdate: z.boolean(), fileDialogs: z.boolean() })
export const membershipSchema = z.object({ url: z.string(), space: z.string(), epoch: z.string(), device: z.string(), centre: z.string(), centreName: z.string(), name: z.string() })
export type Membership = z.infer<typeof membershipSchema>
/** Small preferences only. Unknown keys are kept. */
export const settingsSchema = z.looseObject({
  locale: z.enum(['zh', 'ar', 'en', 'he']).optional(), theme: z.enum(['light', 'dark', 'system']).optional(), density: z.enum(['dense', 'comfortable']).optional(),
  digits: z.enum(['latn', 'arab', 'auto']).optional(), calendar: z.enum(['gregory', 'islamic-umalqura', 'hebrew']).optional(), singleKeys: z.boolean().optional(),
  userName: z.string().max(120).optional(), welcomed: z.boolean().optional(), sample: z.boolean().optional(), savedSearches: z.array(z.object({ id: z.string(), name: z.string().max(120), hash: z.string().max(2000) })).max(100).optional(),
})
export type Settings = z.infer<typeof settingsSchema>
export const journalEntrySchema = z.object({ t: z.string().max(20), body: z.unknown() })
/** One line of the journal as it stands on disk: `seq` counts from 1. */
export const journalLineSchema = z.object({ seq: z.int(), hash: z.string(), entry: journalEntrySchema })
export const draftSchema = z.object({ key: z.string().regex(/^[A-Za-z0-9._-]{1,120}$/), at: z.string(), body: z.unknown() })
export const savedFileSchema = z.object({ name: z.string(), sha256: z.string(), bytes: z.int() })
export const dossierJobSchema = z.object({
  /** folder name; made safe by the host */
  name: z.string().min(1).max(120),
  /** inner HTML of the print template's body; `<!--page ID DIGITS-->` stands where a page number goes */
  html: z.string().max(8_000_000),
  /** `@page` margin boxes (running head, page x of y) */
  style: z.string().max(20_000),
  lang: z.enum(['zh', 'ar', 'en', 'he']),
  title: z.string().max(400),
  /** headings in order, as the PDF's bookmarks shall read; `id` is the heading's anchor in the html */
  outline: z.array(z.object({ id: z.string(), title: z.string().max(400), level: z.int().min(1).max(3) })).max(200),
  /** everything the manifest records besides the hashes: deal, records with revs, languages, template, issuer, time */
  facts: z.record(z.string(), z.unknown()),
  /** the dossier's data beside the PDF, so that a receiver need not scrape it */
  data: z.unknown(),
  /** ISO time put into the PDF; part of the input, so that the same input gives the same bytes */
  issuedAt: z.string(),
})
export type DossierJob = z.infer<typeof dossierJobSchema>

/** method -> [input, output] */
export const METHODS = {
  'host.info': [nothing, z.object({ engine: z.enum(['electron', 'chromium']), version: z.string(), platform: z.string(), locale: z.string(), capabilities: capabilitiesSchema, membership: membershipSchema.nullable(), arguments: z.object({ server: z.string().optional(), enrol: z.string().optional(), locale: z.string().optional(), sample: z.boolean().optional() }) })],
  'settings.read': [nothing, settingsSchema],
  'settings.write': [settingsSchema, result(nothing)],
  /** Checks that the URL is a Caravan server, makes a device key and spends the one-time code. */
  'server.enrol': [z.object({ url: z.string().max(500), code: z.string().max(64), name: z.string().max(120) }), result(membershipSchema)],
  /** A request to the enrolled server, and to no other: no `..`, lest the token reach what else lives on that host. `body` is JSON. An answer of any status is ok; errors are those of the way. */
  'server.send': [z.object({ method: z.enum(['GET', 'POST']), path: z.string().regex(/^\/v1\/(?!.*(\.|%2e){2})[A-Za-z0-9/_?&=.:%,-]*$/i), body: z.unknown().optional(), timeoutMs: z.int().min(100).max(120_000).optional() }), result(z.object({ status: z.int(), body: z.unknown() }))],
  /** Saved when it answers: the lines are on the disk. `device` is the sync device whose journal it is, or `local`. */
  'journal.append': [z.object({ entries: z.array(journalEntrySchema).min(1).max(500) }), result(z.object({ seq: z.int(), hash: z.string() }))],
  'journal.read': [z.object({ after: z.int().min(0), limit: z.int().min(1).max(2000) }), result(z.object({ lines: z.array(journalLineSchema), head: z.int() }))],
  'drafts.list': [nothing, result(z.array(draftSchema))],
  'drafts.put': [draftSchema, result(nothing)],
  'drafts.remove': [z.object({ key: draftSchema.shape.key }), result(nothing)],
  /** Asks for a folder once (or takes the default), prints, and writes PDF, data and manifest there. */
  'dossier.issue': [dossierJobSchema, result(z.object({ token: z.string(), folder: z.string(), pages: z.int(), files: z.array(savedFileSchema) }))],
  /** Lets the user choose a file to import; the text of it is read with `app://caravan/file/<token>`. */
  'file.pick': [z.object({ accept: z.array(z.enum(['jsonl', 'json', 'csv'])) }), result(z.object({ token: z.string(), name: z.string(), bytes: z.int() }).nullable())],
  /** Shows a file or folder the host made, by its token. */
  'shell.show': [z.object({ token: z.string() }), result(nothing)],
  'shell.open': [z.object({ url: z.url({ protocol: /^(https|mailto)$/ }) }), result(nothing)],
} as const satisfies Record<string, readonly [z.ZodType, z.ZodType]>

export type Method = keyof typeof METHODS
export type Input<M extends Method> = z.input<(typeof METHODS)[M][0]>
export type Output<M extends Method> = z.output<(typeof METHODS)[M][1]>

/** topic -> data */
export const EVENTS = {
  /** the machine woke, or its network changed: a good moment to sync */
  'host.resume': z.object({ reason: z.enum(['wake', 'network', 'focus']) }),
  /** a menu item or deep link asks for a route */
  'host.navigate': z.object({ hash: z.string() }),
} as const satisfies Record<string, z.ZodType>
export type Topic = keyof typeof EVENTS

/** What the preload puts on `window.caravan`, frozen. */
export interface HostBridge {
  call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>>
  on<T extends Topic>(topic: T, listener: (data: z.output<(typeof EVENTS)[T]>) => void): () => void
}

/** Calls that the store worker may make through its page. */
export const WORKER_METHODS: readonly Method[] = ['host.info', 'server.send', 'journal.append', 'journal.read']

/** What a host may answer besides success: `locales/<lang>/errors.json` `<type>`. */
export const HOST_FAILURES = ['offline', 'timeout', 'not-caravan', 'captive-portal', 'wrong-server', 'proto-too-old', 'bad-url', 'code-unknown', 'code-used', 'code-expired', 'too-many-attempts', 'not-enrolled', 'revoked', 'already-enrolled', 'too-large', 'disk-full', 'journal-damaged', 'journal-broken', 'write-failed', 'print-failed', 'cancelled', 'unknown-token', 'bad-input'] as const
export type HostFailure = (typeof HOST_FAILURES)[number]
