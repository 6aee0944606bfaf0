/**
 * One case of the memory's benchmark, in a process of its own: a fresh heap, so that bytes can be counted, and a size
 * that a large corpus needs. Told what to measure by its arguments, it sends one result. Everything is checked before it
 * is timed.
 *
 * The peer is SQLite FTS5 as people build it: the twelve rarest words of the text, ranked by bm25, the best ten compared
 * word by word. It is spared what ours does within its time: it gets its words ready made, and its candidates' words
 * need no reading.
 */
import { DatabaseSync } from 'node:sqlite';
import { plain } from '../../server/domain/content.ts';
import type { Locale } from '../../server/domain/locale.ts';
import { createExactIndex } from '../../server/domain/memory/exact-index.ts';
import { createFuzzyIndex, type FuzzyHit, type FuzzyIndex } from '../../server/domain/memory/fuzzy-index.ts';
import { noRow, patternOf, wordDistance } from '../../server/domain/memory/myers.ts';
import { createWordIds, memoryWords } from '../../server/domain/memory/word-ids.ts';
import { memoryCorpus } from '../support/memory-corpus.ts';
import { verify } from './measure.ts';

/** What a case has measured: times in milliseconds. */
export interface MemoryFigures {
  readonly locale: Locale;
  readonly units: number;
  readonly characters: number;
  readonly ours: Percentiles;
  readonly peer: Percentiles;
  /** Of the queries that have a match at all, how many got one as good as the best. */
  readonly recall: number;
  readonly peerRecall: number;
  readonly scanned: number;
  readonly build: number;
  readonly peerBuild: number;
  readonly add: number;
  readonly remove: number;
  readonly exact: number;
  readonly indexBytes: number;
  readonly textBytes: number;
}

export interface Percentiles {
  readonly p50: number;
  readonly p99: number;
}

const threshold = 0.7;
const rarest = 12;
const reRanked = 10;
const rounds = 5;
const additions = 2000;

const [locale, units] = [process.argv[2] as Locale, Number(process.argv[3])];
const queryCount = units >= 1_000_000 ? 100 : 300;
const scannedCount = units >= 1_000_000 ? 30 : 150;

function say(what: string): void {
  console.error(`  ${locale} ${units.toLocaleString('en')}: ${what}`);
}

/** After everything that nobody needs is gone. */
function bytesHeld(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function msOf(operation: () => unknown): number {
  const start = performance.now();
  operation();
  return performance.now() - start;
}

/** Every text as numbers: for the scan, and for the peer's last step. Made after the bytes are counted. */
function numbered(texts: readonly string[]) {
  const ids = createWordIds(locale);
  const words = texts.map((text) => Uint32Array.from(ids.learn(text)));
  return { words, of: (text: string) => ids.recall(text) };
}

type Numbered = ReturnType<typeof numbered>;

/** The similarity of entries to a text, each compared in full. */
function comparer({ words, of }: Numbered, query: string): (entry: number) => number {
  const rows = new Map([...new Set(of(query))].map((word, row) => [word, row]));
  const asked = of(query);
  const pattern = patternOf(
    asked.map((word) => (word < 0 ? noRow : (rows.get(word) ?? noRow))),
    rows.size,
  );
  return (entry) => {
    const others = words[entry] ?? new Uint32Array(0);
    const longer = Math.max(asked.length, others.length);
    if (Math.min(asked.length, others.length) < threshold * longer - 1e-9) return 0;
    return (
      1 -
      wordDistance(
        pattern,
        Int32Array.from(others, (word) => rows.get(word) ?? noRow),
      ) /
        longer
    );
  };
}

function bestByScan(all: Numbered, query: string): number {
  const similarity = comparer(all, query);
  return all.words.reduce((best, _, entry) => Math.max(best, similarity(entry)), 0);
}

function createPeer(texts: readonly string[]) {
  const database = new DatabaseSync(':memory:');
  database.exec("create virtual table units using fts5(words, content='')");
  const insert = database.prepare('insert into units(rowid, words) values (?, ?)');
  const counts = new Map<string, number>();
  database.exec('begin');
  const folded = texts.map((text) => memoryWords(text, locale));
  const build = msOf(() => {
    for (const [entry, words] of folded.entries()) insert.run(entry + 1, words.join(' '));
    database.exec('commit');
  });
  for (const words of folded) for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const find = database.prepare('select rowid from units where units match ? order by rank limit ?');
  return {
    build,
    /** The words that it is asked by, made ready before it is timed. */
    ready: (query: string): string =>
      [...new Set(memoryWords(query, locale))]
        .toSorted((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0))
        .slice(0, rarest)
        .map((word) => `"${word.replaceAll('"', '""')}"`)
        .join(' OR '),
    search: (words: string, similarity: (entry: number) => number): FuzzyHit[] =>
      find
        .all(words, reRanked)
        .map(({ rowid }) => ({ entry: Number(rowid) - 1, similarity: similarity(Number(rowid) - 1) }))
        .filter((hit) => hit.similarity >= threshold)
        .toSorted((a, b) => b.similarity - a.similarity),
  };
}

function percentiles(times: readonly number[]): Percentiles {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99) };
}

