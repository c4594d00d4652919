import { expect, test } from 'vitest'
import { switchesOf } from '../../tools/chromium-runtime/instances.ts'

test('two words, one word and flags read alike', () => {
  expect(Object.fromEntries(switchesOf(['--server', 'http://a:1', '--enrol=X=Y', '--no-sample', '--locale', 'ar']))).toEqual({ server: 'http://a:1', enrol: 'X=Y', 'no-sample': '', locale: 'ar' })
  expect(Object.fromEntries(switchesOf(['stray', '--headless', '--profile', '/a b']))).toEqual({ headless: '', profile: '/a b' })
})
