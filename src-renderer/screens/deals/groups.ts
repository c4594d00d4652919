/** Twelve stages in five columns, so that the whole road fits a window. */
import type { Stage } from '../../../src-core/deal/checklist.ts'

export const GROUPS = [
  { id: 'explore', stages: ['lead', 'qualified', 'interest'] },
  { id: 'evaluate', stages: ['disclosure', 'evaluation'] },
  { id: 'agree', stages: ['terms', 'approvals', 'contract'] },
  { id: 'bind', stages: ['signature', 'effect'] },
  { id: 'carry', stages: ['delivery', 'outcome'] },
] as const satisfies readonly { id: string; stages: readonly Stage[] }[]
