/**
 * Where a text says what somebody looks for, whatever marks, quotation marks or letter shapes either of them was
 * written with. For search and replace, and for terms. A match is a span of the text as it is written; it never begins
 * or ends inside a grapheme, so what is put in its place leaves no stray mark behind.
 *
 * Plain text only: of a text with codes, ask for each run between them (`tokenize`), for a match must not hold half a
 * pair of codes.
 */
import type { Locale } from '../locale.ts';
import { fold, originalSpan, type FoldLevel, type Folded, type Span } from './fold.ts';
import { wordTokens } from './tokens.ts';

export interface Matching {
  readonly locale: Locale;
  /** Only where the match begins and ends with a word: `bank` is not in `embankment`. */
  readonly wholeWords?: boolean;
  /** How much is one to it (`fold.ts`); `true` is all, `false` compares what is written. */
  readonly fold?: boolean | FoldLevel;
}

/** The spans that match, in order, none touching the inside of another. An empty query matches nothing. */
export function foldedMatches(text: string, query: string, matching: Matching): Span[] {
  const { locale, wholeWords = false, fold: level = true } = matching;
  const [within, sought] = [foldedOr(text, level), foldedOr(query, level).text];
  if (sought === '') return [];
  const graphemes = graphemesOf(text);
  const edges = wholeWords ? wordEdges(text, locale) : undefined;
  const spans: Span[] = [];
  let from = 0;
  for (let at = within.text.indexOf(sought); at !== -1; at = within.text.indexOf(sought, from)) {
    const span = originalSpan(within, at, at + sought.length);
    const isWhole = span?.every((place) => isEdge(graphemes, place, text) && (!edges || edges.has(place)));
    if (span && isWhole) spans.push(span);
    from = at + (isWhole ? sought.length : 1);
  }
  return spans;
}

function foldedOr(text: string, level: boolean | FoldLevel): Folded {
  if (level !== false) return fold(text, level === true ? 2 : level);
  const starts = Array.from({ length: text.length }, (_, place) => place);
  return { text, starts, ends: starts.map((place) => place + 1) };
}

/** Where words begin and end; a tatweel or an invisible mark at a word's end may be left out. */
function wordEdges(text: string, locale: Locale): ReadonlySet<number> {
  const edges = new Set([0]);
  let at = 0;
  for (const token of wordTokens(text, locale)) {
    const { starts, ends } = fold(token, 1);
    for (const place of [0, starts[0], ends.at(-1), token.length]) edges.add(at + (place ?? 0));
    at += token.length;
  }
  return edges;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

function graphemesOf(text: string): Intl.Segments {
  return graphemes.segment(text);
}

function isEdge(segments: Intl.Segments, place: number, text: string): boolean {
  return place === text.length || segments.containing(place)?.index === place;
}
