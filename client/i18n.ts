/**
 * The words of the interface: `t('board.title')`, with keys typed from locales/en.json as `section.key`.
 *
 * i18next does the plurals (CLDR: Hebrew one, two, other; Arabic all six). Files have two levels, and the second level's
 * keys may hold dots (`refusals` → `document.unknown`), so they are flattened here and i18next's own separators are off.
 * Every text put into a sentence stands between FSI and PDI, so that a name in another script cannot rearrange the words
 * around it; numbers are written as the language writes them.
 *
 * `en-XB` is for developers (`?lang=en-XB`): English forced to run from right to left, so that faults of mirroring show
 * to people who read neither script.
 */
import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import ar from '../locales/ar.json';
import en from '../locales/en.json';
import he from '../locales/he.json';
import { directionOf, isLocale, locales, type Direction, type Locale } from '../server/domain/locale.ts';
import { keepOnDevice, keptOnDevice } from './kept-on-device.ts';

type Stem<K extends string> = K extends `${infer S}_${Intl.LDMLPluralRule}` ? S : K;
type Sections = typeof en;
/** Every key of the interface, without its plural suffix. */
export type Key = {
  [S in keyof Sections]: `${S}.${Stem<Extract<keyof Sections[S], string>>}`;
}[keyof Sections];

export type Language = Locale | 'en-XB';
export type Values = Readonly<Record<string, string | number>>;
export type Translate = (key: Key, values?: Values) => string;

export interface I18n {
  readonly t: Translate;
  readonly language: Language;
  readonly direction: Direction;
  /** As `lang` wants it, and as a language of content: the developers' language is English. */
  readonly locale: Locale;
  readonly number: (value: number) => string;
  readonly time: (timestamp: string) => string;
  /** The time of day alone. */
  readonly hour: (timestamp: string) => string;
}

const storageKey = 'dragoman.language';

/** Which numbers, months and calendar each language is written with: Gregorian, Latin digits, Levantine months. */
const formats: Record<Language, string> = {
  en: 'en-GB',
  he: 'he-IL',
  ar: 'ar-PS-u-ca-gregory-nu-latn',
  'en-XB': 'en-GB',
};

/** The interface's words, direction and language; a component that calls it is drawn again when the language changes. */
export function useI18n(): I18n {
  useTranslation();
  const language = currentLanguage();
  return {
    t,
    language,
    direction: directionIn(language),
    locale: localeIn(language),
    number: formatNumber,
    time: formatTime,
    hour: formatHour,
  };
}

/** A sentence of the interface. Texts among the values are isolated, `count` picks the plural form. */
export function t(key: Key, values: Values = {}): string {
  const replace = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, written(value)]));
  const { count } = values;
  return i18next.t(key, { replace, ...(typeof count === 'number' && { count }) });
}

/** The English words, for people who know a thing by that name whatever language they work in. */
export function englishOf(key: Key): string {
  return i18next.t(key, { lng: 'en' });
}

/** Starts i18next in the reader's language; called once, before the first drawing. */
export function startI18n(language: Language = preferredLanguage()): void {
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: {
      en: { translation: flat(en) },
      he: { translation: flat(he) },
      ar: { translation: flat(ar) },
      'en-XB': { translation: mirrored(flat(en)) },
    },
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false },
    // A server of another version may leave a value out.
    missingInterpolationHandler: () => '–',
  });
  applyLanguage(language);
}

/** Changes the interface's language now, and keeps the choice on this device. */
export async function setLanguage(language: Language): Promise<void> {
  keepOnDevice(storageKey, language);
  await i18next.changeLanguage(language);
  applyLanguage(language);
}

export function currentLanguage(): Language {
  return toLanguage(i18next.language) ?? 'en';
}

/** The reader's choice, else the first language of the browser that we have, else English. `he` was once `iw`. */
export function preferredLanguage(
  wishes: readonly string[] = [
    new URLSearchParams(location.search).get('lang') ?? '',
    keptOnDevice(storageKey) ?? '',
    ...navigator.languages,
  ],
): Language {
  for (const wish of wishes) {
    const found = toLanguage(wish) ?? toLanguage(wish.split('-')[0]?.replace('iw', 'he') ?? '');
    if (found) return found;
  }
  return 'en';
}

/** The direction of the interface in a language. */
export function directionIn(language: Language): Direction {
  return language === 'en-XB' ? 'rtl' : directionOf(language);
}

/** For react-aria's own words and its reading direction. */
export function ariaLocale(language: Language): string {
  return { en: 'en-GB', he: 'he-IL', ar: 'ar-AE', 'en-XB': 'he-IL' }[language];
}

