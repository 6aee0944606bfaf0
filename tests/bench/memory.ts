/**
 * The translation memory: fuzzy search (0.7 and better) beside SQLite FTS5, what it loses, what it costs to build, to
 * add to and to hold, and the exact look-up. In letters of the three languages, 40 % near duplicates, in steps of ten so
 * that the growth can be read off. A million units take some minutes; `--small` leaves them out.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Locale } from '../../server/domain/locale.ts';
import type { MemoryFigures } from './memory-case.ts';
import { aligned, time } from './table.ts';

const cases: ReadonlyArray<readonly [Locale, units: number]> = [
  ['en', 10_000],
  ['he', 10_000],
  ['ar', 10_000],
  ['en', 100_000],
  ['he', 100_000],
  ['ar', 100_000],
  ['en', 1_000_000],
  ['he', 1_000_000],
];

const goals = { ratio: 5, recall: 0.99, bytes: 1024, addMs: 0.05, exactMs: 0.005 };

/** Both tables, as text. */
export async function memoryReport(): Promise<string> {
  const isSmall = process.argv.includes('--small');
  const figures: MemoryFigures[] = [];
  for (const [locale, units] of cases) {
    if (isSmall && units > 100_000) continue;
    figures.push(await measured(locale, units));
  }
  return [
    'fuzzy search, beside SQLite FTS5 (its 12 rarest words, bm25, the best 10 compared)',
    aligned([
      ['units', '', 'peer p50', 'ours', 'ratio', 'peer p99', 'ours', 'ratio', 'goal', '', 'recall', 'peer’s', ''],
      ...figures.map(speedOf),
    ]),
    '',
    'what it costs',
    aligned([
      ['units', '', 'build', 'peer', 'add one', 'remove one', 'exact', 'index', 'source text', 'bytes a unit', ''],
      ...figures.map(costOf),
    ]),
    '',
    `goals: ≥ ${goals.ratio} times as fast, recall ≥ ${goals.recall}, add ≤ 50 µs, exact ≤ 5 µs, ≤ ${goals.bytes} bytes a unit with its text`,
  ].join('\n');
}

/** A process for each case, with a heap that is large enough for the corpus and can be swept. */
async function measured(locale: Locale, units: number): Promise<MemoryFigures> {
  const file = fileURLToPath(new URL('memory-case.ts', import.meta.url));
  const child = fork(file, [locale, String(units)], {
    execArgv: ['--expose-gc', '--max-old-space-size=8192'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  const [result] = await Promise.race([once(child, 'message'), ended]);
  await ended;
  if (typeof result !== 'object' || result === null)
    throw new Error(`the case of ${units} units ended without a result`);
  return result as MemoryFigures;
}

function speedOf({ locale, units, ours, peer, recall, peerRecall, scanned }: MemoryFigures): string[] {
  const ratio = peer.p50 / ours.p50;
  const met = ratio >= goals.ratio && recall >= goals.recall;
  return [
    units.toLocaleString('en'),
    locale,
    time(peer.p50),
    time(ours.p50),
    `${ratio.toPrecision(3)}×`,
    time(peer.p99),
    time(ours.p99),
    `${(peer.p99 / ours.p99).toPrecision(3)}×`,
    `≥ ${goals.ratio}×`,
    met ? 'met' : 'NOT met',
    `${recall.toFixed(3)} of ${scanned}`,
    peerRecall.toFixed(3),
    '',
  ];
}

function costOf({
  locale,
  units,
  build,
  peerBuild,
  add,
  remove,
  exact,
  indexBytes,
  textBytes,
}: MemoryFigures): string[] {
  const bytes = indexBytes + textBytes;
  const met = bytes <= goals.bytes && add <= goals.addMs && exact <= goals.exactMs;
  return [
    units.toLocaleString('en'),
    locale,
    time(build),
    time(peerBuild),
    time(add),
    time(remove),
    time(exact),
    String(Math.round(indexBytes)),
    String(Math.round(textBytes)),
    String(Math.round(bytes)),
    met ? 'met' : 'NOT met',
  ];
}
