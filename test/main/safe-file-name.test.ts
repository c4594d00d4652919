import { resolve, join } from 'node:path'
import { expect, test } from 'vitest'
import { safeFileName } from '../../src-main/safe-file-name.ts'

test.each([
  ['D-2026-0031 · desalination / تحلية 海水', 'D-2026-0031 · desalination - تحلية 海水'], ['../../etc/passwd', '-..-etc-passwd'], ['..', 'dossier'], ['', 'dossier'], ['CON', '_CON'], ['nul.pdf', '_nul.pdf'],
  ['a\u202egnp.exe', 'agnp.exe'], ['e\u0301', '\u00e9'], [' x. ', 'x'], ['a\nb\u0000c', 'abc'], ['C:\\temp\\x', 'C--temp-x'],
])('%j becomes %j', (wanted, name) => expect(safeFileName(wanted)).toBe(name))

test('whatever is asked for stays inside its folder, within 180 bytes, and is stable', () => {
  const pool = ['/', '\\', '.', ' ', '\u202e', '\u0000', 'ت', '海', '👩‍🔬', 'a', 'COM1', '\n', '\ud800', ':', 'é', '~', '\u200f']
  let seed = 7
  const next = (n: number) => { seed = (seed * 1103515245 + 12345) % 2147483648; return seed % n }
  for (let k = 0; k < 20_000; k++) {
    const wanted = Array.from({ length: next(120) }, () => pool[next(pool.length)]).join('')
    const name = safeFileName(wanted)
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(181)
    expect(resolve(join('/x', name)).startsWith('/x/')).toBe(true)
    expect(safeFileName(name)).toBe(name)
    if (/[/\\:\u202e\u0000-\u001f]/.test(name) || /^[.\s]|[.\s]$/.test(name)) expect.fail(JSON.stringify(name))
  }
})
