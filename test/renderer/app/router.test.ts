import { describe, expect, test } from 'vitest'
import { formatRoute, parseRoute, type Route } from '../../../src-renderer/app/router.ts'

describe('routes', () => {
  test.each<[string, Route]>([
    ['#/today', { name: 'today', params: {} }],
    ['#/catalogue?q=%E8%8A%82%E6%B0%B4&kind=offer,request', { name: 'catalogue', params: { q: '节水', kind: 'offer,request' } }],
    ['#/record/TO-CN-2026-00417', { name: 'record', subject: 'TO-CN-2026-00417', params: {} }],
    ['#/new/rd-request', { name: 'new', subject: 'rd-request', params: {} }],
  ])('%s reads and writes back', (hash, route) => {
    expect(parseRoute(hash)).toEqual(route)
    expect(parseRoute(formatRoute(route))).toEqual(route)
  })
  test('what is typed by hand, unescaped, is read too', () => expect(parseRoute('#/catalogue?q=ري موفر للمياه')).toEqual({ name: 'catalogue', params: { q: 'ري موفر للمياه' } }))
  test('an unknown place, and a place without its subject, lead to today', () => {
    expect(parseRoute('#/elsewhere').name).toBe('today')
    expect(parseRoute('#/record/').name).toBe('today')
    expect(parseRoute('#/record/%E0%A4%A').name).toBe('record')
  })
  test('the signs of a query survive: & = ? # + and a comma', () => {
    const route: Route = { name: 'catalogue', params: { q: 'a&b=c?d#e+f, g %' } }
    expect(parseRoute(formatRoute(route))).toEqual(route)
  })
})
