/**
 * The languages Dragoman writes in. A locale is a BCP 47 primary language tag; its direction is a fact about its
 * script, stated once, here. Adding a language starts with a row in this table; every list, type and schema follows.
 */

export type Direction = 'ltr' | 'rtl';

export interface LocaleFacts {
  /** What its readers call it; shown in switchers with this locale's own `lang` and `dir`. */
  readonly autonym: string;
  readonly direction: Direction;
}

export const localeFacts = {
  en: { autonym: 'English', direction: 'ltr' },
  he: { autonym: 'עברית', direction: 'rtl' },
  ar: { autonym: 'العربية', direction: 'rtl' },
} as const satisfies Record<string, LocaleFacts>;

export type Locale = keyof typeof localeFacts;

export const locales = ['en', 'he', 'ar'] as const satisfies readonly Locale[];

/** The writing direction of a locale's script. */
export function directionOf(locale: Locale): Direction {
  return localeFacts[locale].direction;
}

/** Whether a tag (from a file, a header, a command line) names one of our locales exactly. */
export function isLocale(tag: string): tag is Locale {
  return Object.hasOwn(localeFacts, tag);
}

/** Some of our locales, in the order in which every list has them. */
export function inOrder(some: readonly Locale[]): Locale[] {
  return locales.filter((locale) => some.includes(locale));
}
