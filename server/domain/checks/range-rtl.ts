/**
 * A range goes from the lesser to the greater in memory, in every language: 11–16. Who types it by its looks in a text
 * from right to left leaves 16–11. What stands in this order in the source too is no range (a score, a phone
 * number), and neither is what falls there.
 */
import { quantitiesOf, type Quantity } from '../language/numbers/quantities.ts';
import type { SegmentCheck } from './check.ts';
import type { Side } from './subject.ts';

/** Two numbers with a dash between them; most texts have none. */
const anyRange = /\p{Nd}[%٪]?[\u200E\u200F\u061C]?\s?[-\u2010-\u2015־]\s?[\u200E\u200F\u061C]?\p{Nd}/u;
const dash = /^[%٪]?[\u200E\u200F\u061C]?\s?[-\u2010-\u2015־]\s?[\u200E\u200F\u061C]?$/u;

export const rangeRtl: SegmentCheck = {
  id: 'range.rtl',
  severity: 'info',
  to: ['he', 'ar'],
  scope: 'segment',
  find: ({ source, target }) => {
    if (!anyRange.test(target.text) || !anyRange.test(source.text)) return [];
    const inSource = new Set(rangesOf(source).map(({ from, to }) => `${from} ${to}`));
    return rangesOf(target)
      .filter(
        ({ from, to }) =>
          inSource.has(`${to} ${from}`) && !inSource.has(`${from} ${to}`) && !(Number(to) > Number(from)),
      )
      .map(({ start, end, written: [first, last] }) => ({
        spans: [[start, end]],
        params: { wanted: `${last}–${first}` },
      }));
  },
};

interface Range {
  readonly from: string;
  readonly to: string;
  /** The two as they are written, without what belongs to them: `00`, `26`. */
  readonly written: readonly [first: string, last: string];
  readonly start: number;
  readonly end: number;
}

function rangesOf({ text, locale }: Side): Range[] {
  const { all } = quantitiesOf(text, locale);
  return all.flatMap((one, i): Range[] => {
    const next = all[i + 1];
    if (next === undefined || !dash.test(text.slice(one.span[1], next.span[0]).slice(0, 8))) return [];
    const written = [figureIn(text, one), figureIn(text, next)] as const;
    return [{ from: valueOf(one), to: valueOf(next), written, start: one.span[0], end: next.span[1] }];
  });
}

function valueOf({ date, values }: Quantity): string {
  return date?.day ?? values[0] ?? '';
}

const figure = /\p{Nd}(?:[\p{Nd}.,:/٫٬]*\p{Nd})?[%٪]?/u;

function figureIn(text: string, { span }: Quantity): string {
  return figure.exec(text.slice(...span))?.[0] ?? '';
}
