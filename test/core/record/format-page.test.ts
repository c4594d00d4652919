import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { fieldsOf, type Field } from '../../../src-core/record/record.ts'
import { KINDS, type Kind } from '../../../src-core/record/vocabulary.ts'

const page = readFileSync(new URL('../../../docs/record-format.md', import.meta.url), 'utf8')

function written({ name, meta }: Field): string {
  const columns = meta.columns ? `: ${Object.keys(meta.columns).join(', ')}` : ''
  const inside = [meta.control, meta.max === undefined ? '' : ` ≤${meta.max}`, meta.vocabulary ? ` ${meta.vocabulary}` : '', columns].join('')
  return `${meta.required ? `**${name}**` : name} (${inside})`
}
const line = (kind: Kind) => `- \`${kind}\`: ${fieldsOf(kind).map(written).join(' · ')}`

it('the page of the format lists the fields as they are: paste what is expected here between its marks', () => {
  const listed = /<!-- fields:start -->\n([\s\S]*?)\n<!-- fields:end -->/.exec(page)?.[1]
  expect(listed).toBe(KINDS.map(line).join('\n'))
})
