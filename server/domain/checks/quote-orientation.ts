/**
 * English quotation marks that point the wrong way: ”word“, “word‘’, ‘’ for a double mark, ‘48 for ’48. Straight pairs
 * have no direction and are left alone, names in single marks too (‘Likud’). `language/quotes.ts` says which way.
 */
import { turnedMarks, type TurnedMark } from '../language/quotes.ts';
import type { Found, SegmentCheck } from './check.ts';

export const quoteOrientation: SegmentCheck = {
  id: 'quote.orientation',
  severity: 'style',
  to: ['en'],
  scope: 'segment',
  find: ({ target }) => groups(turnedMarks(target.text)).flatMap(found),
};

/** An opening mark with the closing one after it; any other mark by itself. */
function groups(marks: readonly TurnedMark[]): ReadonlyArray<readonly TurnedMark[]> {
  const grouped: TurnedMark[][] = [];
  for (const mark of marks) {
    const last = grouped.at(-1);
    if (mark.role === 'closing' && last?.length === 1 && last[0]?.role === 'opening') last.push(mark);
    else grouped.push([mark]);
  }
  return grouped;
}

function found(group: readonly TurnedMark[]): Found[] {
  const wrong = group.filter(({ text, turned }) => text !== turned.trim());
  if (wrong.length === 0 || group.every(({ text }) => text === '"') || isEmpty(group)) return [];
  return [
    {
      spans: group.map(({ start, text }) => [start, start + text.length]),
      params: { found: group.map(({ text }) => text).join('…') },
      fix: wrong.map(({ start, text, turned }) => ({ span: [start, start + text.length], text: turned })),
    },
  ];
}

/** Marks with nothing between them enclose nothing: which way they should point, nobody can say. */
function isEmpty([opening, closing]: readonly TurnedMark[]): boolean {
  return opening !== undefined && closing !== undefined && opening.start + opening.text.length === closing.start;
}
