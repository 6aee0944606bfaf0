/**
 * What the leader key (the command `insert-character`, Ctrl+;) is followed by, as data: the keyboard, the hint and the list
 * of shortcuts read this one table. Keys are named by their place, as everywhere: the key with L on it gives LRM also while it types `ך` or `م`.
 * Characters that can be seen stand with themselves; the others have a name.
 */
import type { Locale } from '../../../server/domain/locale.ts';
import type { Key } from '../../i18n.ts';

export type LeaderEffect =
  | { readonly insert: string }
  | { readonly around: (locale: Locale) => readonly [before: string, after: string] }
  | { readonly toggle: 'marks' };

export interface LeaderKey {
  readonly code: string;
  readonly label: Key;
  readonly effect: LeaderEffect;
}

/** The house style of editions; CLDR has ” “ for Arabic. */
const quotes: Readonly<Record<Locale, readonly [string, string]>> = {
  en: ['“', '”'],
  he: ['”', '”'],
  ar: ['«', '»'],
};

export const leaderKeys: readonly LeaderKey[] = [
  { code: 'KeyL', label: 'editor.lrm', effect: { insert: '\u200E' } },
  { code: 'KeyR', label: 'editor.rlm', effect: { insert: '\u200F' } },
  { code: 'KeyA', label: 'editor.alm', effect: { insert: '\u061C' } },
  { code: 'KeyI', label: 'editor.isolate', effect: { around: () => ['\u2068', '\u2069'] } },
  { code: 'KeyM', label: 'editor.maqaf', effect: { insert: '־' } },
  { code: 'KeyG', label: 'editor.gershayim', effect: { insert: '״' } },
  { code: 'KeyH', label: 'editor.geresh', effect: { insert: '׳' } },
  { code: 'KeyQ', label: 'editor.quotes', effect: { around: (locale) => quotes[locale] } },
  { code: 'KeyN', label: 'editor.nbsp', effect: { insert: '\u00A0' } },
  { code: 'KeyT', label: 'editor.tatweel', effect: { insert: '\u0640' } },
  { code: 'KeyJ', label: 'editor.zwj', effect: { insert: '\u200D' } },
  { code: 'KeyC', label: 'editor.comma', effect: { insert: '،' } },
  { code: 'KeyS', label: 'editor.semicolon', effect: { insert: '؛' } },
  { code: 'KeyD', label: 'editor.question', effect: { insert: '؟' } },
  { code: 'KeyV', label: 'editor.marks', effect: { toggle: 'marks' } },
];

/** The row for a key by its place. */
export function leaderKeyOf(code: string): LeaderKey | undefined {
  return leaderKeys.find((row) => row.code === code);
}

/** What is seen of it: the character, both quotation marks of a language, or nothing. */
export function sampleOf({ effect }: LeaderKey, locale: Locale | undefined): string {
  if ('insert' in effect) return /[\s\p{Cf}\u0640]/u.test(effect.insert) ? '' : effect.insert;
  if ('toggle' in effect || !locale) return '';
  return effect
    .around(locale)
    .join('')
    .replaceAll(/\p{Cf}/gu, '');
}
