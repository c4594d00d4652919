import { beforeEach, describe, expect, test } from 'vitest'
import { printKeys, resolvePress, setSingleKeys } from '../../../src-renderer/app/keys.ts'

// the runner has no DOM: no target is a text field here; that side is tested in the browser
Object.assign(globalThis, { HTMLElement: class {} })
let time = 0
const press = (code: string, more: Partial<KeyboardEvent> = {}) => resolvePress({ code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, target: null, repeat: false, timeStamp: ++time, ...more }, (spec) => ['KeyD', 'KeyG KeyD', 'Ctrl+KeyK', 'Shift+Slash', 'F6'].includes(spec))

describe('keys', () => {
  beforeEach(() => {
    time += 10_000
    setSingleKeys(true)
  })
  test('a letter alone', () => expect(press('KeyD')).toBe('KeyD'))
  test('G then D goes, and does not open a deal as well', () => {
    expect(press('KeyG')).toBeUndefined()
    expect(press('KeyD')).toBe('KeyG KeyD')
    expect(press('KeyD')).toBe('KeyD')
  })
  test('G is forgotten after a second', () => {
    press('KeyG')
    time += 1500
    expect(press('KeyD')).toBe('KeyD')
  })
  test('G then a letter that leads nowhere does nothing', () => {
    press('KeyG')
    expect(press('KeyQ')).toBeUndefined()
  })
  test('switched off, letters do nothing and chords still work', () => {
    setSingleKeys(false)
    expect(press('KeyD')).toBeUndefined()
    expect(press('KeyK', { ctrlKey: true })).toBe('Ctrl+KeyK')
    expect(press('F6')).toBe('F6')
  })
  test('Cmd is Ctrl', () => expect(press('KeyK', { metaKey: true })).toBe('Ctrl+KeyK'))
  test('as printed', () => expect(['KeyG KeyH', 'Ctrl+KeyK', 'Shift+Slash', 'BracketRight'].map(printKeys)).toEqual(['G H', 'Ctrl K', '?', ']']))
})
