/**
 * Footnotes as a word processor has them: its own notes, which it numbers, sets at the foot of the page and links. It lets
 * a note be called once and from the text only, so a second mark is the note's number as written text, as is a mark within a
 * note. A note that nothing calls stands below the text with its label.
 */
import { tokenize } from '../../domain/content.ts';
import type { PageSegment } from '../page-segment.ts';
import type { Mark } from './inline.ts';

export interface Notes {
  /** The segments of each note that the text calls; its number is its place, from 1. */
  readonly called: ReadonlyArray<readonly PageSegment[]>;
  readonly uncalled: readonly PageSegment[];
  /** A mark in the text, in the order of the text. */
  readonly mark: (label: string) => Mark;
  /** A mark where none can be called. */
  readonly writtenMark: (label: string) => Mark;
}

export function notesOf(items: readonly PageSegment[]): Notes {
  const notes = Map.groupBy(items.filter(isNote), ({ segment }) => segment.layout.label ?? '');
  const labels = [...new Set(items.filter((item) => !isNote(item)).flatMap(labelsIn))].filter((label) =>
    notes.has(label),
  );
  const numbers = new Map(labels.map((label, at) => [label, at + 1]));
  const calls = new Set<string>();
  const writtenMark = (label: string): Mark => ({ written: String(numbers.get(label) ?? `[${label}]`) });
  return {
    called: labels.map((label) => notes.get(label) ?? []),
    uncalled: [...notes].flatMap(([label, segments]) => (numbers.has(label) ? [] : segments)),
    mark: (label) => {
      const note = numbers.get(label);
      if (note === undefined || calls.has(label)) return writtenMark(label);
      calls.add(label);
      return { note };
    },
    writtenMark,
  };
}

function isNote({ segment }: PageSegment): boolean {
  return segment.kind === 'footnote';
}

function labelsIn({ segment, text }: PageSegment): string[] {
  return tokenize(text, segment.codes).flatMap((token) => {
    const code = token.kind === 'alone' ? segment.codes[token.number] : undefined;
    return code?.type === 'footnote' ? [code.label] : [];
  });
}
