/**
 * Holds the words of the interface together: the three files with each other, with the codes of the domain, and with the
 * keys that the client asks for. Reads files only, so it runs without a browser.
 */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checks } from '../server/domain/checks/checks.ts';
import { faultCodes, segmentKinds, states } from '../server/domain/document.ts';
import { refusalStatus } from '../server/domain/errors.ts';
import { returnCategories } from '../server/domain/return-reason.ts';
import { localeFacts, locales, type Locale } from '../server/domain/locale.ts';

type Texts = Readonly<Record<string, string>>;

/** CLDR's classes for whole numbers and fractions, in each language. */
const pluralForms: Readonly<Record<Locale, readonly string[]>> = {
  en: ['one', 'other'],
  he: ['one', 'two', 'other'],
  ar: ['zero', 'one', 'two', 'few', 'many', 'other'],
};

/** Keys that the client builds from a word of the domain, and where those words come from. */
const families: Readonly<Record<string, readonly string[]>> = {
  'refusals.': [...Object.keys(refusalStatus), ...faultCodes, 'network.unreachable'],
  // What the page says otherwise, for it speaks of reloading.
  'terminal.': ['request.invalid', 'decision.reused'],
  'checks.': checks.map(({ id }) => id),
  'check-names.': checks.map(({ id }) => id),
  'states.': [...states, 'outdated'],
  'states.count-': states,
  'kinds.': Object.keys(segmentKinds),
  'returns.': returnCategories,
  'app.locale-': Object.keys(localeFacts),
  'job.status-': ['running', 'cancelled', 'finished', 'stopped'],
  'history.': decisionKinds(),
};

const files = Object.fromEntries(locales.map((locale) => [locale, flat(locale)])) as Record<Locale, Texts>;
const stems = Object.fromEntries(
  locales.map((locale) => [locale, [...new Set(Object.keys(files[locale]).map(stemOf))]]),
);
const client = globSync('client/**/*.{ts,tsx}').map((file) => ({ file, code: readFileSync(file, 'utf8') }));

describe('the three files', () => {
  it.each(locales)('%s has the same keys as English, in the same order', (locale) => {
    expect(stems[locale]).toEqual(stems['en']);
  });

  it.each(locales)('%s has exactly its plural forms wherever it counts', (locale) => {
    for (const stem of pluralStems()) {
      const forms = Object.keys(files[locale]).filter((key) => stemOf(key) === stem);
      expect(forms.toSorted(), stem).toEqual(pluralForms[locale].map((form) => `${stem}_${form}`).toSorted());
    }
  });

  it.each(locales)('%s takes the plural classes from the same CLDR as the browser', (locale) => {
    const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions();
    expect(pluralCategories.toSorted()).toEqual(pluralForms[locale].toSorted());
  });

  it.each(locales)('%s names the same values as English in every text', (locale) => {
    const unequal = stems['en']?.filter((stem) => namesIn(locale, stem) !== namesIn('en', stem));
    expect(unequal).toEqual([]);
  });

  it.each(locales)('%s counts in plural forms only: a text with {{count}} has them', (locale) => {
    const single = Object.entries(files[locale]).filter(
      ([key, text]) => text.includes('{{count}}') && stemOf(key) === key,
    );
    expect(single).toEqual([]);
  });
});

