/**
 * Inline codes of the source that a target has lost, has twice, or has torn apart: a link without its end, two pairs that
 * cross. Machines do this, and hands do. An error each, one finding for each code. A pair put in around nothing is whole,
 * but a bold that no reader sees: a warning, unless the source has nothing in it either.
 */
import { codeFaults, tokenize, type CodeFault } from '../content.ts';
import type { Span } from '../language/fold.ts';
import type { SegmentCheck } from './check.ts';
import type { Side } from './subject.ts';

export const codeMissing = checkOf('code.missing', 'content.code-missing');
export const codeDoubled = checkOf('code.doubled', 'content.code-doubled');
export const codeUnpaired = checkOf('code.unpaired', 'content.code-unpaired');

export const codeEmpty: SegmentCheck = {
  id: 'code.empty',
  severity: 'warning',
  scope: 'segment',
  find: ({ source, target }) => {
    if (Object.keys(target.codes).length === 0) return [];
    const empty = emptyPairs(target);
    if (empty.size === 0) return [];
    const emptyInSource = emptyPairs(source);
    return [...empty].flatMap(([number, span]) =>
      emptyInSource.has(number) ? [] : [{ spans: [span], params: { number } }],
    );
  },
};

/** What a reader sees something of. */
const visible = /[^\s\p{Cf}\p{M}]/u;

/** The pairs with nothing to be seen in them, and where they stand. */
function emptyPairs({ raw, codes }: Side): ReadonlyMap<string, Span> {
  const pairs = new Map<string, Span>();
  const opened = new Map<string, { readonly start: number; readonly seen: number }>();
  let [start, seen] = [0, 0];
  for (const token of tokenize(raw, codes)) {
    const end = start + token.text.length;
    if (token.kind === 'alone' || (token.kind === 'text' && visible.test(token.text))) seen += 1;
    if (token.kind === 'open') opened.set(token.number, { start, seen });
    const begin = token.kind === 'close' ? opened.get(token.number) : undefined;
    if (token.kind === 'close' && begin?.seen === seen) pairs.set(token.number, [begin.start, end]);
    start = end;
  }
  return pairs;
}

/** The check of one kind of fault. A missing code is marked in the source, where it still stands. */
function checkOf(id: string, fault: CodeFault['code']): SegmentCheck {
  return {
    id,
    severity: 'error',
    scope: 'segment',
    find: ({ source, target }) => {
      if (Object.keys(target.codes).length === 0) return [];
      const faults = codeFaults(target.raw, target.codes).filter(({ code }) => code === fault);
      if (faults.length === 0) return [];
      const places = placesIn(target);
      const sourcePlaces = fault === 'content.code-missing' ? placesIn(source) : undefined;
      return faults.map(({ number }) => ({
        spans: places.get(number) ?? [],
        ...(sourcePlaces && { sourceSpans: sourcePlaces.get(number) ?? [] }),
        params: { number },
      }));
    },
  };
}

/** Where each code stands in a text, in one walk: a text may have thousands. */
function placesIn({ raw, codes }: Side): ReadonlyMap<string, readonly Span[]> {
  const places = new Map<string, Span[]>();
  let start = 0;
  for (const token of tokenize(raw, codes)) {
    const end = start + token.text.length;
    if (token.kind !== 'text') {
      const known = places.get(token.number) ?? [];
      known.push([start, end]);
      places.set(token.number, known);
    }
    start = end;
  }
  return places;
}
