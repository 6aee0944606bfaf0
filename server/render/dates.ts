/**
 * Dates and reading times on published pages. Calendar, digits and time zone are always named: what `ar` or `he` mean
 * by themselves differs between builds of ICU, and the same publication must give the same bytes on every machine.
 * Arabic uses the month names of the Levant.
 */
import { countWords } from '../domain/board.ts';
import { withoutCodes } from '../domain/content.ts';
import type { Timestamp } from '../domain/document.ts';
import type { Locale } from '../domain/locale.ts';
import type { PublishedEdition } from '../ports.ts';
import { html, type Html } from './html.ts';
import { words } from './words.ts';

const dateFormats: Readonly<Record<Locale, Intl.DateTimeFormat>> = {
  en: longDate('en-GB-u-ca-gregory-nu-latn'),
  he: longDate('he-u-ca-gregory-nu-latn'),
  ar: longDate('ar-PS-u-ca-gregory-nu-latn'),
};

/** Words a minute of silent reading of plain prose (Trauzettel-Klosinski and Dietz, 2012). */
const wordsPerMinute: Readonly<Record<Locale, number>> = { en: 228, he: 187, ar: 138 };

/** A day as a reader of this language writes it: 21 November 2026, 21 בנובמבר 2026, 21 تشرين الثاني 2026. */
export function formatDay(at: Timestamp, locale: Locale): string {
  return dateFormats[locale].format(new Date(at));
}

/** "Published on" a day, for people and machines. */
export function renderDay(at: Timestamp, locale: Locale): Html {
  const [before, after] = words[locale].published;
  return html`${before}<time datetime="${at.slice(0, 10)}">${formatDay(at, locale)}</time>${after}`;
}

const minutes = new WeakMap<PublishedEdition, number>();

/** Whole minutes that reading takes, at least one. Asked for by the page and by the index, counted once. */
export function readingMinutes(edition: PublishedEdition): number {
  const known = minutes.get(edition) ?? countMinutes(edition);
  minutes.set(edition, known);
  return known;
}

function countMinutes({ segments, locale }: PublishedEdition): number {
  const count = segments.reduce((sum, { segment, text }) => sum + countWords(withoutCodes(text, segment.codes)), 0);
  return Math.max(1, Math.round(count / wordsPerMinute[locale]));
}

function longDate(tag: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' });
}