describe('the writing', () => {
  const all = locales.flatMap((locale) => Object.entries(files[locale]).map(([key, text]) => ({ locale, key, text })));
  const breaking = (fault: RegExp, only?: Locale): string[] =>
    all
      .filter(({ locale, text }) => (only === undefined || locale === only) && fault.test(text))
      .map(({ locale, key, text }) => `${locale} ${key}: ${text}`);

  it('leaves no text empty, and none with white space around it', () => {
    expect(breaking(/^$|^\s|\s$/u)).toEqual([]);
  });

  it('has real ellipses, apostrophes and quotation marks', () => {
    expect(breaking(/\.\.\.|['"]/u)).toEqual([]);
  });

  it('writes Hebrew acronyms and abbreviations with gershayim and geresh', () => {
    expect(breaking(/\p{Script=Hebrew}[”“’‘]\p{Script=Hebrew}/u, 'he')).toEqual([]);
  });

  it('ties a Hebrew prefix to a Latin word or a value by a maqaf, never by a hyphen', () => {
    expect(breaking(/\p{Script=Hebrew}-(?=[\p{Script=Latin}\d{])/u, 'he')).toEqual([]);
  });

  it('uses Arabic punctuation in Arabic', () => {
    expect(breaking(/\p{Script=Arabic}[,;?]/u, 'ar')).toEqual([]);
  });

  it('keeps letters of one script out of the other', () => {
    expect(breaking(/\p{Script=Arabic}/u, 'he')).toEqual([]);
    expect(breaking(/\p{Script=Hebrew}/u, 'ar')).toEqual([]);
  });
});

describe('the codes of the domain', () => {
  it.each(Object.entries(families))('each %s* has a word', (prefix, words) => {
    const missing = words.filter((word) => !stems['en']?.includes(`${prefix}${word}`));
    expect(missing).toEqual([]);
  });

  it.each(['refusals.', 'terminal.', 'checks.', 'check-names.'])(
    'no %s* is a sentence for what nobody says',
    (prefix) => {
      const known = new Set(families[prefix]?.map((word) => `${prefix}${word}`));
      expect(stems['en']?.filter((key) => key.startsWith(prefix) && !known.has(key))).toEqual([]);
    },
  );

  it('names a check without a value, for lists, and with no stop', () => {
    const names = locales
      .flatMap((locale) => Object.entries(files[locale]))
      .filter(([key]) => key.startsWith('check-names.'));
    expect(names.filter(([, text]) => /\{\{|\.$/u.test(text))).toEqual([]);
  });
});

describe('the keys that the client asks for', () => {
  const sections = new Set(Object.keys(JSON.parse(readFileSync('locales/en.json', 'utf8')) as object));
  const literals = client.flatMap(({ file, code }) =>
    [...code.matchAll(/['"`]([a-z-]+)\.([a-zA-Z0-9.-]*)(?:\$\{|['"`])/gu)]
      .filter(([, section = '']) => sections.has(section))
      .map(([whole, section, rest]) => ({ file, key: `${section}.${rest}`, isPrefix: whole.endsWith('${') })),
  );
  const prefixes = [...literals.filter(({ isPrefix }) => isPrefix).map(({ key }) => key), ...Object.keys(families)];

  it('all exist', () => {
    const domain = new Set([...(families['history.'] ?? []), ...Object.keys(refusalStatus)]);
    const missing = literals.filter(
      ({ key, isPrefix }) =>
        !domain.has(key) && !stems['en']?.some((stem) => (isPrefix ? stem.startsWith(key) : stem === key)),
    );
    expect(missing).toEqual([]);
  });

  it('are all that there are', () => {
    const asked = new Set(literals.map(({ key }) => key));
    const unused = stems['en']?.filter(
      (stem) => !asked.has(stem) && !prefixes.some((prefix) => stem.startsWith(prefix)),
    );
    expect(unused).toEqual([]);
  });
});

function flat(locale: Locale): Texts {
  const sections = JSON.parse(readFileSync(`locales/${locale}.json`, 'utf8')) as Record<string, Texts>;
  return Object.fromEntries(
    Object.entries(sections).flatMap(([section, texts]) =>
      Object.entries(texts).map(([key, text]) => [`${section}.${key}`, text]),
    ),
  );
}

function stemOf(key: string): string {
  return key.replace(/_(?:zero|one|two|few|many|other)$/u, '');
}

/** Every stem that counts in any of the languages. */
function pluralStems(): string[] {
  return [
    ...new Set(
      locales.flatMap((locale) =>
        Object.keys(files[locale])
          .filter((key) => stemOf(key) !== key)
          .map(stemOf),
      ),
    ),
  ];
}

function namesIn(locale: Locale, stem: string): string {
  const names = Object.entries(files[locale])
    .filter(([key]) => stemOf(key) === stem)
    .flatMap(([, text]) => [...text.matchAll(/\{\{(\w+)\}\}/gu)].map(([, name = '']) => name));
  return [...new Set(names)].toSorted().join(' ');
}

/** The kinds of decisions, read from their types: a new kind wants a word. */
function decisionKinds(): string[] {
  const code = readFileSync('server/domain/decision.ts', 'utf8');
  return [...code.matchAll(/readonly kind: '([a-z.-]+)'/gu)].map(([, kind]) => kind ?? '');
}
