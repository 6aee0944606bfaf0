/**
 * Search and replace in a text with codes. A code is an atom: nothing is found in it, a hit that would span one is no
 * hit (what becomes of a link whose half is replaced, only a person knows), and no replacement makes, loses or moves
 * one. Words end where a reader sees them end, codes or not, so `port` is no whole word in `re<1>port</1>`. Hits begin and
 * end between graphemes (`folded-matches.ts`), so no niqqud is left behind without its letter.
 */
import { lookAlikes, tokenize, withoutCodes, type Codes } from './content.ts';
import { foldedMatches, type Matching } from './language/folded-matches.ts';
import type { Span } from './language/fold.ts';

/** Where a query stands in a text, as spans of the text as it is stored; in order, none overlapping. */
export function findHits(text: string, codes: Codes, query: string, matching: Matching): Span[] {
  const spans = foldedMatches(withoutCodes(text, codes), query, matching);
  if (spans.length === 0) return [];
  const runs = runsOf(text, codes);
  let at = 0;
  return spans.flatMap(([start, end]): Span[] => {
    while (isBefore(runs[at], start)) at += 1;
    const run = runs[at];
    return run && run.read <= start && end <= run.read + run.length
      ? [[run.stored + start - run.read, run.stored + end - run.read]]
      : [];
  });
}

/**
 * The text with these hits replaced, character by character as the replacement is written. Undefined where that would
 * make a code, or something that reads like one, out of what is none: `<x>` with `x` replaced by `1`.
 */
export function replaceHits(
  text: string,
  codes: Codes,
  hits: readonly Span[],
  replacement: string,
): string | undefined {
  let replaced = '';
  let done = 0;
  for (const [start, end] of hits) {
    replaced += text.slice(done, start) + replacement;
    done = end;
  }
  replaced += text.slice(done);
  return skeletonOf(replaced, codes) === skeletonOf(text, codes) ? replaced : undefined;
}

interface Run {
  /** Where it begins as a reader counts, without codes. */
  readonly read: number;
  /** Where it begins as it is stored. */
  readonly stored: number;
  readonly length: number;
}

function isBefore(run: Run | undefined, place: number): boolean {
  return run !== undefined && run.read + run.length <= place;
}

/** The runs of text between codes. What `withoutCodes` puts in a code's place belongs to none. */
function runsOf(text: string, codes: Codes): Run[] {
  const runs: Run[] = [];
  let [read, stored] = [0, 0];
  for (const token of tokenize(text, codes)) {
    const { length } = token.text;
    if (token.kind === 'text') runs.push({ read, stored, length });
    read += token.kind === 'text' ? length : token.kind === 'alone' ? 1 : 0;
    stored += length;
  }
  return runs;
}

/** The codes of a text and what looks like one, in order. */
function skeletonOf(text: string, codes: Codes): string {
  const written = tokenize(text, codes).flatMap((token) => (token.kind === 'text' ? [] : token.text));
  return JSON.stringify([written, lookAlikes(text, codes)]);
}
