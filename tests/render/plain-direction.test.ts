/** Titles where nothing but the text can say its direction. */
import { describe, expect, it } from 'vitest';
import type { Locale } from '../../server/domain/locale.ts';
import { directed } from '../../server/render/plain-direction.ts';

const toRight = (text: string): string => `\u200E\u2066${text}\u2069`;
const toLeft = (text: string): string => `\u200F\u2067${text}\u2069`;

describe('a title', () => {
  it.each<[Locale, string]>([
    ['en', 'The school reopens, 28% more'],
    ['he', 'הָלַךְ צה״ל ב־2026: 28%'],
    ['ar', 'صه تُثبّت الـ«حزب» ١٢'],
    ['he', '1. «סעיף»'],
    ['en', ''],
    ['ar', '2026'],
  ])('of one direction stays as it is (%s: %s)', (locale, text) => expect(directed(text, locale)).toBe(text));

  it.each<[Locale, string, string]>([
    ['he', 'US תוקפת', toLeft('US תוקפת')],
    ['he', 'הכנס של Open Shelves', toLeft('הכנס של Open Shelves')],
    ['ar', 'عن COVID-19', toLeft('عن COVID-19')],
    ['en', 'שלום means peace', toRight('שלום means peace')],
    ['he', 'COVID', toLeft('COVID')],
  ])('of both brings its own (%s: %s)', (locale, text, shown) => expect(directed(text, locale)).toBe(shown));

  it('cannot turn what follows it', () => {
    expect(directed('a\u202Eb\u2067c\u2069', 'en')).toBe('abc');
    expect(directed('\u2069א\u202Ab', 'he')).toBe(toLeft('אb'));
  });
});
