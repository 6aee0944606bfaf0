/**
 * What a long text may have lost or gained on the way.
 *
 *   len.ratio       its length against the source's. The bands are those of human translations from English: of short
 *                   texts the 1st and 99th percentile, of long ones narrower still, with wider ones for warnings: a
 *                   third of what is usual, or three times that, is part of a text or two of them
 *   sentence.count  two sentences fewer or more, which a ratio hardly notices in a paragraph of ten; or one fewer in
 *                   a text that is shorter than nineteen good translations in twenty: people join sentences, but then
 *                   the text stays about as long
 *
 * A pair without English goes through it: the medians of both languages say what is usual, and the wider of the two bands
 * how much may differ. So `en→he` gives the table, `he→en` its reciprocal. Points on letters are not counted.
 */
import type { Locale } from '../locale.ts';
import type { Severity, SegmentCheck } from './check.ts';
import type { Side } from './subject.ts';

interface Band {
  readonly low: number;
  readonly usual: number;
  readonly high: number;
}

/** How long a text is, beside what English needs to say the same. */
type Bands = Readonly<Record<Locale, Band>>;
const english: Band = { low: 1, usual: 1, high: 1 };

/** From the source's length on. */
interface Row {
  readonly from: number;
  readonly bands: Bands;
}

/** A third of what is usual to three times that. */
function threefold(usual: number): Band {
  return { low: usual / 3, usual, high: usual * 3 };
}

/** Specification hebrew-arabic §1.4. */
const table: ReadonlyArray<Row & { readonly severity: Severity }> = [
  {
    from: 150,
    severity: 'warning',
    bands: { en: english, he: { low: 0.45, usual: 0.8, high: 1.3 }, ar: { low: 0.45, usual: 0.84, high: 1.3 } },
  },
  { from: 40, severity: 'warning', bands: { en: english, he: threefold(0.8), ar: threefold(0.84) } },
  {
    from: 150,
    severity: 'info',
    bands: { en: english, he: { low: 0.55, usual: 0.8, high: 1.15 }, ar: { low: 0.6, usual: 0.84, high: 1.15 } },
  },
  {
    from: 60,
    severity: 'info',
    bands: { en: english, he: { low: 0.45, usual: 0.78, high: 1.21 }, ar: { low: 0.54, usual: 0.81, high: 1.25 } },
  },
];

export const lenRatio: SegmentCheck = {
  id: 'len.ratio',
  severity: 'info',
  scope: 'segment',
  find: ({ source, target }) => {
    const { length, ratio } = lengthsOf(source, target);
    const row = table.find(({ from, bands }) => {
      if (length < from) return false;
      const { low, high } = bandBetween(bands[source.locale], bands[target.locale]);
      return ratio < low || ratio > high;
    });
    if (row === undefined || source.locale === target.locale) return [];
    return [{ spans: [], severity: row.severity, params: { percent: Math.round(ratio * 100) } }];
  },
};

/** The usual ratio from one language to another, and how far it may be from it. */
function bandBetween(from: Band, to: Band): { low: number; high: number } {
  const usual = to.usual / from.usual;
  return {
    low: usual * Math.min(to.low / to.usual, from.usual / from.high),
    high: usual * Math.max(to.high / to.usual, from.usual / from.low),
  };
}

function lengthsOf(source: Side, target: Side): { readonly length: number; readonly ratio: number } {
  const length = lengthOf(source.visible);
  return { length, ratio: lengthOf(target.visible) / Math.max(length, 1) };
}

function lengthOf(text: string): number {
  return text.trim().replace(/\p{M}/gu, '').length;
}

/** The 5th and 95th percentile, specification hebrew-arabic §1.4. */
const commonLengths: readonly Row[] = [
  {
    from: 150,
    bands: { en: english, he: { low: 0.6, usual: 0.8, high: 0.99 }, ar: { low: 0.67, usual: 0.84, high: 0.98 } },
  },
  {
    from: 60,
    bands: { en: english, he: { low: 0.58, usual: 0.78, high: 1.04 }, ar: { low: 0.62, usual: 0.81, high: 1.1 } },
  },
  {
    from: 40,
    bands: { en: english, he: { low: 0.53, usual: 0.83, high: 1.24 }, ar: { low: 0.57, usual: 0.86, high: 1.27 } },
  },
];

export const sentenceCount: SegmentCheck = {
  id: 'sentence.count',
  severity: 'warning',
  scope: 'segment',
  find: ({ source, target }) => {
    if (source.text.trim() === '') return [];
    const [wanted, found] = [source.sentences.length, target.sentences.length];
    const apart = Math.abs(wanted - found);
    const isTold = apart > 1 || (wanted - found === 1 && isShort(source, target));
    return isTold ? [{ spans: [], params: { wanted, found } }] : [];
  },
};

/** Whether a translation is shorter than nineteen in twenty. */
function isShort(source: Side, target: Side): boolean {
  const { length, ratio } = lengthsOf(source, target);
  const row = source.locale === target.locale ? undefined : commonLengths.find(({ from }) => length >= from);
  return row !== undefined && ratio < bandBetween(row.bands[source.locale], row.bands[target.locale]).low;
}