/** Of the sampled queries, the share for which something found the best there is. */
function recallOf(queries: readonly string[], best: readonly number[], found: (query: string, at: number) => number) {
  const known = queries.map((query, at) => ({ query, at })).filter(({ at }) => (best[at] ?? 0) >= threshold - 1e-9);
  const right = known.filter(({ query, at }) => found(query, at) >= (best[at] ?? 0) - 1e-9);
  return right.length / known.length;
}

/** The time of one, as a median over many, so that a pause of the machine counts once. */
function eachOf(count: number, operation: (at: number) => void): number {
  const times = Array.from({ length: count }, (_, at) => msOf(() => operation(at)));
  return percentiles(times).p50;
}

function addingTo(index: FuzzyIndex, texts: readonly string[]): { add: number; remove: number } {
  const add = eachOf(texts.length, (at) => index.add(units + at, texts[at] ?? ''));
  const remove = eachOf(texts.length, (at) => index.remove(units + at));
  return { add, remove };
}

function exactTime(texts: readonly string[]): number {
  const index = createExactIndex();
  const contents = texts.slice(0, 100_000).map(plain);
  for (const [entry, text] of contents.entries()) index.add(entry, text, locale);
  verify('an exact text is found', index.of(contents[7] ?? plain(''), locale).includes(7));
  return eachOf(20_000, (at) => index.of(contents[(at * 7919) % contents.length] ?? plain(''), locale));
}

/** More texts bring more words: as the square root, by Heaps' law. */
function writeCorpus() {
  const words = 40;
  const vocabulary = Math.round(40 * Math.sqrt(units * words));
  const corpus = memoryCorpus({ seed: 20, locale, vocabulary, words, nearDuplicates: 0.4, units: units + additions });
  const queries = corpus.queries(queryCount);
  return { texts: corpus.texts.slice(0, units), more: corpus.texts.slice(units), queries };
}

function measureCase(): MemoryFigures {
  say('writing the corpus');
  const before = bytesHeld();
  const { texts, more, queries } = writeCorpus();
  const withTexts = bytesHeld();

  say('building the index');
  const index = createFuzzyIndex(locale);
  const build = msOf(() => texts.forEach((text, entry) => index.add(entry, text)));
  const indexBytes = (bytesHeld() - withTexts) / units;

  say('building SQLite FTS5');
  const peer = createPeer(texts);
  const all = numbered(texts);

  say(`comparing ${scannedCount} queries with a scan of everything`);
  const sampled = queries.slice(0, scannedCount);
  const best = sampled.map((query) => bestByScan(all, query));
  const ours = (query: string): number => index.search(query, { threshold })[0]?.similarity ?? 0;
  const recall = recallOf(sampled, best, ours);
  verify('nearly nothing is lost', recall >= 0.99);
  const ready = queries.map((query) => [peer.ready(query), comparer(all, query)] as const);
  const peerBest = (at: number): number => {
    const [words, similarity] = ready[at] ?? ['', () => 0];
    return peer.search(words, similarity)[0]?.similarity ?? 0;
  };
  const peerRecall = recallOf(sampled, best, (_, at) => peerBest(at));

  say('searching, in turns');
  const times: { ours: number[]; peer: number[] } = { ours: [], peer: [] };
  for (let round = -1; round < rounds; round += 1) {
    const theirs = queries.map((_, at) => msOf(() => peerBest(at)));
    const own = queries.map((query) => msOf(() => ours(query)));
    if (round >= 0) times.peer.push(...theirs);
    if (round >= 0) times.ours.push(...own);
  }

  return {
    locale,
    units,
    characters: texts.reduce((sum, { length }) => sum + length, 0) / units,
    ours: percentiles(times.ours),
    peer: percentiles(times.peer),
    recall,
    peerRecall,
    scanned: scannedCount,
    build,
    peerBuild: peer.build,
    ...addingTo(index, more),
    exact: exactTime(texts),
    indexBytes,
    textBytes: (withTexts - before) / (units + additions),
  };
}

process.send?.(measureCase());
