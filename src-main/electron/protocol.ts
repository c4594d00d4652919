/** `app://caravan/…`: the built page, the sample, print jobs, and files the user picked. Nothing else exists, whatever a path says. */
import { randomBytes } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { basename, join, sep } from 'node:path'
import { protocol } from 'electron'
import { appPolicy, filePolicy, printPolicy } from './csp.ts'
import { fileResponse } from './file-response.ts'
import { RENDERER, SCHEME } from './origin.ts'

export interface Source {
  /** path of a file the user picked */
  file(token: string): string | undefined
  /** the document of a print job */
  print(id: string): string | undefined
}

export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true, stream: true, codeCache: true } }])
}

export function serveApp(source: Source): void {
  const built = filesBelow(RENDERER)
  protocol.handle(SCHEME, async (request) => {
    const url = new URL(request.url)
    if (url.host !== 'caravan' || !['GET', 'HEAD'].includes(request.method)) return refused(403)
    const path = decodeURIComponent(url.pathname).replace(/^\/+/, '') || 'index.html'
    const [place = '', id = ''] = path.split('/')
    if (place === 'print') return document(source.print(id), printPolicy())
    if (place === 'file') return fileOf(source.file(id), request)
    if (path === 'index.html') return appDocument()
    return fileOf(built.has(path) ? join(RENDERER, path) : undefined, request)
  })
}

function appDocument(): Response {
  const nonce = randomBytes(16).toString('base64')
  const html = readFileSync(join(RENDERER, 'index.html'), 'utf8')
  return document(html.replaceAll('__CSP_NONCE__', nonce), appPolicy(nonce))
}

/** The built documents lie at the top and say `./assets/`; a print job lies one folder deeper. */
function document(html: string | undefined, policy: string): Response {
  if (html === undefined) return refused(404)
  return new Response(html.replaceAll('"./assets/', '"/assets/'), { headers: { ...headers(policy), 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' } })
}

async function fileOf(path: string | undefined, request: Request): Promise<Response> {
  if (path === undefined || basename(path).startsWith('.')) return refused(404)
  return fileResponse(path, request.headers.get('range'), headers(filePolicy()))
}

const refused = (status: number): Response => new Response('', { status, headers: headers(filePolicy()) })
const headers = (policy: string): Record<string, string> => ({ 'content-security-policy': policy, 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' })

function filesBelow(folder: string): ReadonlySet<string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return new Set(entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).split(sep).join('/')))
}
