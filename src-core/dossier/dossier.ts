import type { DossierInput, DossierOutput } from './input.ts'

export type { Audience, Conventions, DossierInput, DossierOutput, Fit, Need, Words } from './input.ts'

/** A deal's dossier in two languages, ready for `dossier.issue`. Same input, same output. */
export function buildDossier(input: DossierInput): DossierOutput {
  throw new Error(`not written yet: ${input.deal.ref}`)
}
