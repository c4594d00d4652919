/** The four languages of the network, in the order of the language strip: 中 ع En ע. */
export const LOCALES = ['zh', 'ar', 'en', 'he'] as const
export type Locale = (typeof LOCALES)[number]

export const isLocale = (value: unknown): value is Locale => LOCALES.includes(value as Locale)

export const direction = (locale: Locale): 'rtl' | 'ltr' => (locale === 'ar' || locale === 'he' ? 'rtl' : 'ltr')

/** Each language's own name, and its sign in the strip. Never translated. */
export const OWN_NAME: Record<Locale, string> = { zh: '中文', ar: 'العربية', en: 'English', he: 'עברית' }
export const SIGN: Record<Locale, string> = { zh: '中', ar: 'ع', en: 'En', he: 'ע' }
