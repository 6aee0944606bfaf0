/** Sentences for a person at a terminal, in their language, from the interface's own words (`locales/`). */
import i18next from 'i18next';
import { readFileSync } from 'node:fs';
import { isLocale, locales, type Locale } from '../domain/locale.ts';
import type { Refusal } from '../domain/errors.ts';

type Section = 'refusals' | 'checks' | 'check-names';
type Values = Readonly<Record<string, string | number>>;

/** The sentence of a refusal, in the language of the terminal (LANG), with the code that a script or a search looks for. */
export async function sentenceOf({ code, params }: Refusal, lang: string | undefined): Promise<string> {
  const tag = (lang ?? '').slice(0, 2);
  const say = await wordsOf('refusals', isLocale(tag) ? tag : 'en');
  return `${say(code, params)} [${code}]`;
}

/** What gives the words of one section: by their key, with the values that they mention. */
export async function wordsOf(section: Section, locale: Locale): Promise<(key: string, values?: Values) => string> {
  const words = i18next.createInstance();
  await words.init({
    lng: locale,
    fallbackLng: 'en',
    keySeparator: '/',
    interpolation: { escapeValue: false },
    resources: Object.fromEntries(locales.map((one) => [one, { translation: textsOf(section, one) }])),
  });
  return (key, values = {}) => words.t(key, values);
}

function textsOf(section: Section, locale: Locale): Readonly<Record<string, string>> {
  const file = new URL(`../../locales/${locale}.json`, import.meta.url);
  const sections = JSON.parse(readFileSync(file, 'utf8')) as Record<Section, Record<string, string>>;
  return sections[section];
}
