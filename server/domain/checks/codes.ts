/**
 * Inline codes of the source that a target has lost, has twice, or has torn apart: a link without its end, two pairs that
 * cross. Machines do this, and hands do. An error each, one finding for each code.
 */
import { codeFaults, tokenize, type CodeFault, type Codes } from '../content.ts';
import type { Span } from '../language/fold.ts';
import type { SegmentCheck } from './check.ts';

export const codeMissing = checkOf('code.missing', 'content.code-missing');
export const codeDoubled = checkOf('code.doubled', 'content.code-doubled');
export const codeUnpaired = checkOf('code.unpaired', 'content.code-unpaired');

/** The check of one kind of fault. A missing code is marked in the source, where it still stands. */
function checkOf(id: string, fault: CodeFault['code']): SegmentCheck {
  return {
    id,
    severity: 'error',
    scope: 'segment',
    find: ({ source, target }) => {
      if (Object.keys(target.codes).length === 0) return [];
      return codeFaults(target.raw, target.codes)
        .filter(({ code }) => code === fault)
        .map(({ number }) => ({
          spans: placesOf(number, target.raw, target.codes),
          ...(fault === 'content.code-missing' && { sourceSpans: placesOf(number, source.raw, source.codes) }),
          params: { number },
        }));
    },
  };
}

/** Where a code stands in a text. */
function placesOf(number: string, text: string, codes: Codes): Span[] {
  const places: Span[] = [];
  let start = 0;
  for (const token of tokenize(text, codes)) {
    const end = start + token.text.length;
    if (token.kind !== 'text' && token.number === number) places.push([start, end]);
    start = end;
  }
  return places;
}
