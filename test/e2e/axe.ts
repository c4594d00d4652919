import AxeBuilder from '@axe-core/playwright'
import type { Launched } from '../../tools/chromium-runtime/launch.ts'

/** WCAG 2.2 AA as axe sees it; one line a rule, with the first element. Legacy mode: the other opens a page of its own, which the runtime refuses. */
export async function axe(page: Launched['page']): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: page as never }).setLegacyMode().withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
  return violations.map(({ id, nodes }) => `${id}, ${nodes.length} times: ${nodes[0]?.html.slice(0, 160)} (${(nodes[0]?.failureSummary ?? '').split('\n').slice(1, 3).join(' ').trim()})`)
}
