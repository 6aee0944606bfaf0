/**
 * Is a data folder what it says it is? Reads the whole journal (chain, order), does every decision again (its
 * rules were asked when it was new), compares each checkpoint with the replay at its place, and each original with its digest. Changes nothing and
 * takes no lock. What it finds is a list of values; an empty list is the good news.
 *
 * A server may be writing meanwhile: the journal's end is then half a write, and a checkpoint makes room for a newer
 * one between our reading it and our comparing it. So whatever is found is looked for again a little later. Damage
 * stays where it was; what a writer leaves behind for a moment is gone by then, or stands elsewhere.
 */
import { createHash } from 'node:crypto';
import { closeSync, createReadStream, existsSync, openSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { boardRow } from '../../domain/board.ts';
import type { Hash } from '../../domain/document.ts';
import { locales } from '../../domain/locale.ts';
import type { Recorded } from '../../ports.ts';
import { parseCheckpoint, readIfThere, type Checkpoint } from '../durable-file.ts';
import { emptyHead, replay, type Head } from '../streams.ts';
import type { DatedRow } from './checkpoint.ts';
import { misshapenAt } from './decision-shapes.ts';
import { readJournal } from './journal-format.ts';
import { sha256Pattern } from './originals.ts';

export type FindingCode =
  | 'journal.missing'
  | 'journal.damaged'
  | 'journal.torn'
  | 'decision.refused'
  | 'decision.malformed'
  | 'checkpoint.damaged'
  | 'checkpoint.differs'
  | 'original.damaged'
  | 'original.missing';

/** One thing that is not as it should be: which file or decision, and what about it. */
export interface Finding {
  readonly code: FindingCode;
  readonly where: string;
  readonly detail?: string;
}

/** Longer than a write of a batch takes, on a disk that works. */
const aWhileMs = 250;

/**
 * Everything that is wrong in a data folder, beside a running server too. Codes ending in `missing` or `torn`, and
 * checkpoints, lose no decision. `aWhile` passes before what was found is looked for again.
 */
export async function verifyData(
  folder: string,
  hash: Hash,
  aWhile: () => Promise<unknown> = () => setTimeout(aWhileMs),
): Promise<Finding[]> {
  const found = await verifyStill(folder, hash);
  if (found.length === 0) return found;
  await aWhile();
  const again = await verifyStill(folder, hash);
  return found.filter((finding) => again.some((other) => isDeepStrictEqual(finding, other)));
}

/** The same of a folder in which nobody else writes. */
export async function verifyStill(folder: string, hash: Hash): Promise<Finding[]> {
  const { claims, findings } = await readClaims(folder, hash);
  const replayed = replayJournal(path.join(folder, 'journal', 'journal.log'), claims);
  return [
    ...replayed.findings,
    ...findings,
    ...(await checkClaims(claims, replayed)),
    ...(await checkOriginals(path.join(folder, 'originals'), replayed.originals)),
  ];
}

/** What a checkpoint says: at this place of its stream, this part of the head was this. */
interface Claim {
  readonly where: string;
  readonly stream: string;
  readonly seq: number;
  readonly chain?: string;
  /**
   * Whether it is so; reads its file again, so that no two documents are held at once. A file that claims another
   * place by now has been replaced: nobody claims this any more.
   */
  readonly holds: (head: Head) => Promise<boolean>;
}

interface Replayed {
  readonly findings: Finding[];
  /** The heads that claims are about, under `<stream> <seq>`, with the chain there. */
  readonly heads: ReadonlyMap<string, { readonly head: Head; readonly chain: string }>;
  readonly originals: ReadonlySet<string>;
}

function replayJournal(file: string, claims: readonly Claim[]): Replayed {
  const wanted = new Set(claims.map(placeOf));
  const findings: Finding[] = [];
  const heads = new Map<string, { head: Head; chain: string }>();
  const latest = new Map<string, Head>();
  const originals = new Set<string>();
  const accept = (record: Recorded, _start: number, chain: string) => {
    const { stream, seq, decision } = record;
    const before = latest.get(stream) ?? emptyHead;
    // After one that cannot be accepted the rest of the stream has nothing to stand on.
    if (before.seq !== seq - 1) return;
    const place = misshapenAt(decision);
    if (place !== undefined) {
      findings.push({ code: 'decision.malformed', where: placeOf(record), detail: place });
      return;
    }
    if (decision.kind === 'document.imported') originals.add(decision.original.sha256);
    const head = replay(before, [record]);
    latest.set(stream, head);
    if (wanted.has(placeOf(record))) heads.set(placeOf(record), { head, chain });
  };
  findings.push(...readAll(file, accept));
  return { findings, heads, originals };
}

/** Reads a journal; whatever `accept` throws about a record is a finding about it. */
function readAll(file: string, accept: (record: Recorded, start: number, chain: string) => void): Finding[] {
  const findings: Finding[] = [];
  const where = 'journal/journal.log';
  if (!existsSync(file)) return [{ code: 'journal.missing', where }];
  const fd = openSync(file, 'r');
  try {
    const reading = readJournal(fd, (record, start, chain) => {
      try {
        accept(record, start, chain);
      } catch (error) {
        findings.push({ code: 'decision.refused', where: placeOf(record), detail: String(error) });
      }
    });
    if (!reading.ok) {
      findings.push({ code: 'journal.damaged', where, detail: `byte ${reading.byte}, line ${reading.line}` });
    } else if (reading.size > reading.end) {
      findings.push({ code: 'journal.torn', where, detail: `from byte ${reading.end}` });
    }
  } finally {
    closeSync(fd);
  }
  return findings;
}

async function readClaims(folder: string, hash: Hash): Promise<{ claims: Claim[]; findings: Finding[] }> {
  const claims: Claim[] = [];
  const findings: Finding[] = [];
  const claim = async <T>(where: string, holds: (data: T, head: Head) => boolean): Promise<T | undefined> => {
    const file = path.join(folder, where);
    if (!existsSync(file)) return undefined;
    const found = await readCurrent<T>(file);
    if (found === undefined) {
      findings.push({ code: 'checkpoint.damaged', where });
      return undefined;
    }
    const { of: stream, seq, chain } = found;
    if (seq > 0 && stream !== 'board') {
      const again = async (head: Head) => {
        const now = await readCurrent<T>(file);
        return now !== undefined && (now.seq !== seq || now.chain !== chain || holds(now.data, head));
      };
      claims.push({ where, stream, seq, chain, holds: again });
    }
    return found.data;
  };
  for (const stream of await namesIn(path.join(folder, 'documents'))) {
    const home = path.join('documents', stream);
    await claim<{ document: object }>(path.join(home, 'source.json'), ({ document }, head) => {
      const { targets: _, ...rest } = head.document ?? { targets: {} };
      return isDeepStrictEqual(document, rest);
    });
    for (const locale of locales) {
      await claim<object>(path.join(home, `${locale}.json`), (targets, { document }) =>
        isDeepStrictEqual(targets, document?.targets[locale]),
      );
    }
  }
  await claim<object>(path.join('site', 'state.json'), (site, head) => isDeepStrictEqual(site, head.site));
  const where = path.join('site', 'board.json');
  for (const { seq, row } of (await claim<DatedRow[]>(where, () => true)) ?? []) {
    const holds = async ({ document }: Head) => isDeepStrictEqual(row, document && boardRow(document, hash));
    claims.push({ where: `${where} ${row.documentId}`, stream: row.documentId, seq, holds });
  }
  return { claims, findings };
}

async function checkClaims(claims: readonly Claim[], { heads }: Replayed): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const claim of claims) {
    const found = heads.get(placeOf(claim));
    const isSamePlace = found !== undefined && (claim.chain === undefined || claim.chain === found.chain);
    if (!isSamePlace || !(await claim.holds(found.head))) {
      findings.push({ code: 'checkpoint.differs', where: claim.where, detail: `at ${claim.seq}` });
    }
  }
  return findings;
}

async function checkOriginals(folder: string, named: ReadonlySet<string>): Promise<Finding[]> {
  const findings: Finding[] = [];
  const present = (await namesIn(folder)).filter((name) => sha256Pattern.test(name));
  for (const name of present) {
    if ((await digestOf(path.join(folder, name))) !== name) findings.push({ code: 'original.damaged', where: name });
  }
  const missing = [...named].filter((name) => !present.includes(name));
  return [...findings, ...missing.map((where): Finding => ({ code: 'original.missing', where }))];
}

async function digestOf(file: string): Promise<string> {
  const digest = createHash('sha256');
  await pipeline(createReadStream(file), digest);
  return digest.digest('hex');
}

/** The file itself, not the one before it. */
async function readCurrent<T>(file: string): Promise<Checkpoint<T> | undefined> {
  return parseCheckpoint<T>(await readIfThere(file));
}

async function namesIn(folder: string): Promise<string[]> {
  return existsSync(folder) ? (await readdir(folder)).toSorted() : [];
}

function placeOf({ stream, seq }: { readonly stream: string; readonly seq: number }): string {
  return `${stream} ${seq}`;
}
