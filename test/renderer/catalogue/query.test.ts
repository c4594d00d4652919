import { expect, test } from 'vitest'
import { fromTrl, readQuery, toggle, toRequest, writeQuery } from '../../../src-renderer/screens/catalogue/query.ts'

test('a query reads back as written', () => {
  const params = writeQuery({ q: '节水', filters: { country: ['CN', 'OM'], trl: ['7', '8', '9'] }, sort: 'updated' })
  expect(params).toEqual({ q: '节水', country: 'CN,OM', trl: '7,8,9', sort: 'updated' })
  expect(readQuery(params)).toMatchObject({ q: '节水', filters: { country: ['CN', 'OM'], trl: ['7', '8', '9'] }, sort: 'updated' })
})
test('without words the catalogue lists what is offered and sought; with words it looks everywhere', () => {
  expect(toRequest(readQuery({}), 'en', 100).kinds).toEqual(['offer', 'request', 'rd-request'])
  expect(toRequest(readQuery({ q: 'x' }), 'en', 100).kinds).toContain('organisation')
  expect(readQuery({ q: 'x', in: 'both' }).tab).toBe('both')
})
test('words are ranked by relevance, no words by date', () => {
  expect(readQuery({ q: 'x' }).sort).toBe('relevance')
  expect(readQuery({}).sort).toBe('updated')
  expect(readQuery({ q: 'x', sort: 'nonsense' }).sort).toBe('relevance')
})
test('one kind is its tab', () => expect(readQuery({ kind: 'offer' }).tab).toBe('offer'))
test('a TRL bar means from here up, and lets go when pressed again', () => {
  const on = fromTrl({}, 7)
  expect(on.trl).toEqual(['7', '8', '9'])
  expect(fromTrl(on, 7).trl).toEqual([])
})
test('a facet is toggled once', () => expect(toggle(toggle({}, 'country', 'CN', true), 'country', 'CN', true)).toEqual({ country: ['CN'] }))
