/**
 * The termbase's traffic with the world: tables and TBX in, with a report of what each brought, and out. A file comes in
 * whole or not at all, as one decision. A term that it names by our id is changed; one that we have to the letter already
 * is known, and nothing is kept twice.
 */
import type { Decision } from '../domain/decision.ts';
import { refuse, type Refusal } from '../domain/errors.ts';
import { locales } from '../domain/locale.ts';
import type { SiteState } from '../domain/site.ts';
import { wordsInUse } from '../domain/terms/alike.ts';
import type { Term, TermBody, TermId } from '../domain/terms/term.ts';
import type { Skipped, TermRead } from '../domain/terms/terms-read.ts';
import { writeTbx } from '../formats/tbx.ts';
import { writeTermsCsv } from '../formats/terms-csv.ts';
import type { World } from '../ports.ts';
import type { ExchangeFile } from './exchange-file.ts';
import { isLong } from './is-long.ts';
import { listTerms } from './manage-terms.ts';
import { readTerms } from './read-exchange.ts';

export interface TermsReport {
  readonly added: number;
  readonly changed: number;
  /** Terms that are here to the letter, or that came twice. */
  readonly known: number;
  /** New ones that share a word with a term that is here already: perhaps the same thing twice. */
  readonly alike: { readonly count: number; readonly examples: readonly string[] };
  readonly skipped: readonly Skipped[];
}

interface Placed {
  readonly termId: TermId;
  readonly term: TermBody;
}

/**
 * Takes a table or a TBX file in. Refusals: those of `readTerms`; import.too-complex; decision.reused;
 * term.nothing-in-it where it has no term in our languages; term.stale where somebody changes one of its terms meanwhile.
 */
export async function importTerms(
  world: World,
  file: ExchangeFile,
): Promise<{ readonly ok: true; readonly report: TermsReport } | Refusal> {
  const { bytes, signal } = file;
  const read = isLong(bytes) ? await world.reader.readTerms(bytes, signal) : readTerms(bytes);
  if (!read.ok) return read;
  if (read.terms.length === 0) return refuse('term.nothing-in-it');
  const before = (await world.store.byDecisionId(file.decisionId))?.decision;
  if (before && !isSameFile(before, file, read.terms)) return refuse('decision.reused');
  const { terms } = await world.store.site();
  const placed = before?.terms ?? placedTerms(world, terms, read.terms);
  if (placed.length > 0 && !before && !file.isTrial) {
    const committed = await commit(world, file, placed, terms);
    if (!committed.ok) return committed;
  }
  const changed = changesAmong(placed, terms, before !== undefined);
  const report = { added: placed.length - changed, changed, known: read.terms.length - placed.length };
  return { ok: true, report: { ...report, alike: alikeAmong(placed, terms), skipped: read.skipped } };
}

/** Whether a decision is this very import: what it added stands in the file. */
function isSameFile(
  before: Decision,
  { by, name }: ExchangeFile,
  read: readonly TermRead[],
): before is Extract<Decision, { kind: 'terms.imported' }> {
  if (before.kind !== 'terms.imported' || before.by !== by || before.name !== name) return false;
  const inFile = new Set(read.map(({ term }) => saying(term)));
  return before.terms.every(({ term }) => inFile.has(saying(term)));
}

/** What of a file is not here yet, each under its id or a new one. */
function placedTerms(world: World, terms: SiteState['terms'], read: readonly TermRead[]): Placed[] {
  const known = new Set(terms.map(saying));
  const ids = new Set(terms.map(({ id }) => id));
  const placed = new Map<TermId, Placed>();
  for (const { id, term } of read) {
    if (known.has(saying(term))) continue;
    known.add(saying(term));
    const termId = id !== undefined && ids.has(id) ? id : world.newId.short();
    placed.set(termId, { termId, term });
  }
  return [...placed.values()];
}

const mostExamples = 10;

/** Which of the new ones share a word with a term of another id, by that word. */
function alikeAmong(placed: readonly Placed[], terms: SiteState['terms']): TermsReport['alike'] {
  const own = new Set(placed.map(({ termId }) => termId));
  const used = wordsInUse(terms.filter(({ id }) => !own.has(id)));
  const words = placed.flatMap(({ termId, term }) => {
    const found = used.alike(term, termId);
    return found ? [term.words[found.locale]?.preferred ?? ''] : [];
  });
  return { count: words.length, examples: words.slice(0, mostExamples) };
}

/** How many of them were here already. After a retry, what the first answer changed has a second revision by now. */
function changesAmong(placed: readonly Placed[], terms: SiteState['terms'], isAgain: boolean): number {
  const revisions = revisionsOf(terms);
  return placed.filter(({ termId }) => (revisions.get(termId) ?? 0) > (isAgain ? 1 : 0)).length;
}

function revisionsOf(terms: SiteState['terms']): ReadonlyMap<TermId, number> {
  return new Map(terms.map(({ id, revision }) => [id, revision]));
}

function commit(
  { store, clock }: World,
  { decisionId: id, by, name }: ExchangeFile,
  placed: readonly Placed[],
  terms: SiteState['terms'],
) {
  const revisions = revisionsOf(terms);
  const expects = placed.flatMap(({ termId }) => {
    const revision = revisions.get(termId);
    return revision === undefined ? [] : [{ of: 'term' as const, termId, revision }];
  });
  const decision = { id, at: clock.now(), by, kind: 'terms.imported' as const, name, terms: placed };
  return store.commit({ stream: 'site', decisions: [decision], expects });
}

/** What a term says, in one string. */
function saying({ kind, words, isKept, note, documentId }: TermBody): string {
  const wordings = locales.map((locale) => {
    const { preferred, forms, forbidden, matching } = words[locale] ?? {};
    return [preferred, forms, forbidden, matching];
  });
  return JSON.stringify([kind, wordings, isKept, note, documentId]);
}

/** To add a format: a row here, with its writer in `formats/`. */
const writers = {
  csv: { type: 'text/csv; charset=utf-8', write: (terms) => writeTermsCsv(terms) },
  tbx: {
    type: 'application/x-tbx; charset=utf-8',
    write: (terms, title) => Array.from(writeTbx(terms, { title })).join(''),
  },
} as const satisfies Record<string, { type: string; write: (terms: readonly Term[], title: string) => string }>;

export type TermsFormat = keyof typeof writers;
export const termsFormats = Object.keys(writers) as TermsFormat[];

/** The whole termbase as a file. */
export async function exportTerms(
  world: World,
  format: TermsFormat,
): Promise<{ name: string; type: string; text: string }> {
  const { type, write } = writers[format];
  return { name: `terms.${format}`, type, text: write(await listTerms(world), world.site.name) };
}
