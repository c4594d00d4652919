/** Controlled vocabularies. Codes only: their labels are in `locales/<lang>/vocabulary.json` under `<vocabulary>.<code>`. */

export const KINDS = ['centre', 'organisation', 'person', 'facility', 'event', 'programme', 'offer', 'request', 'rd-request', 'deal', 'document'] as const
export type Kind = (typeof KINDS)[number]

/** EEN's twelve profile states, and WITHDRAWN. */
const status = ['DRAFT', 'DRAFT_ACCEPTED', 'DRAFT_REJECTED', 'CLIENT_VALIDATION_PENDING', 'UNDER_REVIEW', 'UNDER_VALIDATION', 'PUBLISHED', 'ON_HOLD', 'FLAGGED', 'REJECTED', 'EXPIRED', 'ARCHIVED', 'WITHDRAWN'] as const

const visibility = ['public', 'network', 'bilateral', 'centre', 'deal-room', 'compliance'] as const
const denyScope = ['country', 'centre', 'org'] as const
const denyApplies = ['read', 'match', 'count', 'sync', 'export'] as const
const denyReason = ['export-control', 'embargo-country', 'owner-wish', 'exclusivity', 'funder', 'security'] as const
/** 0 self-declared, 1 document seen, 2 register checked, 3 site visit or third-party test */
const verification = ['0', '1', '2', '3'] as const
const provenance = ['fact', 'derived', 'synthetic'] as const

const centreKind = ['hub', 'bilateral', 'secretariat', 'node'] as const
const organisationKind = ['university', 'rto', 'sme-10', 'sme-49', 'sme-249', 'large', 'hospital', 'government', 'park', 'investor', 'broker', 'ip-firm', 'association'] as const
const staffBand = ['1-10', '11-49', '50-249', '250-999', '1000+'] as const
const membershipTier = ['member', 'partner', 'observer'] as const
const personRole = ['researcher', 'technology-manager', 'expert', 'signatory', 'contact'] as const
const qualification = ['junior', 'intermediate', 'senior'] as const
const cefr = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native'] as const
const facilityKind = ['joint-lab', 'science-park', 'incubator', 'demonstration-base', 'overseas-rd-centre'] as const
const establishment = ['self-built', 'acquisition', 'joint-venture', 'equity-stake', 'lease'] as const
const facilityDirection = ['inbound', 'outbound', 'two-way'] as const
const eventKind = ['roadshow', 'conference', 'matchmaking', 'training', 'visit'] as const
const programmeKind = ['framework', 'training', 'funding', 'mechanism', 'joint-research'] as const

const ipOffice = ['CN', 'US', 'EP', 'WO', 'JP', 'KR', 'DE', 'GB', 'FR', 'IL', 'SA', 'AE', 'JO', 'OM', 'EG', 'MA', 'TN', 'QA', 'KW', 'BH', 'GC', 'IN', 'SG', 'AU', 'CA', 'EA', 'AP'] as const
const ipKind = ['patent', 'utility-model', 'design', 'plant-variety', 'software-copyright', 'layout', 'trademark', 'know-how'] as const
/** condensed from WIPO ST.27 */
const ipState = ['filed', 'published', 'granted', 'refused', 'withdrawn', 'lapsed', 'expired', 'secret'] as const
/** EEN's four IPR values for an offer as a whole */
const ipStatus = ['none', 'secret-know-how', 'applied', 'granted'] as const
const cooperation = ['assignment', 'exclusive-licence', 'sole-licence', 'non-exclusive-licence', 'option', 'know-how-training', 'joint-venture', 'equity', 'joint-rd', 'contract-rd', 'service', 'consulting', 'equipment-technology', 'pilot', 'incubation'] as const
const partnerKind = ['sme-10', 'sme-49', 'sme-249', 'large', 'rto', 'university', 'other'] as const
const environment = ['lab', 'pilot', 'field'] as const
const priceStructure = ['lump', 'running', 'minimum', 'milestone', 'equity', 'mixed', 'free'] as const
const sdg = ['none', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13', '14', '15', '16', '17'] as const
const controlRegime = ['cn-technology-catalogue', 'cn-dual-use', 'wassenaar', 'eu-annex-i', 'us-ccl', 'il-deca', 'il-dual-use'] as const
const codeScheme = ['EEN', 'IPC', 'CPC', 'NACE', 'GBT13745', 'GBT4754', 'HS'] as const
const idScheme = ['ROR', 'LEI', 'USCC', 'CR', 'IL-CN', 'ORCID', 'GRID', 'ISNI', 'URL', 'OTHER'] as const
const criterionOp = ['>=', '<=', '=', 'between', 'has'] as const
const criterionForce = ['must', 'should'] as const

const dealStage = ['lead', 'qualified', 'interest', 'disclosure', 'evaluation', 'terms', 'approvals', 'contract', 'signature', 'effect', 'delivery', 'outcome'] as const
const dealOutcome = ['won', 'lost', 'dormant', 'blocked', 'superseded'] as const
const lossReason = ['too-early', 'benefit-unclear', 'route-unclear', 'description-unclear', 'scientific-doubt', 'price', 'territory', 'compliance', 'funder', 'partner-capacity', 'localisation', 'language', 'ip-doubt', 'finance', 'no-reply', 'competitor', 'politics'] as const
const partyRole = ['provider', 'recipient', 'user', 'broker', 'guarantor'] as const
const dealDirection = ['inbound', 'outbound', 'domestic'] as const
const documentKind = ['profile', 'teaser', 'datasheet', 'test-report', 'nda', 'mta', 'eoi', 'minutes', 'loi', 'mou', 'term-sheet', 'fto', 'valuation', 'board-paper', 'end-use', 'authorisation', 'contract', 'annex', 'poa', 'registry-extract', 'translation-certificate', 'apostille', 'invoice', 'tax-record', 'acceptance', 'royalty-report', 'training-log', 'dossier'] as const
const documentState = ['draft', 'final', 'signed', 'superseded'] as const
const confidentiality = ['open', 'network', 'parties', 'own-side'] as const

export const VOCABULARIES = {
  kind: KINDS, status, visibility, denyScope, denyApplies, denyReason, verification, provenance,
  centreKind, organisationKind, staffBand, membershipTier, personRole, qualification, cefr, facilityKind, establishment, facilityDirection, eventKind, programmeKind,
  ipOffice, ipKind, ipState, ipStatus, cooperation, partnerKind, environment, priceStructure, sdg, controlRegime, codeScheme, idScheme, criterionOp, criterionForce,
  dealStage, dealOutcome, lossReason, partyRole, dealDirection, documentKind, documentState, confidentiality,
} as const
export type VocabularyName = keyof typeof VOCABULARIES
export type Code<N extends VocabularyName> = (typeof VOCABULARIES)[N][number]
