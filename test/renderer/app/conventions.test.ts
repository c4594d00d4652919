import { describe, expect, test } from 'vitest'

// the theme and the language act on the page; here it is a stand-in
Object.assign(globalThis, { matchMedia: () => ({ matches: false, addEventListener() {} }), document: { documentElement: { dataset: {} } } })
const { conventionsOf } = await import('../../../src-renderer/app/session.tsx')
type Centre = Parameters<typeof conventionsOf>[1]

const centre = (more: object) => ({ kind: 'centre', ...more }) as unknown as Centre

describe('digits, calendar and month names', () => {
  test('Eastern digits unless the centre says otherwise', () => {
    expect(conventionsOf({}, undefined)).toEqual({ digits: 'arab', calendar: 'gregory', country: undefined })
    expect(conventionsOf({ digits: 'auto' }, centre({ conventions: [{ id: 'a', digits: 'latn', calendar: 'gregory', weekend: 'sat-sun', paper: 'A4' }] })).digits).toBe('latn')
  })
  test('what the person chose comes first', () => expect(conventionsOf({ digits: 'arab', calendar: 'hebrew' }, centre({ conventions: [{ id: 'a', digits: 'latn', calendar: 'islamic-umalqura', weekend: 'fri-sat', paper: 'A4' }] }))).toMatchObject({ digits: 'arab', calendar: 'hebrew' }))
  test('month names are the country’s only when the centre has one', () => {
    expect(conventionsOf({}, centre({ countries: ['JO'] })).country).toBe('JO')
    expect(conventionsOf({}, centre({ countries: ['JO', 'OM'] })).country).toBeUndefined()
  })
})
