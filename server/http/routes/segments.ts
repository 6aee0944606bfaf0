/** Segments and what people decide on their targets. */
import { approveMany } from '../../app/approve-many.ts';
import { decideMany } from '../../app/decide-many.ts';
import { importTargets, previewTargets } from '../../app/import-xliff.ts';
import { reshapeSource, undoSource, type SourceOutcome } from '../../app/reshape-source.ts';
import { reshapeTarget, type ReshapeAct } from '../../app/reshape-target.ts';
import { decideOnTarget, type Act, type ActOrder } from '../../app/review-segment.ts';
import { segmentRows } from '../../app/segment-rows.ts';
import { targetBases, targetHistory } from '../../app/target-history.ts';
import { inView, locate } from '../../app/target-view.ts';
import { undoMany, undoOnTarget } from '../../app/undo-decision.ts';
import type { ReplyOf } from '../../contract/api.ts';
import { textGiven } from '../../domain/history.ts';
import { reasonOf } from '../../domain/return-reason.ts';
import type { World } from '../../ports.ts';
import { departureOf, type Call, type Handlers } from '../endpoint.ts';

type Target = '/api/documents/:documentId/segments/:segmentId/targets/:locale';
type SegmentLines =
  | 'GET /api/documents/:documentId/segments'
  | `GET ${Target}`
  | `PUT ${Target}`
  | `POST ${Target}/${'review' | 'approve' | 'return' | 'reopen' | 'split' | 'join' | 'separate' | 'undo'}`
  | `GET ${Target}/${'history' | 'diff'}`
  | `POST /api/documents/:documentId/segments/:segmentId/source/${'split' | 'join'}`
  | 'POST /api/documents/:documentId/source/undo'
  | `POST /api/documents/:documentId/targets/:locale/${'approve' | 'edit' | 'import' | 'undo'}`;

