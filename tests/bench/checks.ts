/**
 * Checks, by two measures. False alarms: over human translations of news (FLORES+), in which nearly all is well, how many
 * lines each check fires on; a warning or an error that does so on more than `mostAlarms` of them cries wolf. Time: all
 * checks of one paragraph of some 150 words, as they run while somebody types, with the text read anew each time.
 */
import type { Check, Finding } from '../../server/domain/checks/check.ts';
import { checks } from '../../server/domain/checks/checks.ts';
import { checkDocument, checkSegment } from '../../server/domain/checks/run.ts';
import { subjectOf, type Subject } from '../../server/domain/checks/subject.ts';
import { plain } from '../../server/domain/content.ts';
import type { Locale } from '../../server/domain/locale.ts';
import { policyFor } from '../../server/domain/policy.ts';
import { floresLines } from '../support/flores.ts';
import { aligned } from './table.ts';

type Pair = readonly [from: Locale, to: Locale];
type Lines = Readonly<Record<Locale, readonly string[]>>;

const pairs: readonly Pair[] = [
  ['en', 'he'],
  ['en', 'ar'],
  ['he', 'ar'],
];
const mostAlarms = 0.015;
const goalMs = 4;

/** Both tables, as text. */
export function checksReport(): Promise<string> {
  const [en, he, ar] = [floresLines('en'), floresLines('he'), floresLines('ar')];
  if (!en || !he || !ar) throw new Error('the lines of FLORES+ are not here');
  const lines = { en, he, ar };
  // First, while the heap is as small as the desk's worker's: what the other table leaves behind makes its pauses longer.
  const times = timesTable(lines);
  return Promise.resolve([alarmsTable(lines), times].join('\n\n'));
}

function aSubject(lines: Lines, [from, to]: Pair, at: number): Subject {
  const [source, target] = [lines[from][at] ?? '', lines[to][at] ?? ''];
  return subjectOf({ from, to, source: plain(source), target, policy: policyFor(to) });
}

function alarmsTable(lines: Lines): string {
  const rows = new Map<string, number[]>();
  for (const [column, pair] of pairs.entries()) {
    for (let at = 0; at < lines.en.length; at += 1) {
      const subject = aSubject(lines, pair, at);
      const found = [...checkSegment(subject), ...checkDocument([subject])];
      for (const key of new Set(found.map(keyOf))) {
        const row = rows.get(key) ?? pairs.map(() => 0);
        row[column] = (row[column] ?? 0) + 1;
        rows.set(key, row);
      }
    }
  }
  const total = lines.en.length;
  const body = checks.flatMap(({ id }) =>
    ['error, warning', 'info, style'].flatMap((weight) => {
      const counts = rows.get(`${id}\0${weight}`);
      if (counts === undefined) return [];
      const isAlarming = weight === 'error, warning' && Math.max(...counts) > mostAlarms * total;
      const shares = counts.map((count) => `${count} (${((count / total) * 100).toFixed(2)} %)`);
      return [[id, weight, ...shares, isAlarming ? `more than ${mostAlarms * 100} %` : '']];
    }),
  );
  const silent = checks.filter(({ id }) => ![...rows.keys()].some((key) => key.startsWith(`${id}\0`)));
  return [
    `false alarms over ${total} lines that people translated`,
    aligned([['check', 'weight', ...pairs.map((pair) => pair.join('→')), ''], ...body]),
    `silent: ${silent.map(({ id }) => id).join(' ')}`,
  ].join('\n');
}

function keyOf({ check, severity }: Finding): string {
  return `${check}\0${severity === 'error' || severity === 'warning' ? 'error, warning' : 'info, style'}`;
}

const wordsInParagraph = 150;
const paragraphs = 120;
const rounds = 10;

function timesTable(lines: Lines): string {
  const [rows, slowest] = [[['paragraphs', 'p50', 'p99', `p99 of the best of ${rounds}`, 'goal', '']], [] as string[]];
  for (const pair of [pairs[0], pairs[1]]) {
    if (pair === undefined) continue;
    const texts = paragraphsOf(lines, pair);
    const times = texts.map(() => [] as number[]);
    for (let round = -5; round < rounds; round += 1) {
      for (const [at, text] of texts.entries()) {
        const took = msOf(() => checkSegment(aSubject(text, pair, 0)));
        if (round >= 0) times[at]?.push(took);
      }
    }
    const best = times.map((list) => Math.min(...list));
    const p99 = quantile(best, 0.99);
    const [half, all] = [quantile(times.flat(), 0.5), quantile(times.flat(), 0.99)];
    rows.push([pair.join('→'), ms(half), ms(all), ms(p99), `p99 < ${goalMs} ms`, all < goalMs ? 'met' : 'NOT met']);
    slowest.push(`${pair.join('→')}, µs a paragraph: ${costliest(texts, pair)}`);
  }
  return [`time of all ${checks.length} checks, ${wordsInParagraph} words`, aligned(rows), ...slowest].join('\n');
}

/** Lines of the corpus, one after the other from a seeded place, until there are words enough. */
function paragraphsOf(lines: Lines, [from, to]: Pair): Lines[] {
  return Array.from({ length: paragraphs }, (_, n) => {
    const text: Record<Locale, string[]> = { en: [''], he: [''], ar: [''] };
    for (let at = n * 7; wordCount(text[to][0]) < wordsInParagraph; at += 1) {
      for (const locale of [from, to])
        text[locale] = [`${text[locale][0]} ${lines[locale][at % lines.en.length]}`.trim()];
    }
    return text;
  });
}

function wordCount(text = ''): number {
  return text.match(/\S+/gu)?.length ?? 0;
}

/** The ten that take longest, each by itself on words and sentences that were already read. */
function costliest(texts: readonly Lines[], pair: Pair): string {
  const subjects = texts.map((text) => aSubject(text, pair, 0));
  const cost = (table: readonly Check[]) => msOf(() => subjects.forEach((subject) => checkSegment(subject, table)));
  const costs = checks.map((check): [string, number] => {
    cost([check]);
    return [check.id, Math.min(cost([check]), cost([check]), cost([check]))];
  });
  return costs
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, 10)
    .map(([id, all]) => `${id} ${Math.round((all * 1000) / texts.length)}`)
    .join(', ');
}

function msOf(operation: () => unknown): number {
  const start = performance.now();
  operation();
  return performance.now() - start;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(Math.floor(share * sorted.length), sorted.length - 1)] ?? Number.NaN;
}

function ms(value: number): string {
  return `${value.toFixed(2)} ms`;
}
