import { describe, expect, test } from 'vitest'
import { markRanges } from '../../../src-renderer/app/highlight.tsx'

const marked = (text: string, ...words: string[]) => markRanges(text, words).map(([a, b]) => text.slice(a, b))

describe('marks', () => {
  test('whole words only: ري does not light inside بطارية', () => {
    expect(marked('بطارية', 'ري')).toEqual([])
    expect(marked('نظام ري موفّر للمياه', 'ري')).toEqual(['ري'])
  })
  test('neighbours light as one', () => expect(marked('Smart water-saving irrigation', 'saving', 'irrigation')).toEqual(['saving irrigation']))
  test('Han lights where it stands', () => expect(marked('智能风光互补节水灌溉系统', '节水灌溉')).toEqual(['节水灌溉']))
  test('letter case does not matter, and the text keeps its own', () => expect(marked('Water and water', 'water')).toEqual(['Water', 'water']))
  test('overlapping words light once', () => expect(marked('节水灌溉', '节水', '水灌溉')).toEqual(['节水灌溉']))
  test('a letter that grows when lowered shifts nothing', () => expect(marked('İİ water', 'water')).toEqual([]))
})
