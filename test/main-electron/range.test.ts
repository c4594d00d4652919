import { expect, test } from 'vitest'
import { parseRange } from '../../src-main/electron/file-response.ts'

const MB = 1024 * 1024

test.each([
  ['bytes=0-0', 10, { start: 0, end: 0 }],
  ['bytes=2-', 10, { start: 2, end: 9 }],
  ['bytes=-3', 10, { start: 7, end: 9 }],
  ['bytes=-99', 10, { start: 0, end: 9 }],
  ['bytes=5-99', 10, { start: 5, end: 9 }],
  ['bytes=0-', 20 * MB, { start: 0, end: 8 * MB - 1 }],
  ['bytes=0-99999999', 100 * MB, { start: 0, end: 8 * MB - 1 }],
])('%s of %i', (header, size, expected) => expect(parseRange(header, size)).toEqual(expected))

test.each([['bytes=10-', 10], ['bytes=5-4', 10], ['bytes=-', 10], ['bytes=0-1,3-4', 10], ['items=0-1', 10], ['bytes=a-b', 10], ['', 10], ['bytes=0-', 0]])('%s of %i is refused', (header, size) => expect(parseRange(header, size)).toBe(null))