/**
 * A text that stands in a sentence of another direction: FSI … PDI, so that its own first letter decides. A phrase of ours
 * with isolates in it runs as the interface does: FSI looks past them, and may find no letter at all ("link 2").
 */
export function isolate(text: string): string {
  const ours = directionIn(currentLanguage()) === 'rtl' ? '\u2067' : '\u2066';
  return `${text.includes('\u2068') ? ours : '\u2068'}${text}\u2069`;
}

const numberFormats = new Map<string, Intl.NumberFormat>();

/** How else a number may be written. To add one: a row here. */
const numberStyles = {
  plain: {},
  share: { style: 'percent' },
  minutes: { style: 'unit', unit: 'minute', unitDisplay: 'short', maximumFractionDigits: 0 },
  hours: { style: 'unit', unit: 'hour', unitDisplay: 'short', maximumFractionDigits: 1 },
} as const satisfies Record<string, Intl.NumberFormatOptions>;

export function formatNumber(value: number, style: keyof typeof numberStyles = 'plain'): string {
  const tag = formats[currentLanguage()];
  const key = `${tag} ${style}`;
  const format = numberFormats.get(key) ?? new Intl.NumberFormat(tag, numberStyles[style]);
  numberFormats.set(key, format);
  return format.format(value);
}

/** A share of 0–1 in hundredths: `12%`. */
export function formatShare(share: number): string {
  return formatNumber(share, 'share');
}

/** A time at work: minutes up to two hours, then hours. */
export function formatDuration(ms: number): string {
  const minutes = ms / 60_000;
  return minutes < 120 ? formatNumber(Math.max(minutes, 1), 'minutes') : formatNumber(minutes / 60, 'hours');
}

const dateAndTime = {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
} as const satisfies Intl.DateTimeFormatOptions;

/** Date and time as people read them: `15 Nov 2023, 13:05`. Never for storing or comparing. */
export function formatTime(timestamp: string): string {
  return new Intl.DateTimeFormat(formats[currentLanguage()], dateAndTime).format(new Date(timestamp));
}

/** The time of day, for what is over before the day is: `13:05`. */
function formatHour(timestamp: string): string {
  return new Intl.DateTimeFormat(formats[currentLanguage()], { hour: 'numeric', minute: '2-digit' }).format(
    new Date(timestamp),
  );
}

/** The largest unit that a stretch of time fills, up to a week. */
const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** How long ago, in words (`2 hours ago`, `yesterday`); what is older than a week, by its date. */
export function formatAgo(timestamp: string, now: number): string {
  const ago = Math.max(now - Date.parse(timestamp), 0);
  if (ago > 7 * 86_400_000) return formatTime(timestamp);
  const [unit, length] = units.find(([, length]) => ago >= length) ?? ['second', Infinity];
  return new Intl.RelativeTimeFormat(formats[currentLanguage()], { numeric: 'auto' }).format(
    -Math.floor(ago / length),
    unit,
  );
}

/** `a, b and c` in the language of the interface. Hebrew ties its "and" to a number or a foreign word by a maqaf. */
export function formatList(items: readonly string[]): string {
  return new Intl.ListFormat(formats[currentLanguage()])
    .formatToParts(items)
    .map(({ type, value }) => (type === 'literal' ? value.replace('ו-', 'ו־') : value))
    .join('');
}

function written(value: string | number): string {
  return typeof value === 'number' ? formatNumber(value) : isolate(value);
}

/** A language as `lang` wants it. */
export function localeIn(language: Language): Locale {
  return language === 'en-XB' ? 'en' : language;
}

function toLanguage(tag: string): Language | undefined {
  return isLocale(tag) || tag === 'en-XB' ? tag : undefined;
}

function applyLanguage(language: Language): void {
  document.documentElement.lang = localeIn(language);
  document.documentElement.dir = directionIn(language);
}

function flat(sections: Readonly<Record<string, Readonly<Record<string, string>>>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(sections).flatMap(([section, texts]) =>
      Object.entries(texts).map(([key, text]) => [`${section}.${key}`, text]),
    ),
  );
}

/** RLO … PDF around every word that is no placeholder. */
function mirrored(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [
      key,
      text.replace(/\{\{.*?\}\}|[\p{L}\p{M}]+/gu, (word) => (word.startsWith('{{') ? word : `\u202E${word}\u202C`)),
    ]),
  );
}

/** All that a reader can choose from. */
export const languages: readonly Locale[] = locales;
