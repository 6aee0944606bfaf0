/**
 * What the command palette offers for what was typed: a segment's number, the commands that the words name in the language
 * of the interface or in English, and at last the words themselves, to be searched for in the texts. A pure function.
 */
import { fold } from '../../server/domain/language/fold.ts';
import type { Key } from '../i18n.ts';
import { commands, type CommandId, type DeskView } from './commands.ts';

export type PaletteEntry =
  | { readonly kind: 'go-to'; readonly n: number }
  | { readonly kind: 'command'; readonly id: CommandId; readonly label: string; readonly isEnabled: boolean }
  | { readonly kind: 'search'; readonly query: string };

export interface PaletteOptions {
  readonly typed: string;
  /** `go-to`: only a number is wanted. */
  readonly wants: 'palette' | 'go-to';
  /** How many segments there are. */
  readonly total: number;
  readonly view: DeskView;
  readonly labelOf: (label: Key) => string;
  readonly englishOf: (label: Key) => string;
}

/** The best first. What cannot be done here is offered only where it is asked for by name, and last. */
export function paletteEntries({ typed, wants, total, view, labelOf, englishOf }: PaletteOptions): PaletteEntry[] {
  const query = typed.trim();
  const n = numberIn(query);
  const goTo: PaletteEntry[] = n !== undefined && n >= 1 && n <= total ? [{ kind: 'go-to', n }] : [];
  if (wants === 'go-to') return goTo;
  const words = fold(query, 2).text;
  const found = commands
    .filter(({ id }) => id !== 'palette')
    .map(({ id, label, enabled }) => ({
      id,
      label: labelOf(label),
      isEnabled: enabled(view),
      rank: Math.min(rankOf(fold(labelOf(label), 2).text, words), rankOf(fold(englishOf(label), 2).text, words)),
    }))
    .filter(({ rank, isEnabled }) => rank < Infinity && (isEnabled || query !== ''))
    .toSorted((one, other) => Number(other.isEnabled) - Number(one.isEnabled) || one.rank - other.rank);
  const entries = found.map(({ id, label, isEnabled }): PaletteEntry => ({ kind: 'command', id, label, isEnabled }));
  // Enter on the name of what cannot be done here must not do something else.
  const isNamed = found.length > 0 && found.every(({ isEnabled }) => !isEnabled);
  const search: PaletteEntry[] = query === '' || isNamed ? [] : [{ kind: 'search', query }];
  return [...goTo, ...entries, ...search];
}

/** A whole number in whichever digits: 12, ١٢, ۱۲. */
export function numberIn(typed: string): number | undefined {
  const digits = fold(typed, 0).text;
  return /^\d{1,6}$/u.test(digits) ? Number(digits) : undefined;
}

/** 0: the label itself; 1: it begins so; 2: one of its words does; 3: every word is somewhere in it; Infinity: not found. */
function rankOf(label: string, words: string): number {
  if (label === words) return 0;
  if (label.startsWith(words)) return 1;
  if (label.includes(` ${words}`)) return 2;
  return words.split(/\s+/u).every((word) => label.includes(word)) ? 3 : Infinity;
}
