import { expect, it } from 'vitest'
import { createAttempts } from '../../src-server/http/attempts.ts'

const wrong = () => Promise.resolve(false)
const miss = (right: boolean) => !right

it('ten misses from an address, however many at once, then it waits; others do not', async () => {
  let clock = 0
  let made = 0
  const attempts = createAttempts({ now: () => clock, delayMs: 0 })
  const outcomes = await Promise.allSettled(Array.from({ length: 30 }, () => attempts.take('a', () => { made++; return wrong() }, miss)))
  expect([made, outcomes.filter((o) => o.status === 'rejected').length]).toEqual([10, 20])
  expect(await attempts.take('b', () => Promise.resolve(true), miss)).toBe(true)
  await expect(attempts.take('a', () => Promise.resolve(true), miss)).rejects.toMatchObject({ type: 'too-many-attempts', values: { seconds: 600 } })
  clock += 10 * 60_000
  expect(await attempts.take('a', () => Promise.resolve(true), miss)).toBe(true)
})

it('a class of thirty enrols from one address', async () => {
  const attempts = createAttempts()
  expect(await Promise.all(Array.from({ length: 30 }, () => attempts.take('a', () => Promise.resolve(true), miss)))).toHaveLength(30)
})

it('each miss costs more time than the one before', async () => {
  const attempts = createAttempts({ delayMs: 10 })
  const from = performance.now()
  for (let i = 0; i < 4; i++) await attempts.take('a', wrong, miss)
  expect(performance.now() - from).toBeGreaterThanOrEqual(20 + 40 + 80 + 160 - 10)
})
