/**
 * Every reason a match can give: `locales/<lang>/match.json` `<factor>.<code>`, with these values.
 *
 * How a value reads, by its name (several codes stand in one string, separated by a single space):
 *   field fields offered_field wanted_field   codes of `field`        mode modes offered wanted   codes of `cooperation`
 *   param params                              `siteParam`             country offerCountry needCountry   ISO 3166-1
 *   kind offerKind needKind                   `organisationKind`      lang        a locale
 *   words     the shared words as written, separated by ` · `         label       a criterion's own text
 *   trl min max gap met total months count    numbers                 low high price budget   decimals in `currency`
 *   date      ISO 8601
 *
 * A code whose share is always null says why the factor was left out; its weight is shared out among the others.
 */
import type { Factor } from './match.ts'

export const REASONS = {
  field: {
    same: ['fields'],
    area: ['offered_field', 'wanted_field'],
    apart: ['offered_field', 'wanted_field'],
    unknown: [],
  },
  criteria: {
    met: ['met', 'total'],
    partly: ['met', 'total', 'label'],
    failed: ['total', 'label'],
    'must-failed': ['label'],
    'not-comparable': ['total'],
    none: [],
  },
  text: {
    words: ['words', 'lang', 'count'],
    concepts: ['fields', 'count'],
    little: ['lang'],
    'no-common-language': [],
    unknown: [],
  },
  maturity: {
    within: ['trl', 'min', 'max'],
    'slightly-early': ['trl', 'min', 'gap'],
    'too-early': ['trl', 'min', 'gap'],
    'more-mature': ['trl', 'max', 'gap'],
    unknown: [],
  },
  mode: {
    same: ['modes'],
    compatible: ['offered', 'wanted'],
    apart: ['offered', 'wanted'],
    unknown: [],
  },
  site: {
    fits: ['params', 'count'],
    partly: ['params', 'met', 'total'],
    outside: ['params'],
    unknown: [],
  },
  budget: {
    within: ['price', 'budget', 'currency'],
    overlap: ['low', 'high', 'currency'],
    above: ['price', 'budget', 'currency'],
    'other-currency': [],
    unknown: [],
  },
  time: {
    enough: ['months', 'date'],
    tight: ['months', 'date'],
    late: ['months', 'date'],
    unknown: [],
  },
  partner: {
    both: ['offerKind', 'needKind'],
    'offer-fits': ['kind'],
    'need-fits': ['kind'],
    apart: ['kind'],
    unknown: [],
  },
  country: {
    'in-territory': ['country'],
    'outside-territory': ['country'],
    'same-country': ['country'],
    'known-pair': ['offerCountry', 'needCountry', 'count'],
    'new-pair': ['offerCountry', 'needCountry'],
    unknown: [],
  },
} as const satisfies Record<Factor, Record<string, readonly string[]>>
