/**
 * A fake server for the review desk's tests: rows in memory that obey the domain's own workflow, so that what the desk
 * is told is what the real one would say.
 */
import { Problem } from '../../client/api.ts';
import type { DismissalView, FindingView } from '../../server/contract/checks-api.ts';
import type { MemberView, ThreadView } from '../../server/contract/comments-api.ts';
import type { DocumentView } from '../../server/contract/documents-api.ts';
import type { TargetView } from '../../server/contract/schemas.ts';
import type { HistoryEntry, SegmentRow } from '../../server/contract/segments-api.ts';
import type { MemoryHit, SentenceSuggestionView, SuggestionView } from '../../server/contract/suggestions-api.ts';
import { codeFaults } from '../../server/domain/content.ts';
import type { TargetDecision } from '../../server/domain/decision.ts';
import type { Target } from '../../server/domain/document.ts';
import type { Locale } from '../../server/domain/locale.ts';
import { policyFor } from '../../server/domain/policy.ts';
import { reasonOf, type ReturnReason } from '../../server/domain/return-reason.ts';
import type { TermView } from '../../server/contract/terms-api.ts';
import type { Term } from '../../server/domain/terms/term.ts';
import { decideTarget } from '../../server/domain/workflow.ts';
import { fakeServer, refusal, type FakeServer, type Lines } from './fake-server.ts';

export interface DeskServer extends FakeServer {
  readonly rows: () => readonly SegmentRow[];
  /** Somebody else says something. */
  readonly say: (thread: ThreadView) => void;
  /** Somebody else splits the source of the first segment: every segment after it is counted one further. */
  readonly splitFirst: () => void;
  /** Somebody else writes. */
  readonly writeBehind: (segmentId: string, text: string) => void;
  /** Somebody else judges. */
  readonly judgeBehind: (segmentId: string, judged: Partial<TargetView>) => void;
  /** `false`: every request fails as without a network. */
  online: boolean;
}

const documentId = 'AAAAAAAAAAAA';
const byNoa = { by: 'noa', at: '2026-01-01T09:30:00Z' };

export interface DeskServerOptions {
  readonly from: Locale;
  readonly locale: Locale;
  readonly title: string;
  readonly rows: readonly SegmentRow[];
  /** The machine's draft of a segment, by id. */
  readonly drafts?: Readonly<Record<string, string>>;
  /** What the source of a segment said when its target was approved, by id. */
  readonly approvedFor?: Readonly<Record<string, string>>;
  readonly jobs?: DocumentView['jobs'];
  /** What the memory has for every segment, and what is found in it. */
  readonly suggestions?: readonly SuggestionView[];
  readonly sentences?: readonly SentenceSuggestionView[];
  readonly hits?: readonly MemoryHit[];
  /** What checks find in the edition. */
  readonly findings?: readonly FindingView[];
  /** The termbase. */
  readonly terms?: readonly Term[];
  /** What was said beside every segment. */
  readonly threads?: readonly ThreadView[];
  readonly members?: readonly MemberView[];
  /** What was decided on every segment, newest first. */
  readonly history?: readonly HistoryEntry[];
}

interface Change extends Partial<ReturnReason> {
  readonly kind: TargetDecision['kind'];
  readonly text?: string;
  readonly dismissed?: string | undefined;
}

