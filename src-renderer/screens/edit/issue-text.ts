import { hasMessage, type Translate } from '../../app/i18n.ts'
import type { Issue } from './model.ts'

/** What is wrong, in words. */
export const issueText = (t: Translate, issue: Issue): string => (hasMessage(`record:issue.${issue.code}`) ? t(`record:issue.${issue.code}` as 'record:issue.too-long', { over: issue.over ?? 1 }) : t('record:issue.invalid'))
