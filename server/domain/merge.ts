/**
 * Two texts that were written over the same third, brought together word by word.
 *
 * Each side is a list of edits of the base (diff.ts: whole words, codes never cut). Where only one side edits, its edit
 * is taken; where both do the same, once; where they edit the same words, a person chooses. The pieces, in order, are
 * all three texts, so nothing can be lost on the way: choosing one side everywhere gives that side, to the letter.
 *
 *   base    the reading room was opened
 *   mine    the quiet reading room was opened      → the {mine: quiet }reading {theirs: hall} was opened
 *   theirs  the reading hall was opened
 *
 * Edits that touch are one conflict, as in diff3: next to a changed word the other's change may be wrong. But words are
 * parted by white space, so one that goes with the space behind it does not touch its neighbour (`isApart`), unless that
 * would glue two words together or leave two spaces. Rejected: merging letters inside a word, which makes words that
 * nobody wrote.
 */
import { tokenize, type Codes } from './content.ts';
import { diffWords } from './diff.ts';
import type { Locale } from './locale.ts';

export type MergeKind = 'same' | 'mine' | 'theirs' | 'both' | 'conflict';

/** A stretch of all three texts. `mine`, `theirs`: who changed it; `both`: both, and to the same. */
export interface MergePiece {
  readonly kind: MergeKind;
  readonly base: string;
  readonly mine: string;
  readonly theirs: string;
}

/** What a person takes where both changed the same words. */
export const mergeChoices = ['mine', 'theirs', 'both'] as const;
export type MergeChoice = (typeof mergeChoices)[number];

/** A stretch of the base and what one side put in its place. */
interface Edit {
  readonly by: 'mine' | 'theirs';
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The pieces of a three-way merge, in reading order; each side's texts, joined, are that side's text. */
export function mergeWords(
  base: string,
  mine: string,
  theirs: string,
  locale: Locale,
  codes: Codes = {},
): MergePiece[] {
  const edits = [
    ...editsOf('mine', diffWords(base, mine, locale, codes)),
    ...editsOf('theirs', diffWords(base, theirs, locale, codes)),
  ].toSorted((a, b) => a.start - b.start || a.end - b.end);
  const pieces: MergePiece[] = [];
  let done = 0;
  for (const cluster of clustersOf(edits, base)) {
    const start = cluster[0]?.start ?? done;
    const end = endOf(cluster);
    pieces.push(unchanged(base.slice(done, start)), changed(base, start, end, cluster));
    done = end;
  }
  return [...pieces, unchanged(base.slice(done))].filter((piece) => piece.base + piece.mine + piece.theirs !== '');
}

/**
 * The merged text. `choose` is asked about every piece that somebody changed; where it gives nothing, the change of one
 * side is taken, and of a conflict the base.
 */
export function mergedText(
  pieces: readonly MergePiece[],
  choose: (piece: MergePiece, place: number) => MergeChoice | undefined = () => undefined,
): string {
  return pieces
    .map((piece, place) => {
      if (piece.kind === 'same') return piece.base;
      const choice = choose(piece, place) ?? unasked[piece.kind];
      if (choice === 'base') return piece.base;
      return choice === 'both' ? bothOf(piece) : piece[choice];
    })
    .join('');
}

const unasked = { mine: 'mine', theirs: 'theirs', both: 'mine', conflict: 'base' } as const;

/** What can be chosen at a conflict: both only where both have something, and no code would stand there twice. */
export function choicesAt({ mine, theirs }: MergePiece, codes: Codes): readonly MergeChoice[] {
  const inMine = codesIn(mine, codes);
  const isBothPossible = mine !== '' && theirs !== '' && codesIn(theirs, codes).isDisjointFrom(inMine);
  return isBothPossible ? mergeChoices : mergeChoices.filter((choice) => choice !== 'both');
}

/** Mine, then theirs, as somebody would write them after one another. */
export function bothOf({ kind, mine, theirs }: MergePiece): string {
  if (kind !== 'conflict' || mine === '' || theirs === '') return kind === 'theirs' ? theirs : mine || theirs;
  if (/\s$/u.test(mine)) return mine + theirs.replace(/^\s+/u, '');
  return follows.test(theirs) ? mine + theirs : `${mine} ${theirs}`;
}

/** What stands against the word before it. */
const follows = /^[\s,.;:!?…،؛؟)\]}»”]/u;

