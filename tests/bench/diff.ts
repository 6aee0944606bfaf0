/**
 * Word diff. jsdiff is the peer twice: as most people call it (`diffWordsWithSpace`, which the goals were set by, and
 * which tears Hebrew and Arabic letter by letter), and told about words by Intl.Segmenter, where it gives an answer of
 * the same quality. The worst case has no word in common; its goal is a time, and jsdiff, uncapped, takes seconds.
 */
import { diffWords as jsdiffWords, diffWordsWithSpace } from 'diff';
import { diffWords, type Chunk } from '../../server/domain/diff.ts';
import { locales, type Locale } from '../../server/domain/locale.ts';
import { distinctWords, longArticle, revise } from '../support/long-article.ts';
import { alternate, timed, verify } from './measure.ts';
import { ratioOf, type Row } from './table.ts';

interface Case {
  readonly operation: string;
  readonly words: number;
  readonly changed: number;
  /** How many times quicker than `diffWordsWithSpace`. */
  readonly goal: Readonly<Record<Locale, number>>;
}

const cases: readonly Case[] = [
  { operation: '60 words, 10% changed', words: 60, changed: 0.1, goal: { en: 1.5, he: 5, ar: 5 } },
  { operation: '600 words, 60% rewritten', words: 600, changed: 0.6, goal: { en: 5, he: 50, ar: 50 } },
];
const worstCaseMs = 50;
/** How many times the English time a text in another script may take. */
const evenness = 2;

export async function diffRows(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const compared of cases) for (const locale of locales) rows.push(...(await comparison(compared, locale)));
  rows.push(...(await besideEnglish()));
  for (const locale of locales) rows.push(await allDifferent(locale));
  return rows;
}

async function comparison({ operation, words, changed, goal }: Case, locale: Locale): Promise<Row[]> {
  const before = paragraph(locale, words);
  const after = revise(before, changed, 2, locale);
  check(before, after, locale);
  const intlSegmenter = new Intl.Segmenter(locale, { granularity: 'word' });
  const times = await alternate({
    letters: timed(() => diffWordsWithSpace(before, after)),
    segmenter: timed(() => jsdiffWords(before, after, { intlSegmenter })),
    ours: timed(() => diffWords(before, after, locale)),
  });
  const { ours } = times;
  const met = (ratioOf({ peer: times.letters, ours }) ?? 0) >= goal[locale];
  return [
    {
      operation,
      input: locale,
      peerName: 'jsdiff WithSpace',
      peer: times.letters,
      ours,
      goal: `≥ ${goal[locale]}×`,
      met,
    },
    { operation, input: locale, peerName: 'jsdiff + Segmenter', peer: times.segmenter, ours, goal: '' },
  ];
}

/** The first case in each script, in turn: nobody is to wait longer for writing from right to left. */
async function besideEnglish(): Promise<Row[]> {
  const sideOf = (locale: Locale) => {
    const before = paragraph(locale, 60);
    const after = revise(before, 0.1, 2, locale);
    return timed(() => diffWords(before, after, locale));
  };
  const times = await alternate({ en: sideOf('en'), he: sideOf('he'), ar: sideOf('ar') });
  return (['he', 'ar'] as const).map((locale) => ({
    operation: '60 words, 10% changed',
    input: locale,
    peerName: 'ours in English',
    peer: times.en,
    ours: times[locale],
    goal: `≤ ${evenness}× the time`,
    met: times[locale].median <= evenness * times.en.median,
  }));
}

async function allDifferent(locale: Locale): Promise<Row> {
  const [before, after] = [distinctWords(1, locale, 2000), distinctWords(2, locale, 2000)];
  check(before, after, locale);
  const { ours } = await alternate({ ours: timed(() => diffWords(before, after, locale)) });
  return {
    operation: '2,000 words, all different',
    input: locale,
    ours,
    goal: `≤ ${worstCaseMs} ms`,
    met: ours.median <= worstCaseMs,
  };
}

/** What stays and goes is the text before; what stays and comes is the text after. */
function check(before: string, after: string, locale: Locale): void {
  const chunks = diffWords(before, after, locale);
  const without = (kind: Chunk['kind']) =>
    chunks
      .filter((chunk) => chunk.kind !== kind)
      .map(({ text }) => text)
      .join('');
  verify('the diff leads from one text to the other', without('inserted') === before && without('deleted') === after);
}

function paragraph(locale: Locale, words: number): string {
  const [, text = ''] = longArticle({ seed: 1, locale, paragraphs: 1, wordsPerParagraph: words }).split('\n\n');
  return text.trimEnd();
}
