/** Routes live in the hash, so that a link, a saved search and the automation surface all say the same thing. */
import { useSyncExternalStore } from 'react'

const PLACES = ['today', 'catalogue', 'network', 'deals', 'dossiers', 'events', 'sync', 'settings', 'welcome'] as const
const PLACES_WITH_SUBJECT = ['record', 'edit', 'new', 'deal', 'dossier'] as const
export type Place = (typeof PLACES)[number]
export type PlaceWithSubject = (typeof PLACES_WITH_SUBJECT)[number]
export type Params = Readonly<Record<string, string>>
/** `subject` is a ref, or for `new` a kind. */
export type Route = { name: Place; params: Params } | { name: PlaceWithSubject; subject: string; params: Params }
export type RouteName = Route['name']

export function parseRoute(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#?\/?/, '').split('?', 2)
  const [name = '', subject = ''] = path.split('/')
  const params = Object.fromEntries(new URLSearchParams(search))
  if (PLACES.includes(name as Place)) return { name: name as Place, params }
  if (PLACES_WITH_SUBJECT.includes(name as PlaceWithSubject) && subject !== '') return { name: name as PlaceWithSubject, subject: decode(subject), params }
  return { name: 'today', params: {} }
}
const decode = (text: string) => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

export function formatRoute(route: Route): string {
  const path = 'subject' in route ? `${route.name}/${encodeURIComponent(route.subject)}` : route.name
  const search = Object.entries(route.params).filter(([, v]) => v !== '').map(([k, v]) => `${k}=${encodeURIComponent(v).replaceAll('%2C', ',')}`).join('&')
  return `#/${path}${search ? `?${search}` : ''}`
}

/** The hash of a place, for `href`. */
export const hrefTo = (name: RouteName, subject?: string, params: Params = {}): string => formatRoute(subject === undefined ? { name: name as Place, params } : { name: name as PlaceWithSubject, subject, params })

export function go(target: string | Route, options: { replace?: boolean } = {}): void {
  const hash = typeof target === 'string' ? target : formatRoute(target)
  if (hash === location.hash) return
  if (options.replace) {
    history.replaceState(history.state, '', hash)
    window.dispatchEvent(new HashChangeEvent('hashchange'))
  } else location.hash = hash
}

const listeners = new Set<() => void>()
/** One listener tells all: with one each, the browser would let a screen draw itself with the next place's address before the frame takes it away. */
const tell = () => {
  for (const listener of listeners) listener()
}
const subscribe = (listener: () => void) => {
  if (listeners.size === 0) window.addEventListener('hashchange', tell)
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) window.removeEventListener('hashchange', tell)
  }
}
let last: { hash: string; route: Route } | undefined
const snapshot = (): Route => {
  if (last?.hash !== location.hash) last = { hash: location.hash, route: parseRoute(location.hash) }
  return last.route
}
export const useRoute = (): Route => useSyncExternalStore(subscribe, snapshot)

interface NavigationApi { canGoBack: boolean; canGoForward: boolean }
/** Whether back and forward lead anywhere; read again on each route. */
export const useTravel = (): NavigationApi => {
  useRoute()
  const api = (globalThis as { navigation?: NavigationApi }).navigation
  return { canGoBack: api?.canGoBack ?? true, canGoForward: api?.canGoForward ?? true }
}