export function segmentHandlers(world: World): Handlers<SegmentLines> {
  const decide = async (act: Act, { params, body, by }: Decided) => {
    const order: ActOrder = { ...params, ...body, act, by };
    const decided = await decideOnTarget(world, order);
    return decided.ok ? decided.target : decided;
  };
  const reshape = async (act: ReshapeAct, { params, body, by }: Decided) => {
    const { decisionId, baseRevision } = body;
    const reshaped = await reshapeTarget(world, { ...params, decisionId, baseRevision, act, by });
    return reshaped.ok ? reshaped.target : reshaped;
  };
  return {
    'GET /api/documents/:documentId/segments': async ({ params, query }) => {
      const { locale, ...filter } = query;
      const page = await segmentRows(world, params.documentId, locale, filter);
      return page.ok ? { rows: page.rows, total: page.total } : page;
    },

    'GET /api/documents/:documentId/segments/:segmentId/targets/:locale': async ({ params }) => {
      const found = await locate(world, params);
      return found.ok ? inView(world, found.segment, found.target) : found;
    },
    'PUT /api/documents/:documentId/segments/:segmentId/targets/:locale': (call) =>
      decide({ kind: 'target.edited', text: call.body.text }, call),
    'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/review': (call) =>
      decide({ kind: 'target.reviewed' }, call),
    'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/approve': (call) =>
      decide({ kind: 'target.approved', ...(call.body.dismiss && { dismissed: call.body.dismiss }) }, call),
    'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/return': (call) =>
      decide({ kind: 'target.returned', ...reasonOf(call.body) }, call),
    'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/reopen': (call) =>
      decide({ kind: 'target.reopened' }, call),
    'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/split': (call) =>
      reshape({ kind: 'target.split', offset: call.body.offset }, call),
    'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/join': (call) =>
      reshape({ kind: 'target.joined' }, call),
    'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/separate': (call) =>
      reshape({ kind: 'target.separated' }, call),
    'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/undo': async ({ params, body, by }) => {
      const undone = await undoOnTarget(world, { ...params, ...body, by });
      return undone.ok ? undone.target : undone;
    },

    'GET /api/documents/:documentId/segments/:segmentId/targets/:locale/history': async ({ params }) => {
      const history = await targetHistory(world, params);
      return history.ok ? { entries: history.entries.map((entry) => historyEntry(params.segmentId, entry)) } : history;
    },
    'GET /api/documents/:documentId/segments/:segmentId/targets/:locale/diff': async ({ params, query, by }) => {
      const found = await targetBases(world, params, { by, ...query });
      if (!found.ok) return found;
      const { ok: _, ...bases } = found;
      return bases;
    },

    'POST /api/documents/:documentId/targets/:locale/approve': async ({ params, body, by }) => {
      const { dismiss, targets } = body;
      const order = { ...params, by, ...(targets && { targets }), ...(dismiss && { dismissed: dismiss }) };
      const many = await approveMany(world, order);
      return many.ok ? { approved: many.taken, refused: many.refused } : many;
    },
    'POST /api/documents/:documentId/targets/:locale/edit': async ({ params, body, by }) => {
      const acts = body.edits.map(({ text, ...one }) => ({ ...one, act: { kind: 'target.edited', text } as const }));
      const many = await decideMany(world, { ...params, by, acts });
      return many.ok ? { edited: many.taken, refused: many.refused } : many;
    },
    'POST /api/documents/:documentId/segments/:segmentId/source/split': async ({ params, body, by }) => {
      const { offset, ...head } = body;
      return versionOf(await reshapeSource(world, { ...params, ...head, act: { kind: 'source.split', offset }, by }));
    },
    'POST /api/documents/:documentId/segments/:segmentId/source/join': async ({ params, body, by }) =>
      versionOf(await reshapeSource(world, { ...params, ...body, act: { kind: 'source.joined' }, by })),
    'POST /api/documents/:documentId/source/undo': async ({ params, body, by }) =>
      versionOf(await undoSource(world, { ...params, ...body, by })),
    'POST /api/documents/:documentId/targets/:locale/import': async ({ params, body, by, reply }) => {
      const bytes = Buffer.from(body.input.base64, 'base64');
      const order = { ...params, bytes, approve: body.approve ?? false, by, signal: departureOf(reply) };
      const report = await (body.isTrial ? previewTargets : importTargets)(world, order);
      if (!report.ok) return report;
      const { ok: _, ...counts } = report;
      return counts;
    },
    'POST /api/documents/:documentId/targets/:locale/undo': async ({ params, body, by }) => {
      const many = await undoMany(world, { ...params, ...body, by });
      return many.ok ? { undone: many.undone, refused: many.refused } : many;
    },
  };
}

function versionOf(outcome: SourceOutcome) {
  return outcome.ok ? { sourceVersion: outcome.sourceVersion } : outcome;
}

/** What the calls that decide have in common. */
type Decided = Pick<Call<`POST ${Target}/review`>, 'params' | 'body' | 'by'>;

type HistoryEntry = ReplyOf<`GET ${Target}/history`>['entries'][number];
type Entries = Extract<Awaited<ReturnType<typeof targetHistory>>, { ok: true }>['entries'];

/** What of a decision leaves the server: a deliberate list. */
function historyEntry(segmentId: string, { decision, revision }: Entries[number]): HistoryEntry {
  const text = textGiven(segmentId, decision);
  return {
    decisionId: decision.id,
    kind: decision.kind,
    at: decision.at,
    by: decision.by,
    ...(revision !== undefined && { revision }),
    ...(text !== undefined && { text }),
    ...(decision.undoes !== undefined && { undoes: decision.undoes }),
    ...('origin' in decision && { origin: decision.origin }),
    ...(decision.kind === 'target.returned' && reasonOf(decision)),
    ...(decision.kind === 'target.approved' && decision.dismissed && { reason: decision.dismissed }),
  };
}
