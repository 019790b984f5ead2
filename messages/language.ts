/** The languages of the forum's own words; an essay and its comments may be in any. */
export const LANGUAGES = ['en', 'zh'] as const
export type Language = (typeof LANGUAGES)[number]

/** What stands in `lang` of the page, and what Intl is asked for. */
export const LOCALE: Record<Language, string> = { en: 'en', zh: 'zh-Hans' }

export function isLanguage(value: unknown): value is Language {
  return value === 'en' || value === 'zh'
}

/**
 * Words in every language, side by side in one file per area. A key that one language lacks does not compile. Plain
 * functions instead of a message format: the compiler knows the arguments, and the browser gets only the area it shows.
 */
export function words<T extends object>(both: { en: T; zh: NoInfer<T> }): Record<Language, T> {
  return both
}

/** English plural; Chinese needs none. */
export function plural(count: number, one: string, many: string): string {
  return count === 1 ? one : many
}
