/** What a second start on one profile says, on the terminal it was started from: there is no window of it. */
import ar from '../../locales/ar/errors.json' with { type: 'json' }
import en from '../../locales/en/errors.json' with { type: 'json' }
import he from '../../locales/he/errors.json' with { type: 'json' }
import zh from '../../locales/zh/errors.json' with { type: 'json' }

const WORDS: Record<string, string> = { ar: ar['profile-in-use'], en: en['profile-in-use'], he: he['profile-in-use'], zh: zh['profile-in-use'] }

/** `locale` as asked for or as the system has it: `ar`, `ar-OM`, `zh_CN.UTF-8`. */
export const profileInUse = (locale: string, profile: string): string => (WORDS[locale.slice(0, 2)] ?? en['profile-in-use']).replace('{profile}', () => profile)
