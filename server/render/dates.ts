/**
 * Dates and reading times on published pages, in the digits and by the names of months that the edition's policy has.
 * Days are written from our own table of months and in UTC: what `ar` or `he` mean to ICU differs between its builds, and
 * the same publication must give the same bytes on every machine.
 */
import { countWords } from '../domain/count-words.ts';
import { withoutCodes } from '../domain/content.ts';
import type { Timestamp } from '../domain/document.ts';
import { monthNames } from '../domain/language/months.ts';
import type { Locale } from '../domain/locale.ts';
import { defaultPolicies, type Policy } from '../domain/policy.ts';
import type { PublishedEdition } from '../ports.ts';
import { html, type Html } from './html.ts';
import { writeNumber } from './numerals.ts';
import { words } from './words.ts';

const longForms: Readonly<Record<Locale, (day: string, month: string, year: string) => string>> = {
  en: (day, month, year) => `${day} ${month} ${year}`,
  he: (day, month, year) => `${day} ב${month} ${year}`,
  ar: (day, month, year) => `${day} ${month} ${year}`,
};

/** Words a minute of silent reading of plain prose (Trauzettel-Klosinski and Dietz, 2012). */
const wordsPerMinute: Readonly<Record<Locale, number>> = { en: 228, he: 187, ar: 138 };

/** A day as a reader of this language writes it: 21 November 2026, 21 בנובמבר 2026, 21 نوفمبر 2026. */
export function formatDay(at: Timestamp, locale: Locale, policy: Policy = defaultPolicies[locale]): string {
  const date = new Date(at);
  const [day, year] = [date.getUTCDate(), date.getUTCFullYear()].map((value) => writeNumber(value, policy));
  return longForms[locale](day ?? '', monthName(date, locale, policy), year ?? '');
}

/** A month of a year, as a heading: November 2026, נובמבר 2026, نوفمبر 2026. */
export function formatMonth(at: Timestamp, locale: Locale, policy: Policy): string {
  const date = new Date(at);
  return `${monthName(date, locale, policy)} ${writeNumber(date.getUTCFullYear(), policy)}`;
}

/** A day for people and machines. */
export function renderTime(at: Timestamp, locale: Locale, policy?: Policy): Html {
  return html`<time datetime="${at.slice(0, 10)}">${formatDay(at, locale, policy)}</time>`;
}

/** "Published on" a day. */
export function renderDay(at: Timestamp, locale: Locale, policy?: Policy): Html {
  const [before, after] = words[locale].published;
  return html`${before}${renderTime(at, locale, policy)}${after}`;
}

/** How long reading takes, in words. */
export function renderReadingTime(minutes: number, locale: Locale, policy: Policy = defaultPolicies[locale]): Html {
  return html`${words[locale].readingTime(minutes, writeNumber(minutes, policy))}`;
}

/** Whole minutes that reading takes, at least one. */
export function readingMinutes(edition: PublishedEdition): number {
  return Math.max(1, Math.round(wordCount(edition) / wordsPerMinute[edition.locale]));
}

const counts = new WeakMap<PublishedEdition, number>();

/** The words of a text. Asked for by the page and by what lists it, counted once. */
export function wordCount(edition: PublishedEdition): number {
  const known = counts.get(edition) ?? countAll(edition);
  counts.set(edition, known);
  return known;
}

function monthName(date: Date, locale: Locale, { months }: Policy): string {
  const [name = ''] = monthNames[locale === 'ar' ? months : locale][date.getUTCMonth()] ?? [];
  return name;
}

function countAll({ segments }: PublishedEdition): number {
  return segments.reduce((sum, { segment, text }) => sum + countWords(withoutCodes(text, segment.codes)), 0);
}
