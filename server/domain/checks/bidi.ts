/**
 * Invisible direction controls.
 *
 * `unbalanced`: one that opens a stretch and is not closed before its paragraph ends, or closes what nothing opened.
 * `override`: overrides, which show letters in an order that is not theirs (CVE-2021-42574), and the embeddings that
 * isolates have replaced. Both errors stand whatever the source has: readers are deceived all the same.
 * `stray-mark`: LRM, RLM or ALM that changes nothing, being doubled or between letters of its own direction (the edge of
 * a paragraph counts as one of its language). Not beside a number, a code or another mark, whose order it may hold, nor
 * where the source has the same mark.
 */
import { bidiControls, isolateEnd, isolateFor, type BidiOpening } from '../language/bidi-controls.ts';
import { directionOf } from '../locale.ts';
import type { Fix, Found, SegmentCheck } from './check.ts';
import { codePoint, eachMatch, removal } from './matches.ts';
import type { Side } from './subject.ts';

export const bidiUnbalanced: SegmentCheck = {
  id: 'bidi.unbalanced',
  severity: 'error',
  scope: 'segment',
  ofOneSide: 'without-excuse',
  find: ({ target: { text } }) => {
    const { unclosed, unopened } = bidiControls(text);
    return [
      ...unclosed.map((opening) => unclosedOpening(text, opening)),
      ...unopened.map((at) => removal(at, text.charAt(at))),
    ].toSorted(byPlace);
  },
};

/** An isolate is closed where readers see it end: with its paragraph. */
function unclosedOpening(text: string, { at, kind, paragraphEnd }: BidiOpening): Found {
  const taken = removal(at, text.charAt(at));
  return kind === 'isolate' ? { ...taken, fix: [{ span: [paragraphEnd, paragraphEnd], text: isolateEnd }] } : taken;
}

export const bidiOverride: SegmentCheck = {
  id: 'bidi.override',
  severity: 'error',
  scope: 'segment',
  ofOneSide: 'without-excuse',
  find: ({ target: { text } }) => {
    const { pairs, unclosed, unopened } = bidiControls(text);
    const alone = [...unclosed.filter(({ kind }) => kind !== 'isolate').map(({ at }) => at), ...unopened];
    return [
      ...pairs
        .filter(({ kind }) => kind !== 'isolate')
        .map(({ kind, open, close }) => oldPair(text, kind, open, close)),
      ...alone.filter((at) => text.charAt(at) !== isolateEnd).map((at) => removal(at, text.charAt(at))),
    ].toSorted(byPlace);
  },
};

/** An embedding becomes an isolate, an override goes. */
function oldPair(text: string, kind: string, open: number, close: number): Found {
  const [first, last] = [text.charAt(open), text.charAt(close)];
  const isEmpty = close === open + 1;
  const becomes = (control: string): string => (kind === 'embedding' ? (isolateFor.get(control) ?? '') : '');
  const fix: Fix = isEmpty
    ? [{ span: [open, close + 1], text: '' }]
    : [
        { span: [open, open + 1], text: becomes(first) },
        { span: [close, close + 1], text: becomes(last) },
      ];
  return { spans: fix.map(({ span }) => span), params: { found: codePoint(first) }, fix };
}

function byPlace(a: Found, b: Found): number {
  return (a.spans[0]?.[0] ?? 0) - (b.spans[0]?.[0] ?? 0);
}

const directionMark = /[\u200E\u200F\u061C]/gu;
const strong = /[\p{L}\p{N}\uFFFC\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
const rightToLeft = /[[\p{sc=Hebrew}\p{sc=Arabic}]&&\p{L}]/v;

export const bidiStrayMark: SegmentCheck = {
  id: 'bidi.stray-mark',
  severity: 'info',
  scope: 'segment',
  find: ({ source, target }) => {
    const inSource = new Set(source.text.match(directionMark));
    return eachMatch(target.text, directionMark, ({ 0: mark, index }) =>
      !inSource.has(mark) && changesNothing(target, mark, index) ? removal(index, mark) : undefined,
    );
  },
};

function changesNothing(side: Side, mark: string, at: number): boolean {
  const own = mark === '\u200E' ? 'ltr' : 'rtl';
  return side.text[at - 1] === mark || (strongDirection(side, at, -1) === own && strongDirection(side, at, 1) === own);
}

/** The direction of the nearest letter, seen past what has none; undefined where something else may depend on the mark. */
function strongDirection({ text, locale }: Side, from: number, step: 1 | -1): 'ltr' | 'rtl' | undefined {
  let at = from + step;
  while (at >= 0 && at < text.length && text[at] !== '\n' && !strong.test(text[at] ?? '')) at += step;
  const found = text[at];
  if (found === undefined || found === '\n') return directionOf(locale);
  if (!/\p{L}/u.test(found)) return undefined;
  return rightToLeft.test(found) ? 'rtl' : 'ltr';
}
