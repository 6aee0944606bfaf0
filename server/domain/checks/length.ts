/**
 * What a long text may have lost or gained on the way.
 *
 *   len.ratio       its length against the source's. The bands are those of human translations from English: of short
 *                   texts the 1st and 99th percentile, of long ones narrower still, with a wider one for warnings
 *   sentence.count  two sentences fewer or more, which a ratio hardly notices in a paragraph of ten
 *
 * A pair without English goes through it: the medians of both languages say what is usual, and the wider of the two bands
 * how much may differ. So `en→he` gives the table, `he→en` its reciprocal. Points on letters are not counted.
 */
import type { Locale } from '../locale.ts';
import type { Severity, SegmentCheck } from './check.ts';

interface Band {
  readonly low: number;
  readonly usual: number;
  readonly high: number;
}

/** How long a text is, beside what English needs to say the same. */
type Bands = Readonly<Record<Locale, Band>>;
const english: Band = { low: 1, usual: 1, high: 1 };

/** Specification hebrew-arabic §1.4; from the source's length on. */
const table: ReadonlyArray<{ readonly from: number; readonly severity: Severity; readonly bands: Bands }> = [
  {
    from: 150,
    severity: 'warning',
    bands: { en: english, he: { low: 0.45, usual: 0.8, high: 1.3 }, ar: { low: 0.45, usual: 0.84, high: 1.3 } },
  },
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
    const length = lengthOf(source.visible);
    const ratio = lengthOf(target.visible) / Math.max(length, 1);
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

function lengthOf(text: string): number {
  return text.trim().replace(/\p{M}/gu, '').length;
}

const mostSentencesApart = 1;

export const sentenceCount: SegmentCheck = {
  id: 'sentence.count',
  severity: 'warning',
  scope: 'segment',
  find: ({ source, target }) => {
    if (source.text.trim() === '') return [];
    const [wanted, found] = [source.sentences.length, target.sentences.length];
    return Math.abs(wanted - found) > mostSentencesApart ? [{ spans: [], params: { wanted, found } }] : [];
  },
};
