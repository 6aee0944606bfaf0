/**
 * Characters that nobody sees and every search stumbles over: break opportunities, joiners between Hebrew and Arabic
 * letters, soft hyphens, control characters, private ones that only one font knows, and U+FFFD, which stands for one
 * that was lost. ZWJ stays (هـ‍ and emoji need it), and so do tabs and line feeds. A control character that is an old
 * Windows one is written as what was meant; what is private or lost, only a person can tell.
 */
import type { Found, SegmentCheck } from './check.ts';
import { codePoint, eachMatch, removal } from './matches.ts';

const everywhere =
  /[\u00AD\u180E\u200B\u2060-\u2064\uFEFF\uFFF9-\uFFFB]+|[\u2028\u2029\u0085\v\f\r]|[\0-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F]|[\uE000-\uF8FF\uFFFD\u{F0000}-\u{FFFFD}\u{100000}-\u{10FFFD}]|(?<![\u{E0020}-\u{E007F}\u{1F3F4}])[\u{E0001}\u{E0020}-\u{E007F}]+|\u200C+/gu;

const unknown = /^[\uE000-\uF8FF\uFFFD\u{F0000}-\u{FFFFD}\u{100000}-\u{10FFFD}]/u;

/** What Windows-1252 has where Unicode has controls. */
const windows: ReadonlyMap<string, string> = new Map([
  ['\u0080', '€'],
  ['\u0091', '‘'],
  ['\u0092', '’'],
  ['\u0093', '“'],
  ['\u0094', '”'],
  ['\u0095', '•'],
  ['\u0096', '–'],
  ['\u0097', '—'],
]);

export const invZeroWidth: SegmentCheck = {
  id: 'inv.zero-width',
  severity: 'warning',
  scope: 'segment',
  ofOneSide: true,
  find: ({ target: { text, locale } }) =>
    eachMatch(text, everywhere, ({ 0: found, index }) =>
      locale === 'en' && found.startsWith('\u200C') ? undefined : invisible(text, found, index),
    ),
};

function invisible(text: string, found: string, at: number): Found {
  const taken = removal(at, found);
  if (unknown.test(found)) return { spans: taken.spans, params: { found: codePoint(found) } };
  const meant = windows.get(found) ?? (breaksLine(text, found, at) ? ' ' : '');
  return { ...taken, fix: taken.spans.map((span) => ({ span, text: meant })) };
}

/** A line's end that nothing else tells from the next line. */
function breaksLine(text: string, found: string, at: number): boolean {
  return (
    /[\u2028\u2029\u0085\v\f\r]/u.test(found) && /\S/u.test(text.charAt(at - 1)) && /\S/u.test(text.charAt(at + 1))
  );
}
