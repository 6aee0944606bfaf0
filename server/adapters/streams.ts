/**
 * A stream's head, and how a commit moves it: the part of the `Store` port that does not depend on where things are
 * kept. Every store stages a commit here, on the newest head it holds, and replays what it kept through `replay`; so
 * all of them accept and refuse the same.
 */
import { decide } from '../domain/decide.ts';
import {
  isTargetDecision,
  siteStream,
  type Decision,
  type DocumentDecision,
  type SiteDecision,
} from '../domain/decision.ts';
import { documentIdPattern, ordinalOf, targetOf, type DocumentState, type Hash } from '../domain/document.ts';
import { detailsOf, isSame } from '../domain/edition.ts';
import { refuse, type Refusal } from '../domain/errors.ts';
import { publishingMark } from '../domain/publishing.ts';
import { isRetry } from '../domain/retry.ts';
import { apply, type Outcome } from '../domain/transition.ts';
import { emptySite, isSiteDecision, siteAfter, siteObjection, termIn, type SiteState } from '../domain/site.ts';
import type { Commit, Committed, Expectation, Recorded, SiteExpectation } from '../ports.ts';

export interface Head {
  /** How many decisions the stream holds. */
  readonly seq: number;
  /** Of a document's stream: its state; undefined before the import. */
  readonly document: DocumentState | undefined;
  /** Of the site's stream. */
  readonly site: SiteState;
}

export const emptyHead: Head = { seq: 0, document: undefined, site: emptySite };

export type Staged = { readonly ok: true; readonly recorded: readonly Recorded[]; readonly head: Head } | Refusal;

/**
 * Decides a commit on a head: what would be recorded, and the head after it. Refusals: those of `decide`,
 * target.stale, edition.stale, document.unknown for a stream that cannot be one, decision.reused for an id twice.
 */
export function stage(head: Head, commit: Commit, hash: Hash): Staged {
  const { stream, decisions } = commit;
  if (stream !== siteStream && !documentIdPattern.test(stream)) return refuse('document.unknown');
  if (new Set(decisions.map(({ id }) => id)).size < decisions.length) return refuse('decision.reused');
  const objection = commit.expects?.map((expects) => objectionTo(head, expects, hash)).find(Boolean);
  if (objection) return objection;
  const deciding: Moves = {
    document: (document, decision) => decide(document, decision, hash),
    site: (site, decision) => siteObjection(site, decision) ?? taking.site(site, decision),
  };
  const recorded: Recorded[] = [];
  let next = head;
  for (const decision of decisions) {
    const outcome = advance(next, stream, decision, deciding);
    if (!outcome.ok) return outcome;
    next = outcome.head;
    recorded.push(recordOf(next, stream, decision));
  }
  return { ok: true, recorded, head: next };
}

/**
 * The head after decisions that were accepted once; no rule is asked again. Throws where one cannot be done: the data
 * are not what was written.
 */
export function replay(head: Head, recorded: readonly Recorded[]): Head {
  return recorded.reduce((head, { stream, seq, decision }) => {
    const outcome = advance(head, stream, decision, taking);
    if (outcome.ok && outcome.head.seq === seq) return outcome.head;
    throw new Error(`${stream} ${seq}: ${outcome.ok ? 'out of order' : outcome.code} in the replay`);
  }, head);
}

/**
 * The answer to a commit of which some decisions are recorded already: the first answer again where it is the same
 * commit, else decision.reused.
 */
export function answerAgain({ stream, decisions }: Commit, known: readonly Recorded[]): Committed {
  const again =
    known.length === decisions.length &&
    decisions.every((decision, i) => {
      const first = known[i];
      return first?.decision.id === decision.id && isRetry(first, { stream, decision });
    });
  return again ? { ok: true, recorded: known } : refuse('decision.reused');
}

function objectionTo(
  { document, site }: Head,
  expects: Expectation | SiteExpectation,
  hash: Hash,
): Refusal | undefined {
  if (expects.of === 'term') {
    const term = termIn(site.terms, expects.termId);
    if (term === undefined) return refuse('term.unknown');
    return term.revision === expects.revision ? undefined : refuse('term.stale', { revision: term.revision });
  }
  if (document === undefined) return refuse('document.unknown');
  if (expects.of === 'source') return document.source.version === expects.version ? undefined : refuse('edition.stale');
  if (expects.of === 'edition') {
    return publishingMark(document, expects.locale, hash) === expects.mark ? undefined : refuse('edition.stale');
  }
  if (expects.of === 'details') {
    return isSame(detailsOf(document, expects.locale), expects.details) ? undefined : refuse('edition.stale');
  }
  const ordinal = ordinalOf(document.source, expects.segmentId);
  if (ordinal === undefined) return refuse('segment.unknown', { segmentId: expects.segmentId });
  const { revision } = targetOf(document, expects.locale, ordinal);
  return revision === expects.revision ? undefined : refuse('target.stale', { revision });
}

/** What asks whether a decision may be taken, and takes it; a replay only takes it. */
interface Moves {
  readonly document: (document: DocumentState | undefined, decision: DocumentDecision) => Outcome;
  readonly site: (site: SiteState, decision: SiteDecision) => { readonly ok: true; readonly next: SiteState } | Refusal;
}

const taking: Moves = { document: apply, site: (site, decision) => ({ ok: true, next: siteAfter(site, decision) }) };

function advance(
  head: Head,
  stream: string,
  decision: Decision,
  moves: Moves,
): { readonly ok: true; readonly head: Head } | Refusal {
  const seq = head.seq + 1;
  if (isSiteDecision(decision)) {
    const outcome = moves.site(head.site, decision);
    return outcome.ok ? { ok: true, head: { ...head, seq, site: outcome.next } } : outcome;
  }
  if (decision.kind === 'document.imported' && decision.documentId !== stream) {
    throw new Error(`the import of ${decision.documentId} does not belong to the stream ${stream}`);
  }
  const outcome = moves.document(head.document, decision);
  return outcome.ok ? { ok: true, head: { ...head, seq, document: outcome.next } } : outcome;
}

function recordOf(head: Head, stream: string, decision: Decision): Recorded {
  const record = { stream, seq: head.seq, decision };
  if (!isTargetDecision(decision) || head.document === undefined) return record;
  const ordinal = ordinalOf(head.document.source, decision.segmentId) ?? -1;
  return { ...record, revision: targetOf(head.document, decision.locale, ordinal).revision };
}