export function deskServer({
  from,
  locale,
  title,
  rows: given,
  drafts = {},
  approvedFor = {},
  jobs = [],
  history = [],
  threads: said = [],
  members = [],
  suggestions = [],
  sentences = [],
  hits = [],
  findings = [],
  terms: known = [],
}: DeskServerOptions): DeskServer {
  let rows = given;
  let threads = said;
  let terms = known;
  let dismissals: readonly DismissalView[] = [];
  const standings = () => ({ policy: policyFor(locale), dismissals: [...dismissals] });

  function row(segmentId: string): SegmentRow & { target: TargetView } {
    const found = rows.find((one) => one.segmentId === segmentId);
    if (!found?.target) throw refusal('segment.unknown', 404);
    return { ...found, target: found.target };
  }

  function put(segmentId: string, target: TargetView): TargetView {
    rows = rows.map((one) => (one.segmentId === segmentId ? { ...one, target } : one));
    return target;
  }

  function decide(segmentId: string, baseRevision: number, change: Change): TargetView {
    const { target, ...segment } = row(segmentId);
    if (target.revision !== baseRevision)
      throw new Problem({ code: 'target.stale', status: 409, params: {}, current: target });
    const decision = { id: '', at: '2026-01-01T00:00:00Z', by: 'noa', segmentId, locale, sourceHash: 'now', ...change };
    const outcome = decideTarget(
      { ...(target as Pick<Target, 'text' | 'state' | 'revision'>), sourceHash: target.outdated ? 'then' : 'now' },
      { ...segment, id: segmentId },
      decision as TargetDecision,
    );
    if (change.kind === 'target.approved' && !change.dismissed && target.codeFaults.length > 0) {
      throw refusal('check.open', 409, { check: 'code.missing', count: target.codeFaults.length });
    }
    if (!outcome.ok) throw refusal(outcome.code, 422, outcome.params);
    const { sourceHash, ...next } = outcome.target;
    return put(segmentId, {
      ...next,
      outdated: sourceHash !== 'now',
      codeFaults: codeFaults(next.text, segment.codes),
    });
  }

  /** Each as if alone; a refusal is part of the answer. */
  function many<T extends { segmentId: string; baseRevision: number }>(
    all: readonly T[],
    changeOf: (one: T) => Change,
  ) {
    const refused = all.flatMap((one) => {
      try {
        decide(one.segmentId, one.baseRevision, changeOf(one));
        return [];
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        const { code, params } = error;
        const ordinal = rows.findIndex(({ segmentId }) => segmentId === one.segmentId);
        return [{ segmentId: one.segmentId, ordinal, code, params }];
      }
    });
    return { taken: all.length - refused.length, refused };
  }

  const lines: Lines = {
    'GET /api/documents/:documentId': () => documentOf(rows, { from, locale, title, jobs }),
    'GET /api/documents/:documentId/segments': () => ({ rows: [...rows], total: rows.length }),
    'PUT /api/documents/:documentId/segments/:segmentId/targets/:locale': ({ params, body }) =>
      decide(params.segmentId, body.baseRevision, { kind: 'target.edited', text: body.text }),
    'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/review': ({ params, body }) =>
      decide(params.segmentId, body.baseRevision, { kind: 'target.reviewed' }),
    'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/approve': ({ params, body }) =>
      decide(params.segmentId, body.baseRevision, { kind: 'target.approved', dismissed: body.dismiss }),
    'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/return': ({ params, body }) =>
      decide(params.segmentId, body.baseRevision, { kind: 'target.returned', ...reasonOf(body) }),
    'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/reopen': ({ params, body }) =>
      decide(params.segmentId, body.baseRevision, { kind: 'target.reopened' }),
    'GET /api/terms': () => ({ terms: structuredClone(terms) as TermView[] }),
    'POST /api/terms': ({ body: { term, decisionId } }) => {
      const added = { ...(term as TermView), id: decisionId, revision: 1, at: byNoa.at, by: 'noa' };
      terms = [...terms, added];
      return added;
    },
    'GET /api/documents/:documentId/checks/:locale': () => ({
      policy: policyFor(locale),
      findings: [...findings],
      segments: [],
      checked: rows.length,
    }),
    'GET /api/documents/:documentId/checks/:locale/dismissals': () => standings(),
    'POST /api/documents/:documentId/checks/:locale/dismiss': ({ body: { check, marked, segmentId, reason } }) => {
      const dismissed = { check, marked, ...(segmentId && { segmentId }), ...(reason && { reason }) };
      dismissals = [...dismissals, { ...dismissed, by: 'noa', at: byNoa.at }];
      return standings();
    },
    'POST /api/documents/:documentId/checks/:locale/reinstate': ({ body }) => {
      dismissals = dismissals.filter(({ check, marked }) => check !== body.check || marked !== body.marked);
      return standings();
    },
    'GET /api/memory': () => ({ hits: [...hits], total: hits.length }),
    'GET /api/documents/:documentId/segments/:segmentId/targets/:locale/suggestions': () => ({
      suggestions: [...suggestions],
      sentences: [...sentences],
    }),
    'GET /api/members': () => ({ members: [...members] }),
    'GET /api/documents/:documentId/segments/:segmentId/targets/:locale/comments': () => ({ threads: [...threads] }),
    'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/comments': ({ body }) => {
      const { decisionId, text, about, replyTo } = body;
      const comment = { commentId: decisionId, at: '2026-01-04T10:00:00Z', by: 'operator', text, mentions: [] };
      threads = replyTo
        ? threads.map((one) => (one.threadId === replyTo ? { ...one, comments: [...one.comments, comment] } : one))
        : [...threads, { threadId: decisionId, about, comments: [comment] }];
      return { threads: [...threads] };
    },
    'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/comments/:commentId/resolve': ({ params }) => {
      const resolved = { at: '2026-01-05T10:00:00Z', by: 'operator' };
      threads = threads.map((one) => (one.threadId === params.commentId ? { ...one, resolved } : one));
      return { threads: [...threads] };
    },
    'GET /api/documents/:documentId/segments/:segmentId/targets/:locale/history': () => ({ entries: [...history] }),
    'POST /api/documents/:documentId/targets/:locale/approve': ({ body }) => {
      const { taken, refused } = many(body.targets ?? [], () => ({ kind: 'target.approved', dismissed: body.dismiss }));
      return { approved: taken, refused };
    },
    'POST /api/documents/:documentId/targets/:locale/edit': ({ body }) => {
      const { taken, refused } = many(body.edits, ({ text }) => ({ kind: 'target.edited', text }));
      return { edited: taken, refused };
    },
    'GET /api/documents/:documentId/segments/:segmentId/targets/:locale/diff': ({ params, query }) => {
      const text = drafts[params.segmentId];
      const then = approvedFor[params.segmentId];
      return {
        ...(then !== undefined && { source: { text: then, codes: {}, since: 'approved', at: byNoa.at } }),
        bases: {
          ...(text !== undefined && { draft: { text, revision: 1 } }),
          ...(query.looked !== undefined && { looked: { text: `seen at ${query.looked}`, revision: query.looked } }),
        },
      };
    },
  };

  const fake = fakeServer(lines);
  const server: DeskServer = {
    ...fake,
    online: true,
    rows: () => rows,
    say: (thread) => {
      threads = [...threads, thread];
    },
    splitFirst: () => {
      const [first, ...after] = rows;
      if (!first) return;
      const second = { ...first, segmentId: 'made-by-split', ordinal: first.ordinal + 1 };
      rows = [first, second, ...after.map((one) => ({ ...one, ordinal: one.ordinal + 1 }))];
    },
    writeBehind: (segmentId, text) => {
      const { target: before } = row(segmentId);
      put(segmentId, { ...before, ...byNoa, text, revision: before.revision + 1, state: 'reviewed' });
    },
    judgeBehind: (segmentId, judged) => {
      const { target: before } = row(segmentId);
      put(segmentId, { ...before, ...byNoa, revision: before.revision + 1, ...judged });
    },
    fetch: (...request) => (server.online ? fake.fetch(...request) : Promise.reject(new TypeError('Failed to fetch'))),
  };
  return server;
}

function documentOf(
  rows: readonly SegmentRow[],
  { from, locale, title, jobs }: { from: Locale; locale: Locale; title: string; jobs: DocumentView['jobs'] },
): DocumentView {
  return {
    documentId,
    slug: 'reading-room',
    title,
    from,
    to: [locale],
    importedAt: '2026-01-01T00:00:00Z',
    changedAt: '2026-01-01T00:00:00Z',
    segments: rows.length,
    words: rows.length * 20,
    locales: {},
    source: { changedSinceLive: false },
    archived: false,
    runningJobs: [],
    original: { name: 'room.md', format: 'markdown', bytes: 1, sha256: '' },
    sourceVersion: 1,
    jobs: [...jobs],
    tags: [],
    formerSlugs: [],
    plans: [],
  };
}
