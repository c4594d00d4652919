import AxeBuilder from '@axe-core/playwright'
import type { Launched } from '../../tools/chromium-runtime/launch.ts'

/** WCAG 2.2 AA as axe sees it; one line a fault, with the element. Legacy mode: the other opens a page of its own, which the runtime refuses. */
export async function axe(page: Launched['page']): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: page as never }).setLegacyMode().withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} (${(failureSummary ?? '').split('\n').slice(0, 3).join(' ')})`))
}
