/** The words for codes in all four languages, for the search engine: a record is found in languages nobody wrote it in. */
import ar from '../../locales/ar/vocabulary.json'
import en from '../../locales/en/vocabulary.json'
import he from '../../locales/he/vocabulary.json'
import zh from '../../locales/zh/vocabulary.json'
import { labelsFrom } from '../../src-core/search/labels.ts'

export const vocabularyLabels = () => labelsFrom({ ar, en, he, zh })