function codesIn(text: string, codes: Codes): Set<string> {
  return new Set(tokenize(text, codes).flatMap((token) => (token.kind === 'text' ? [] : token.number)));
}

function editsOf(by: Edit['by'], chunks: ReturnType<typeof diffWords>): Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  for (const [i, { kind, text }] of chunks.entries()) {
    const start = at;
    if (kind !== 'inserted') at += text.length;
    if (kind === 'same') continue;
    const isReplaced = kind === 'inserted' && chunks[i - 1]?.kind === 'deleted';
    const last = isReplaced ? edits.pop() : undefined;
    edits.push({ by, start: last?.start ?? start, end: at, text: kind === 'inserted' ? text : '' });
  }
  return edits;
}

/** Edits that belong together: they overlap, or touch without being apart. Sorted in, sorted out. */
function clustersOf(edits: readonly Edit[], base: string): Edit[][] {
  const clusters: Edit[][] = [];
  for (const edit of edits) {
    const last = clusters.at(-1);
    const end = last ? endOf(last) : -1;
    const isFree = last === undefined || edit.start > end;
    if (isFree || (edit.start === end && isApart(base, clusters, edit))) clusters.push([edit]);
    else last.push(edit);
  }
  return clusters;
}

function endOf(cluster: readonly Edit[]): number {
  return Math.max(...cluster.map(({ end }) => end));
}

/**
 * Whether an edit has nothing to do with the one before it although they touch: white space parts the words of the base
 * there, and the two, taken together, still read as words with one space between them.
 *
 *   a b c   mine: a c   theirs: a b d   → a d       `b ` went, `c` was replaced
 *   a (b    mine: a(b   theirs: a b     → conflict  together: `ab`
 */
function isApart(base: string, clusters: readonly Edit[][], next: Edit): boolean {
  const [last, ...others] = clusters.at(-1) ?? [];
  if (last === undefined || others.length > 0) return false;
  if (last.start === last.end && next.start === next.end) return false;
  if (!/\s/u.test(base.slice(next.start - 1, next.start + 1))) return false;
  const beforeLast = clusters.at(-2);
  const isHidden = last.text === '' && beforeLast !== undefined && endOf(beforeLast) === last.start;
  return !isHidden && isSeamSound(last.text || base.slice(0, last.start), next.text || base.slice(next.end));
}

function isSeamSound(before: string, after: string): boolean {
  const isGlued = /[\p{L}\p{M}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after);
  const isTorn = /^[\p{M}\u200C\u200D]/u.test(after);
  const isGaping = /(?:^|\s)$/u.test(before) && /^(?:\s|$)/u.test(after);
  return !isGlued && !isTorn && !isGaping;
}

function unchanged(text: string): MergePiece {
  return { kind: 'same', base: text, mine: text, theirs: text };
}

function changed(base: string, start: number, end: number, cluster: readonly Edit[]): MergePiece {
  const sideOf = (by: Edit['by']): string => {
    let at = start;
    let side = '';
    for (const edit of cluster.filter((one) => one.by === by)) {
      side += base.slice(at, edit.start) + edit.text;
      at = edit.end;
    }
    return side + base.slice(at, end);
  };
  const [mine, theirs] = [sideOf('mine'), sideOf('theirs')];
  return { kind: kindOf(cluster, mine === theirs), base: base.slice(start, end), mine, theirs };
}

function kindOf(cluster: readonly Edit[], isEqual: boolean): MergeKind {
  const [first] = cluster;
  if (first && cluster.every(({ by }) => by === first.by)) return first.by;
  return isEqual ? 'both' : 'conflict';
}
