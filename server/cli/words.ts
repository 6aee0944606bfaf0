/** Sentences for a person at a terminal, in their language, from the interface's own words (`locales/`). */
import i18next from 'i18next';
import { readFileSync } from 'node:fs';
import { isLocale, locales, type Locale } from '../domain/locale.ts';

type Section = 'refusals' | 'terminal' | 'checks' | 'check-names';
type Values = Readonly<Record<string, string | number>>;
type Refused = { readonly code: string; readonly params: Values };

/** The language of the terminal (LANG); English where it is none of ours. */
export function terminalLocale(): Locale {
  const tag = (process.env['LANG'] ?? '').slice(0, 2);
  return isLocale(tag) ? tag : 'en';
}

/**
 * What says why something was refused, with the code that a script or a search looks for. A check is called by its name; a code
 * that this command line does not know (a newer server) stands by itself.
 */
export async function refusalSentences(locale: Locale): Promise<(refusal: Refused) => string> {
  const say = await wordsOf('refusals', locale);
  // Where the sentence of the desk speaks of its page.
  const sayHere = await wordsOf('terminal', locale);
  const nameOf = await wordsOf('check-names', locale);
  return ({ code, params }) => {
    const { check } = params;
    const values = { ...params, ...(check !== undefined && { check: nameOf(String(check)) }) };
    const here = sayHere(code, values);
    const sentence = here === code ? say(code, values) : here;
    return sentence === code ? `[${code}]` : `${sentence} [${code}]`;
  };
}

/** The sentence of one refusal, in the terminal's language. */
export async function sentenceOf(refusal: Refused): Promise<string> {
  return (await refusalSentences(terminalLocale()))(refusal);
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
