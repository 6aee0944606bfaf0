/** The sentence of a refusal, in the language of the terminal (LANG), from the interface's own words. */
import i18next from 'i18next';
import { readFileSync } from 'node:fs';
import { isLocale, locales, type Locale } from '../domain/locale.ts';
import type { Refusal } from '../domain/errors.ts';

/** A sentence for a person, with the code that a script or a search looks for. */
export async function sentenceOf({ code, params }: Refusal, lang: string | undefined): Promise<string> {
  const words = i18next.createInstance();
  const tag = (lang ?? '').slice(0, 2);
  await words.init({
    lng: isLocale(tag) ? tag : 'en',
    fallbackLng: 'en',
    keySeparator: '/',
    interpolation: { escapeValue: false },
    resources: Object.fromEntries(locales.map((locale) => [locale, { translation: sentences(locale) }])),
  });
  return `${words.t(code, params)} [${code}]`;
}

function sentences(locale: Locale): Record<string, string> {
  const file = new URL(`../../locales/${locale}.json`, import.meta.url);
  const { refusals } = JSON.parse(readFileSync(file, 'utf8')) as { refusals: Record<string, string> };
  return refusals;
}
